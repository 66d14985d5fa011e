import { afterEach, describe, expect, it } from 'vitest';
import { anAction } from '../salesloft/builders/due-work.ts';
import { aPerson } from '../salesloft/builders/person.ts';
import { aWorld } from '../salesloft/builders/world.ts';
import { isRateLimited } from '../salesloft/scenarios/rate-limits.ts';
import { refusesFields } from '../salesloft/scenarios/refused-fields.ts';
import { startSalesloft, type Salesloft } from '../salesloft/server.ts';
import { byRole, click, saveSetting, waitForWords } from '../support/browser/act.ts';
import { call, connect, launchRep, readList, waitForCallState, wrapUp, type Rep } from '../support/browser/rep.ts';
import { until } from '../support/browser/until.ts';

/** What a rep does about logs that have not arrived. */
describe('the outbox', () => {
  let salesloft: Salesloft;
  let rep: Rep;
  const NAMES = ['Pat First', 'Lee Second', 'Kim Third'];
  const actions = NAMES.map((name, index) => {
    const [firstName = '', lastName = ''] = name.split(' ');
    return anAction({ person: aPerson({ firstName, lastName, phone: `+1404555013${index}` }) });
  });

  const start = async (holdSeconds = 0): Promise<void> => {
    salesloft = await startSalesloft({ world: aWorld(...actions.map((action) => structuredClone(action))) });
    rep = await launchRep(salesloft);
    await saveSetting(rep.panel, 'logging.holdSeconds', holdSeconds);
    await connect(rep);
    await readList(rep.panel);
  };
  const logOneCall = async (name: string, notes = ''): Promise<void> => {
    await call(rep.panel, name);
    await waitForCallState(rep.panel, 'Connected');
    await click(rep.panel, 'button', 'Hang up');
    await wrapUp(rep.panel, 'Connected', notes);
  };
  const badge = () =>
    rep.panel.evaluate(async () => [await chrome.action.getBadgeText({}), await chrome.action.getTitle({})]);
  const badgeIs = (text: string) => until(`the badge is "${text}"`, async () => (await badge())[0] === text);
  const draftedNotes = async () =>
    (await byRole(rep.panel, 'textbox', 'Notes')).evaluate((field) => (field as HTMLTextAreaElement).value);
  const focusedName = () => rep.panel.evaluate(() => (document.activeElement as HTMLElement | null)?.innerText ?? '');
  const focusedEntry = () =>
    rep.panel.evaluate(() => document.activeElement?.closest('.entry')?.querySelector('.row-name')?.textContent ?? '');

  afterEach(async () => {
    expect(rep.loftline.errors.all()).toEqual([]);
    await rep.loftline.close();
    await salesloft.stop();
  });

  it('puts a refused number right: marked, focused, sent again, one call right in every field', async () => {
    await start();
    const refused = salesloft.bend(refusesFields({ to: ['is not a number we can call'] }, { times: 1 }));
    await logOneCall('Pat First', 'Wants <b>pricing</b>');
    await badgeIs('1');
    expect((await badge())[1]).toContain('1 log needs your attention');
    await click(rep.panel, 'tab', 'Outbox 1');
    await waitForWords(rep.panel, 'Salesloft says: “to is not a number we can call”');
    await click(rep.panel, 'button', 'Edit');
    const number = await byRole(rep.panel, 'textbox', 'Number');
    expect(
      await number.evaluate((field) => [field === document.activeElement, field.getAttribute('aria-invalid')]),
    ).toEqual([true, 'true']);
    await number.evaluate((field) => (field as HTMLInputElement).select());
    await number.type('reception');
    await click(rep.panel, 'button', 'Save and send again');
    await waitForWords(rep.panel, 'Enter a phone number with its country code');
    await number.evaluate((field) => (field as HTMLInputElement).select());
    await number.type('(404) 555-0199');
    await click(rep.panel, 'button', 'Save and send again');
    await waitForWords(rep.panel, 'In Salesloft as call');
    await badgeIs('');
    expect(refused.bites).toBe(1);
    const logged = [...salesloft.world.calls.values()];
    expect(logged).toHaveLength(1);
    expect(logged[0]).toMatchObject({ to: '+14045550199', disposition: 'Connected', action: { id: actions[0]?.id } });
    expect([...salesloft.world.notes.values()].map((note) => note.content)).toEqual([
      expect.stringMatching(/^Wants <b>pricing<\/b>\n\nref [A-Z2-9]{4}-[A-Z2-9]{4}$/),
    ]);
  });

  it('says once for all that Salesloft asks to wait, and lets the next call be made', async () => {
    await start();
    const limited = salesloft.bend(isRateLimited({ on: 'POST /v2/activities/calls', retryAfterSeconds: 600 }));
    await logOneCall('Pat First');
    await until('the rate limit bit', () => limited.bites > 0);
    await logOneCall('Lee Second');
    await click(rep.panel, 'tab', 'Outbox 2');
    await waitForWords(rep.panel, '2 logs will then be sent automatically');
    const words = await rep.panel.evaluate(() => document.body.innerText);
    expect(words).toMatch(/request limit applies until \d/);
    expect(words).not.toContain('Next try');
    expect(await rep.panel.$$eval('.entry-state', (states) => states.map((state) => state.textContent))).toEqual([
      'Waiting',
      'Waiting',
    ]);
    expect(await badge()).toEqual(['', 'Open Loftline']);
    expect(limited.bites).toBe(1);
  });

  it('takes the newest log back with Z, and another one by its own button', async () => {
    await start(30);
    await logOneCall('Pat First', 'first words');
    await logOneCall('Lee Second', 'second words');
    await byRole(rep.panel, 'tab', 'Outbox 2');
    await rep.panel.keyboard.press('z');
    await waitForCallState(rep.panel, 'Call ended');
    expect(await draftedNotes()).toBe('second words');
    await click(rep.panel, 'button', 'Log call');
    await byRole(rep.panel, 'tab', 'Outbox 2');
    await click(rep.panel, 'tab', 'Outbox 2');
    // The outbox is loaded when its tab is first opened.
    await rep.panel.waitForFunction(() => document.querySelectorAll('.entry').length === 2, { polling: 50 });
    const [, older] = await rep.panel.$$('.entry');
    expect(await older?.evaluate((entry) => entry.textContent)).toContain('Pat First');
    await (await older?.$('.button'))?.click();
    await waitForCallState(rep.panel, 'Call ended');
    expect(await draftedNotes()).toBe('first words');
    expect(salesloft.world.calls.size).toBe(0);
  });

  it('goes through the list by keyboard, and asks twice, by name, before a log is given up', async () => {
    await start();
    salesloft.bend(refusesFields({ base: ['is closed today'] }));
    for (const name of NAMES) await logOneCall(name);
    await badgeIs('3');
    await click(rep.panel, 'tab', 'Outbox 3');
    await byRole(rep.panel, 'button', 'Retry all');
    await rep.panel.keyboard.press('j');
    expect([await focusedEntry(), await focusedName()]).toEqual(['Kim Third', 'Retry now']);
    await rep.panel.keyboard.press('ArrowDown');
    expect(await focusedEntry()).toBe('Lee Second');
    for (const name of ['Edit', 'Copy', 'Discard']) {
      await rep.panel.keyboard.press('Tab');
      expect([await focusedEntry(), await focusedName()]).toEqual(['Lee Second', name]);
    }
    await rep.panel.keyboard.press('Enter');
    await waitForWords(rep.panel, 'Your call with Lee Second');
    await rep.panel.waitForFunction(() => document.activeElement?.textContent === 'Keep', { polling: 50 });
    await rep.panel.keyboard.press('Escape');
    expect(await focusedName()).toBe('Discard');
    await rep.panel.keyboard.press('Enter');
    await (await byRole(rep.panel, 'textbox', 'Reason (optional)')).type('wrong person');
    await click(rep.panel, 'button', 'Discard permanently');
    await byRole(rep.panel, 'tab', 'Outbox 2');
    await rep.panel.waitForFunction(() => document.activeElement?.matches('.entry .button') === true, { polling: 50 });
    expect(await focusedEntry()).toBe('Pat First');
    salesloft.unbend();
    await click(rep.panel, 'button', 'Retry all');
    await waitForWords(rep.panel, 'In Salesloft as call');
    await badgeIs('');
    await until('the other two are logged', () => salesloft.world.calls.size === 2);
    expect([...salesloft.world.calls.values()].map((logged) => logged.called_person.id)).not.toContain(
      actions[1]?.person.id,
    );
  });
});
