import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSalesloft, type Salesloft } from '../salesloft/server.ts';
import { byRole, click, waitForWords } from '../support/browser/act.ts';
import { launchLoftline, type Loftline } from '../support/browser/launch.ts';
import { mayUsePrivateMounts } from '../support/browser/policy-file.ts';

let salesloft: Salesloft;
beforeAll(async () => {
  salesloft = await startSalesloft();
});
afterAll(() => salesloft.stop());

const SECTIONS = [
  'Connection',
  'Integrations',
  'Telephony',
  'Outcomes',
  'Logging',
  'Guards',
  'Session',
  'Keyboard',
  'Network',
  'Privacy',
  'Policy',
  'About',
];

describe('the options page', () => {
  let loftline: Loftline;
  let page: Page;
  beforeAll(async () => {
    loftline = await launchLoftline({ salesloft });
    page = await loftline.openOptions();
    await waitForWords(page, 'Seconds to undo');
  });
  afterAll(() => loftline.close());

  it('leads to its sections', async () => {
    expect(await page.$$eval('nav a', (links) => links.map((link) => link.textContent))).toEqual(SECTIONS);
    const lost = await page.$$eval(
      'nav a',
      (links) => links.filter((link) => !document.querySelector(link.hash)).length,
    );
    expect(lost).toBe(0);
  });

  it('saves no bad value: it stays where it was typed, marked', async () => {
    await typeNumber(page, 'Seconds to undo', '31');
    await waitForWords(page, 'This must be a whole number from 0 to 30.');
    const input = await byRole(page, 'spinbutton', 'Seconds to undo');
    expect(await input.evaluate((element) => [(element as HTMLInputElement).value, element.ariaInvalid])).toEqual([
      '31',
      'true',
    ]);
    expect(await storedOnDevice(page)).toEqual({});
  });

  it('saves a good one over it, also when the worker was stopped, and takes it back', async () => {
    await loftline.killWorker();
    await typeNumber(page, 'Seconds to undo', '12');
    await waitForWords(page, 'Changed here');
    expect(await storedOnDevice(page)).toEqual({ 'settings:1': { 'logging.holdSeconds': 12 } });
    expect(await page.$eval('[role=status]', (region) => region.textContent)).toBe('Saved');
    await click(page, 'button', 'Reset to default');
    await page.waitForFunction(() => !document.body.innerText.includes('Changed here'));
    expect(await storedOnDevice(page)).toEqual({ 'settings:1': {} });
  });

  it('leaves no error in any context', () => {
    expect(loftline.errors.all()).toEqual([]);
  });
});

describe.skipIf(!mayUsePrivateMounts())('a managed policy', () => {
  let loftline: Loftline;
  let page: Page;
  beforeAll(async () => {
    const policy = { 'logging.holdSeconds': 99, 'logging.retries': 2, 'salesloft.clientSecret': 'canary-secret' };
    loftline = await launchLoftline({ salesloft, policy });
    page = await loftline.openOptions();
  });
  afterAll(() => loftline.close());

  it('is followed when it comes after the start: locked, and said by whom', async () => {
    await waitForWords(page, 'Set by your organization', 30_000);
    const retries = await byRole(page, 'spinbutton', 'Retries');
    expect(await retries.evaluate(describeInput)).toMatchObject({ value: '2', isDisabled: true });
    expect((await retries.evaluate(describeInput)).description).toContain('Set by your organization');
  });

  it('names a value that cannot be used; the default stands', async () => {
    const hold = await byRole(page, 'spinbutton', 'Seconds to undo');
    expect(await hold.evaluate(describeInput)).toMatchObject({ value: '8', isDisabled: true });
    const problems = await page.$eval('#policy', (section) => (section as HTMLElement).innerText);
    expect(problems).toMatch(/logging\.holdSeconds\s+Policy\s+This must be a whole number from 0 to 30\./);
  });

  it('shows no secret to the page', async () => {
    const seen = await page.evaluate(
      async () => document.body.innerHTML + JSON.stringify(await chrome.storage.session.get()),
    );
    expect(seen).toContain('salesloft.clientSecret');
    expect(seen).not.toContain('canary-secret');
  });

  it('is followed when it changes under the running browser', async () => {
    loftline.policy?.write({ 'logging.holdSeconds': 4 });
    await page.waitForFunction(
      () => [...document.querySelectorAll('input')].some((input) => input.disabled && input.value === '4'),
      { timeout: 30_000, polling: 100 },
    );
    const retries = await byRole(page, 'spinbutton', 'Retries');
    expect(await retries.evaluate(describeInput)).toMatchObject({ value: '5', isDisabled: false });
  });

  it('leaves no error in any context', () => {
    expect(loftline.errors.all()).toEqual([]);
  });
});

async function typeNumber(page: Page, name: string, digits: string): Promise<void> {
  const input = await byRole(page, 'spinbutton', name);
  await input.click({ count: 3 });
  await input.type(digits);
  await page.keyboard.press('Tab');
}

/** What is kept of settings; the mark that there is a database is none. */
function storedOnDevice(page: Page): Promise<unknown> {
  return page.evaluate(async () => {
    const { 'database:made': _made, ...kept } = await chrome.storage.local.get();
    return kept;
  });
}

function describeInput(element: Element) {
  const { value, disabled } = element as HTMLInputElement;
  const ids = (element.getAttribute('aria-describedby') ?? '').split(' ');
  const description = ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
  return { value, isDisabled: disabled, description };
}
