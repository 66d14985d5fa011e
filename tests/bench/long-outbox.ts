import type { Page } from 'puppeteer';
import { asId, type PersonId, type UserGuid } from '@/lib/domain/core/ids';
import type { OutboxEntry } from '@/lib/domain/outbox/outbox';
import { seedOutbox, waitingEntries } from '../support/browser/seed-outbox.ts';
import { findWorker } from '../support/browser/targets.ts';
import { until } from '../support/browser/until.ts';
import { signedInUser } from '../salesloft/world.ts';
import { BUSY_MS, calmDown, open, openBlank } from './panel.ts';
import { figuresOf, judge, single, type Row } from './row.ts';
import { isSlow } from '../salesloft/scenarios/slow-answers.ts';
import type { Stage } from './stage.ts';

const MANY = 10_000;
const BLOCKS = 3;
const ROUNDS = 4;
const PANEL = 'sidepanel.html';
const POST = 'POST /v2/activities/calls';

/** P16: the panel opened cold, in blocks with no log waiting and with ten thousand, in turn. */
export async function measureLongOutbox(stage: Stage): Promise<readonly Row[]> {
  const { loftline } = stage.rep;
  const opened = { none: [] as number[], many: [] as number[] };
  const blank: number[] = [];
  for (let block = 0; block < BLOCKS; block += 1) {
    for (const kind of ['none', 'many'] as const) {
      const page = await loftline.openPage('microphone.html');
      if (kind === 'many') await seedOutbox(page, logs(stage, Date.now() + 3_600_000));
      else await emptyOutbox(page);
      await page.close();
      // The worker publishes what it finds; the panel as the rep last saw it.
      await calmDown(stage);
      await open(stage, loftline.url(PANEL), 'named');
      for (let round = 0; round < ROUNDS; round += 1) {
        await calmDown(stage);
        blank.push(await openBlank(stage));
        await calmDown(stage);
        opened[kind].push((await open(stage, loftline.url(PANEL), 'named')).named);
      }
    }
  }
  const page = await loftline.openPage('microphone.html');
  await emptyOutbox(page);
  await page.close();
  return [
    judge(
      { goal: 'P16', what: 'panel usable with 10,000 logs waiting', unit: 'ms', limit: 1.1 },
      figuresOf(opened.many),
      {
        reference: { what: 'with none', value: figuresOf(opened.none).median },
        isBusy: figuresOf(blank).median > BUSY_MS,
      },
    ),
  ];
}

/** So many times the speed and the points of the true Salesloft: ten thousand logs in three or four minutes, not in seventeen. */
const SCALE = 5;
const POINTS = 600 * SCALE;
const ANSWER_MS = 150 / SCALE;
const MINUTE_MS = 60_000;

/** P18: ten thousand logs leave within a budget; what of it they used in each whole minute, what was refused, what the worker kept. */
export async function measureDrain(stage: Stage): Promise<readonly Row[]> {
  const { salesloft, rep } = stage;
  const page = await rep.loftline.openPage('microphone.html');
  await emptyOutbox(page);
  await rep.loftline.killWorker();
  await seedOutbox(page, logs(stage, Date.now()));
  salesloft.unbend();
  salesloft.bend(isSlow({ ms: ANSWER_MS }));
  salesloft.world.rules.pointsPerWindow = POINTS;
  salesloft.resetLog();
  await until('the minute to turn', () => Date.now() % MINUTE_MS < 1_000, 2 * MINUTE_MS);
  // Any message wakes it; a worker that starts sends what waits.
  await page.evaluate(() =>
    chrome.runtime.sendMessage({ loftline: 'worker', type: 'queue.read', input: {}, build: 'another' }),
  );
  const delivered = (): number => sent(stage).filter(({ status }) => status < 300).length;
  const heaps: number[] = [];
  for (const share of [0.1, 0.5, 0.95]) {
    await until(`${share} of the logs to be gone`, () => delivered() >= share * MANY, 20 * MINUTE_MS);
    heaps.push(await heapOf(stage));
  }
  await until('all of them to be gone', () => delivered() >= MANY, 20 * MINUTE_MS);
  await page.close();
  const minutes = Map.groupBy(sent(stage), ({ at }) => Math.floor(at / MINUTE_MS));
  const whole = [...minutes.values()].slice(0, -1).map((some) => some.filter(({ status }) => status < 300).length);
  const refused = sent(stage).filter(({ status }) => status === 429).length;
  return [
    judge(
      {
        goal: 'P18',
        what: 'points that a minute’s budget leaves unused while 10,000 logs leave',
        unit: 'points',
        limit: 0.1,
      },
      figuresOf(whole.map((used) => POINTS - used)),
      { reference: { what: 'the minute’s points', value: POINTS } },
    ),
    judge({ goal: 'P18', what: 'logs refused for want of points', unit: 'points', limit: 0.01 }, single(refused), {
      reference: { what: 'logs', value: MANY },
    }),
    judge(
      { goal: 'P18', what: 'worker’s heap grown from 1,000 to 9,500 logs', unit: 'kB', limit: 1_000 },
      single(((heaps.at(-1) ?? Number.NaN) - (heaps[0] ?? Number.NaN)) / 1_000),
    ),
  ];
}

function sent({ salesloft }: Stage): readonly { readonly at: number; readonly status: number }[] {
  return salesloft.requests.filter(({ method, path, status }) => `${method} ${path}` === POST && status !== 0);
}

/** What is left after a collection, in bytes. */
async function heapOf({ rep: { loftline } }: Stage): Promise<number> {
  const { client } = await findWorker(loftline.browser, loftline.extensionId);
  await client.send('HeapProfiler.collectGarbage');
  return (await client.send('Runtime.getHeapUsage')).usedSize;
}

/** Logs of this rep that Salesloft will take. */
function logs({ salesloft: { world } }: Stage, nextTryAt: number): readonly OutboxEntry[] {
  const user = signedInUser(world);
  const people = [...world.people.values()];
  const disposition = [...world.dispositions.values()][0]?.name ?? '';
  return waitingEntries(MANY, Date.now()).map((entry, index) => {
    const person = people[index % people.length];
    const personId = asId<PersonId>(String(person?.id));
    return {
      ...entry,
      personId,
      nextTryAt,
      attempts: 0,
      owner: { userGuid: asId<UserGuid>(user.guid), tenantId: String(world.team.id) },
      log: { ...entry.log, personId, disposition, sentiment: '', completes: { kind: 'none' as const } },
    };
  });
}

function emptyOutbox(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('loftline');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error ?? new Error('closed'));
    });
    const transaction = database.transaction(['outbox', 'meta'], 'readwrite');
    transaction.objectStore('outbox').clear();
    transaction.objectStore('meta').delete('outbox-counts');
    await new Promise((resolve) => {
      transaction.oncomplete = resolve;
    });
    database.close();
  });
}
