import { afterEach, describe, expect, it } from 'vitest';
import { livelyWorld } from '../salesloft/worlds/lively.ts';
import { startSalesloft, type Salesloft } from '../salesloft/server.ts';
import { answerSignIn, byRole, click, waitForWords, saveSetting } from '../support/browser/act.ts';
import { launchLoftline } from '../support/browser/launch.ts';
import {
  call,
  connect,
  launchRep,
  readList,
  waitForCallState,
  whoAnswers,
  wrapUp,
  type Rep,
} from '../support/browser/rep.ts';
import { waitForPage } from '../support/browser/targets.ts';
import { until } from '../support/browser/until.ts';

/** Every way in which connecting can fail has its own sentence and one next step; what is written is kept. */
describe('connecting Salesloft', () => {
  let salesloft: Salesloft;
  let rep: Rep | undefined;

  const start = async (): Promise<Rep> => {
    salesloft = await startSalesloft({ world: livelyWorld() });
    rep = await launchRep(salesloft);
    return rep;
  };
  afterEach(async () => {
    await rep?.loftline.close();
    rep = undefined;
    await salesloft.stop();
  });

  it('says what to ask the admin while there is no client id', async () => {
    salesloft = await startSalesloft({ world: livelyWorld() });
    const loftline = await launchLoftline({ salesloft });
    const panel = await loftline.openPanel();
    rep = { loftline, panel };
    await click(panel, 'button', 'Connect Salesloft');
    await waitForWords(panel, 'Ask your admin for the client ID');
  });

  it('says that the rep did not allow it', async () => {
    const { loftline, panel } = await start();
    await click(panel, 'button', 'Connect Salesloft');
    await answerSignIn(loftline, 'Deny');
    await waitForWords(panel, "Loftline wasn't authorized in Salesloft");
    expect(salesloft.requests.some((request) => request.path === '/oauth/token')).toBe(false);
  });

  it('says that the window was closed', async () => {
    const { loftline, panel } = await start();
    await click(panel, 'button', 'Connect Salesloft');
    const window = await waitForPage(loftline.browser, (url) => url.startsWith('https://accounts.salesloft.com/'));
    await window.close();
    await waitForWords(panel, 'The sign-in window was closed');
  });

  it('does not believe an answer with another state', async () => {
    const { loftline, panel } = await start();
    await click(panel, 'button', 'Connect Salesloft');
    const window = await waitForPage(loftline.browser, (url) => url.startsWith('https://accounts.salesloft.com/'));
    await window
      .goto(`https://${loftline.extensionId}.chromiumapp.org/?code=stolen&state=forged`)
      .catch(() => undefined);
    await waitForWords(panel, 'The answer belonged to a different sign-in');
    expect(salesloft.requests.some((request) => request.path === '/oauth/token')).toBe(false);
  });

  it('says that the client is unknown', async () => {
    const { loftline, panel } = await start();
    salesloft.world.app.requireClientSecret = true;
    await click(panel, 'button', 'Connect Salesloft');
    await answerSignIn(loftline, 'Authorize');
    await waitForWords(panel, 'recognize this client ID or secret');
  });

  it('asks for leave to reach a gateway that does not invite extensions itself', async () => {
    const { loftline, panel } = await start();
    await saveSetting(panel, 'salesloft.tokenUrl', 'https://gateway.test/token');
    await click(panel, 'button', 'Connect Salesloft');
    await answerSignIn(loftline, 'Authorize');
    await waitForWords(panel, "Chrome doesn't have permission to reach your organization");
    await byRole(panel, 'button', 'Allow the gateway');
  });

  it('renews an expired token without anybody noticing', async () => {
    const { panel } = await start().then(async (started) => {
      await connect(started);
      return started;
    });
    await readList(panel);
    salesloft.expireAccessTokens();
    salesloft.resetLog();
    await click(panel, 'button', 'Refresh');
    await until('the list is read again', () => salesloft.requests.some((request) => request.path === '/v2/steps'));
    await waitForWords(panel, 'Up to date');
    expect(salesloft.requests.filter((request) => request.path === '/oauth/token')).toHaveLength(1);
    expect(await readList(panel)).not.toHaveLength(0);
  });

  it('asks once to reconnect when the grant is gone, and keeps call, log and list', async () => {
    const started = await start();
    const { panel, loftline } = started;
    await saveSetting(panel, 'logging.holdSeconds', 0);
    await connect(started);
    await readList(panel);
    await call(panel, await whoAnswers(panel));
    await waitForCallState(panel, 'Connected');
    salesloft.revokeGrants();
    await click(panel, 'button', 'Hang up');
    await wrapUp(panel, 'Connected', 'kept through it all');
    await byRole(panel, 'button', 'Reconnect Salesloft');
    await waitForWords(panel, 'Needs sign-in');
    await byRole(panel, 'tab', 'Outbox 1');
    await click(panel, 'button', 'Reconnect Salesloft');
    await answerSignIn(loftline, 'Authorize');
    await waitForWords(panel, 'In Salesloft as call');
    expect(
      [...salesloft.world.notes.values()].filter((note) => note.content.startsWith('kept through it all')),
    ).toHaveLength(1);
  });
});
