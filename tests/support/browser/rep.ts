import type { ElementHandle, Page } from 'puppeteer';
import type { Salesloft } from '../../salesloft/server.ts';
import { ANY_PACE } from '../fakes/any-pace.ts';
import { CLIENT_ID } from '../../salesloft/builders/world.ts';
import { answerSignIn, byRole, click, saveSetting, sayingWhatIsShown, waitForWords } from './act.ts';
import { launchLoftline, type LaunchOptions, type Loftline } from './launch.ts';

/** What a rep does, step by step, as the tests and the demo need it. */
export type Rep = { readonly loftline: Loftline; readonly panel: Page };

/**
 * Chromium with the panel open and the client id set as an admin would: nobody is connected yet. `guards` are as shipped,
 * or let a test call at any hour and pace.
 */
export async function launchRep(
  salesloft: Salesloft,
  options: Partial<LaunchOptions> = {},
  guards: 'any pace' | 'as shipped' = 'any pace',
): Promise<Rep> {
  const loftline = await launchLoftline({ salesloft, ...options });
  const panel = await loftline.openPanel();
  await byRole(panel, 'button', 'Connect Salesloft');
  const settings = { 'salesloft.clientId': CLIENT_ID, ...(guards === 'any pace' ? ANY_PACE : {}) };
  for (const [key, value] of Object.entries(settings)) await saveSetting(panel, key, value);
  return { loftline, panel };
}

export async function connect({ loftline, panel }: Rep): Promise<void> {
  await click(panel, 'button', 'Connect Salesloft');
  await answerSignIn(loftline, 'Authorize');
  await byRole(panel, 'combobox', 'Cadence');
}

type DueRow = {
  readonly person: {
    readonly name: string;
    readonly numbers: readonly { readonly e164?: string }[];
    readonly doNotContact: string;
    readonly callRestricted: string;
  };
};

const ANSWERS = /[0-4]$/;

/** Waits until the list is whole and resolves to the names on it, in order; long lists draw only what is in sight. */
export async function readList(panel: Page): Promise<readonly string[]> {
  await waitForWords(panel, 'Up to date');
  return panel.$$eval('.row-name', (names) => names.map((name) => name.textContent.trim()));
}

/**
 * The first on the list whose callee answers on the practice line, which goes by the number's last digit. Who is first
 * depends on the time of day: at midnight what was due today becomes overdue.
 */
export async function whoAnswers(panel: Page): Promise<string> {
  const rows = await panel.evaluate(async () => {
    const stored = await chrome.storage.session.get('snapshot:queue');
    return (JSON.parse(String(stored['snapshot:queue'])) as { rows: DueRow[] }).rows;
  });
  const found = rows.find(
    ({ person: { numbers, doNotContact, callRestricted } }) =>
      doNotContact !== 'yes' && callRestricted !== 'yes' && ANSWERS.test(numbers.find(({ e164 }) => e164)?.e164 ?? ''),
  );
  if (!found) throw new Error('Nobody on the list answers.');
  return found.person.name;
}

export async function call(panel: Page, name: string): Promise<void> {
  await click(panel, 'button', `Call ${name}`);
  await byRole(panel, 'button', 'Hang up');
}

/** The call's state in its own status, so that a disposition of the same name is not taken for it. */
export async function waitForCallState(panel: Page, words: string, timeout = 20_000): Promise<void> {
  await sayingWhatIsShown(panel, `a call that is “${words}”`, () =>
    panel.waitForFunction(
      (wanted) => document.querySelector('.call-state')?.textContent === wanted,
      { timeout, polling: 50 },
      words,
    ),
  );
}

export async function wrapUp(panel: Page, disposition: string, notes: string): Promise<void> {
  await click(panel, 'radio', disposition);
  if (notes !== '') {
    const field: ElementHandle = await byRole(panel, 'textbox', 'Notes');
    await field.type(notes);
  }
  await click(panel, 'button', 'Log and next');
}
