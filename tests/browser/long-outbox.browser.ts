import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anAction } from '../salesloft/builders/due-work.ts';
import { aPerson } from '../salesloft/builders/person.ts';
import { aWorld } from '../salesloft/builders/world.ts';
import { startSalesloft, type Salesloft } from '../salesloft/server.ts';
import { byRole, click, waitForWords } from './act.ts';
import { connect, launchRep, readList, type Rep } from './rep.ts';
import { seedOutbox, waitingEntries } from './seed-outbox.ts';
import { until } from './until.ts';

const MANY = 10_000;

/** Ten thousand logs wait, in an outage longer than any so far. */
describe('a long outbox', () => {
  let salesloft: Salesloft;
  let rep: Rep;

  beforeAll(async () => {
    salesloft = await startSalesloft({ world: aWorld(anAction({ person: aPerson({ firstName: 'Only', lastName: 'One' }) })) });
    rep = await launchRep(salesloft);
    await connect(rep);
    await readList(rep.panel);
    await seedOutbox(rep.panel, waitingEntries(MANY, Date.now()));
    // A worker that starts anew publishes what it finds.
    await rep.loftline.killWorker();
    await rep.panel.reload();
    await byRole(rep.panel, 'tab', `Outbox ${MANY}`, 30_000);
  });
  afterAll(async () => {
    expect(rep.loftline.errors.all()).toEqual([]);
    await rep.loftline.close();
    await salesloft.stop();
  });

  it('publishes a page of it, not all', async () => {
    const size = await rep.panel.evaluate(async () => String((await chrome.storage.session.get('snapshot:outbox'))['snapshot:outbox']).length);
    expect(size).toBeGreaterThan(1_000);
    expect(size).toBeLessThan(100_000);
  });

  it('can be scrolled to its end, with no more rows drawn than are in sight', async () => {
    await click(rep.panel, 'tab', `Outbox ${MANY}`);
    await waitForWords(rep.panel, `Seed Person-${MANY - 1}`);
    await until('the oldest is in sight', async () =>
      rep.panel.evaluate(() => {
        const scroller = document.querySelector('.outbox-scroller');
        scroller?.scrollTo(0, scroller.scrollHeight);
        return document.body.innerText.includes('Seed Person-0\n');
      }), 60_000);
    expect((await rep.panel.$$('.entry')).length).toBeLessThan(40);
    const last = await rep.panel.$$eval('.entry', (entries) => entries.map((entry) => [entry.ariaPosInSet, entry.ariaSetSize]).at(-1));
    expect(last).toEqual([String(MANY), String(MANY)]);
  });

  it('finds one of them by name, and one by its state', async () => {
    const search = await byRole(rep.panel, 'searchbox', 'Search the outbox');
    await search.type('person-4321');
    await rep.panel.waitForFunction(
      () => [...document.querySelectorAll('.entry .row-name')].map((name) => name.textContent).join() === 'Seed Person-4321',
      { polling: 50 },
    );
    await rep.panel.select('select[aria-label="State"]', 'needsAttention');
    await waitForWords(rep.panel, 'No logs match');
    await click(rep.panel, 'button', 'Clear filter');
    await waitForWords(rep.panel, `Seed Person-${MANY - 1}`);
  });
});
