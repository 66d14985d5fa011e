import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLIENT_ID, CLIENT_SECRET } from '../salesloft/builders/world.ts';
import { livelyWorld } from '../salesloft/worlds/lively.ts';
import { startSalesloft, type Salesloft } from '../salesloft/server.ts';
import { answerSignIn, byRole, click, waitForWords } from '../support/browser/act.ts';
import { launchLoftline, type Loftline } from '../support/browser/launch.ts';

/** A policy arrives seconds after the first start, configures a running panel, and locks the options page's rows. */
describe('managed policy', () => {
  let salesloft: Salesloft;
  let loftline: Loftline;

  beforeAll(async () => {
    salesloft = await startSalesloft({ world: livelyWorld() });
    loftline = await launchLoftline({
      salesloft,
      policy: { 'salesloft.clientId': CLIENT_ID, 'salesloft.clientSecret': CLIENT_SECRET, 'logging.holdSeconds': 99 },
    });
  });
  afterAll(async () => {
    await loftline.close();
    await salesloft.stop();
  });

  it('locks what it sets, names what is impossible, and hides the secret', async () => {
    const options = await loftline.openOptions();
    await waitForWords(options, 'Set by your organization', 30_000);
    const clientId = await options.waitForSelector('input[value]:disabled, input:disabled');
    expect(await clientId?.evaluate((input) => input.value)).toBe(CLIENT_ID);
    const described = await clientId?.evaluate((input) =>
      (input.getAttribute('aria-describedby') ?? '')
        .split(' ')
        .map((id) => document.getElementById(id)?.textContent)
        .join(' | '),
    );
    expect(described).toContain('Set by your organization');
    await waitForWords(options, 'This must be a whole number from 0 to 30.');
    expect(await options.content()).not.toContain(CLIENT_SECRET);
  });

  it('configures a panel that is open already', async () => {
    const panel = await loftline.openPanel();
    await click(panel, 'button', 'Connect Salesloft');
    await answerSignIn(loftline, 'Authorize');
    await byRole(panel, 'combobox', 'Cadence');
    const token = salesloft.requests.find((request) => request.path === '/oauth/token');
    expect(JSON.parse(token?.body ?? '')).toMatchObject({ client_id: CLIENT_ID, client_secret: CLIENT_SECRET });
  });

  it('is followed while running: another client’s tokens are forgotten', async () => {
    const panel = await loftline.openPanel();
    await byRole(panel, 'combobox', 'Cadence');
    loftline.policy?.write({ 'salesloft.clientId': 'another-client' });
    await byRole(panel, 'button', 'Reconnect Salesloft', 60_000);
  });

  it('leaves no error in any context', () => {
    expect(loftline.errors.all()).toEqual([]);
  });
});
