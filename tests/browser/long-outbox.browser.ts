import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anAction } from '../salesloft/builders/due-work.ts';
import { aPerson } from '../salesloft/builders/person.ts';
import { aWorld } from '../salesloft/builders/world.ts';
import { startSalesloft, type Salesloft } from '../salesloft/server.ts';
import { asId, type EntryId } from '@/lib/domain/core/ids';
import { ask } from '../bench/stage.ts';
import { byRole, click, waitForWords } from '../support/browser/act.ts';
import { connect, launchRep, readList, type Rep } from '../support/browser/rep.ts';
import { seedOutbox, waitingEntries } from '../support/browser/seed-outbox.ts';
import { until } from '../support/browser/until.ts';

const MANY = 10_000;

/** Ten thousand logs wait, in an outage longer than any so far. */
describe('a long outbox', () => {
  let salesloft: Salesloft;
  let rep: Rep;

  beforeAll(async () => {
    salesloft = await startSalesloft({
      world: aWorld(anAction({ person: aPerson({ firstName: 'Only', lastName: 'One' }) })),
    });
    rep = await launchRep(salesloft);
    await connect(rep);
    await readList(rep.panel);
    await seedOutbox(rep.panel, waitingEntries(MANY, Date.now()));
    // Whatever the rep decides, the worker then publishes what it finds.
    await ask(rep.panel, 'outbox.retryAll', {});
    await byRole(rep.panel, 'tab', `Outbox ${MANY}`, 30_000);
  });
  afterAll(async () => {
    expect(rep.loftline.errors.all()).toEqual([]);
    await rep.loftline.close();
    await salesloft.stop();
  });

  it('publishes a page of it, not all', async () => {
    const size = await rep.panel.evaluate(
      async () => String((await chrome.storage.session.get('snapshot:outbox'))['snapshot:outbox']).length,
    );
    expect(size).toBeGreaterThan(1_000);
    expect(size).toBeLessThan(100_000);
  });

  it('can be scrolled to its end, with no more rows drawn than are in sight', async () => {
    await click(rep.panel, 'tab', `Outbox ${MANY}`);
    await waitForWords(rep.panel, `Seed Person-${MANY - 1}`);
    await until(
      'the oldest is in sight',
      async () =>
        rep.panel.evaluate(() => {
          const scroller = document.querySelector('.outbox-scroller');
          scroller?.scrollTo(0, scroller.scrollHeight);
          return document.body.innerText.includes('Seed Person-0\n');
        }),
      60_000,
    );
    expect((await rep.panel.$$('.entry')).length).toBeLessThan(40);
    const last = await rep.panel.$$eval('.entry', (entries) =>
      entries.map((entry) => [entry.ariaPosInSet, entry.ariaSetSize]).at(-1),
    );
    expect(last).toEqual([String(MANY), String(MANY)]);
  });

  it('keeps what is looked at where it is when new logs come in above', async () => {
    const { panel } = rep;
    await panel.evaluate(() => document.querySelector('.outbox-scroller')?.scrollTo(0, 30_000));
    const seen = (): Promise<readonly [string, number]> =>
      panel.evaluate(() => {
        const top = document.querySelector('.outbox-scroller')?.getBoundingClientRect().top ?? 0;
        const entry = [...document.querySelectorAll('.entry')].find((one) => one.getBoundingClientRect().top >= top);
        return [
          entry?.querySelector('.row-name')?.textContent ?? '',
          Math.round(entry?.getBoundingClientRect().top ?? -1),
        ] as const;
      });
    await until('rows are drawn there', async () => (await seen())[1] < 900);
    const before = await seen();
    await seedOutbox(
      panel,
      waitingEntries(3, Date.now()).map((entry) => ({
        ...entry,
        entryId: asId<EntryId>(`new-${entry.entryId}`),
        dedupeKey: `new:${entry.dedupeKey}`,
      })),
    );
    await ask(panel, 'outbox.retryAll', {});
    await byRole(panel, 'tab', `Outbox ${MANY + 3}`);
    expect(await seen()).toEqual(before);
    await panel.evaluate(() => document.querySelector('.outbox-scroller')?.scrollTo(0, 0));
    await waitForWords(panel, 'Seed Person-2');
  });

  it('is gone through by keyboard, each row in turn, without an end of what is drawn', async () => {
    const { panel } = rep;
    const place = () => panel.evaluate(() => document.activeElement?.closest('.entry')?.ariaPosInSet ?? '');
    const visited: string[] = [];
    for (let presses = 0; presses < 60; presses += 1) {
      const before = await place();
      await panel.keyboard.press('j');
      // At the end of what is drawn the next ones are read from the disk first.
      await until('the keyboard has moved on', async () => (await place()) !== before);
      visited.push(await place());
    }
    expect(visited).toEqual(Array.from({ length: 60 }, (_none, index) => String(index + 1)));
    expect(
      await panel.evaluate(() => document.activeElement?.closest('.entry')?.getBoundingClientRect().bottom ?? 9_999),
    ).toBeLessThan(900);
  });

  it('finds one of them by name, and one by its state', async () => {
    const search = await byRole(rep.panel, 'searchbox', 'Search the outbox');
    await search.type('person-4321');
    await rep.panel.waitForFunction(
      () =>
        [...document.querySelectorAll('.entry .row-name')].map((name) => name.textContent).join() ===
        'Seed Person-4321',
      { polling: 50 },
    );
    await rep.panel.select('select[aria-label="State"]', 'needsAttention');
    await waitForWords(rep.panel, 'No logs match');
    await click(rep.panel, 'button', 'Clear filter');
    await waitForWords(rep.panel, `Seed Person-${MANY - 1}`);
  });
});
