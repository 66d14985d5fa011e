import { describe, expect, it } from 'vitest';
import type { ApiResult } from '@/lib/domain/core/api-result';
import { hiddenPerson, type DueAction } from '@/lib/domain/queue/due-queue';
import type { Person } from '@/lib/domain/call/person';
import { asId, type ActionId, type CadenceId, type PersonId, type StepId, type UserGuid } from '@/lib/domain/core/ids';
import type { QueueSource } from '@/lib/services/queue/queue-port';
import type { QueueView } from '@/lib/domain/queue/queue-view';
import { createReadQueue } from '@/lib/services/queue/read-queue';
import { aRep, aSignedInAccount } from '@/tests/support/builders/builders';

const NOW = Date.UTC(2026, 10, 23, 20);

const anAction = (id: number): DueAction => ({
  actionId: asId<ActionId>(String(id)),
  dueAt: NOW - id * 60_000,
  personId: asId<PersonId>(`p${id}`),
  cadenceId: asId<CadenceId>('c1'),
  stepId: asId<StepId>('s1'),
  taskId: undefined,
});
const aPerson = (personId: PersonId): Person => ({ ...hiddenPerson(personId), name: `Person ${personId}` });
const ok = <Value>(value: Value): ApiResult<Value> => ({ ok: true, value });
const failed: ApiResult<never> = {
  ok: false,
  failure: { kind: 'http', code: 'salesloft-error', status: 500, fields: {}, words: '', retryAfterSeconds: 0 },
};

function setUp(change: Partial<QueueSource> = {}) {
  const world = { now: NOW, account: aSignedInAccount(), done: new Set<string>(), mayRead: true };
  const views: QueueView[] = [];
  const asked: string[] = [];
  const source: QueueSource = {
    firstActions: async () => (asked.push('actions'), ok({ rows: [anAction(1), anAction(2)] })),
    firstTasks: async () => ok({ rows: [] }),
    people: async (ids) => ok(ids.map(aPerson)),
    accounts: async () => ok([]),
    someCadences: async () =>
      ok([
        { id: 'c1', name: 'Q4' },
        { id: 'c2', name: 'Quiet' },
      ]),
    cadences: async (ids) => ok(ids.map((id) => ({ id, name: `Cadence ${id}` }))),
    steps: async (ids) => ok(ids.map((id) => ({ id, name: `Step ${id}` }))),
    ...change,
  };
  const readQueue = createReadQueue({
    source,
    readSignIn: async () => world.account,
    readView: async () => views.at(-1),
    publish: async (view) => void views.push(view),
    doneAmong: async () => world.done,
    mayRead: () => world.mayRead,
    now: () => world.now,
  });
  return { world, views, asked, readQueue, ids: () => views.at(-1)?.rows.map(({ workId }) => workId) };
}

describe('reading the queue', () => {
  it('shows names before companies and cadences are known, and says when it is complete', async () => {
    const { views, readQueue } = setUp();
    await readQueue('opened');
    expect(
      views.map(({ state, isComplete, rows }) => [state, isComplete, rows[0]?.person.name, rows[0]?.cadenceName]),
    ).toEqual([
      ['loading', false, undefined, undefined],
      ['loading', false, 'Person p2', ''],
      ['ready', true, 'Person p2', 'Q4'],
    ]);
  });

  it('shows the first page’s people while later pages are still on their way', async () => {
    const rest = Promise.withResolvers<ApiResult<readonly DueAction[]>>();
    const page = Array.from({ length: 100 }, (_unused, index) => anAction(index + 1));
    const { views, readQueue } = setUp({ firstActions: async () => ok({ rows: page, readRest: () => rest.promise }) });
    const reading = readQueue('opened');
    await expect.poll(() => views.at(-1)?.rows.length).toBe(100);
    expect(views.at(-1)).toMatchObject({ state: 'loading', isComplete: false });
    rest.resolve(ok([anAction(101), anAction(100)]));
    await reading;
    expect(views.at(-1)?.rows).toHaveLength(101);
  });

  it('leaves a complete list as it stands until the new one is complete', async () => {
    const { views, readQueue, world } = setUp();
    await readQueue('opened');
    const whole = views.at(-1)?.rows;
    const from = views.length;
    world.now += 120_000;
    await readQueue('opened');
    expect(views.slice(from).map(({ state, isComplete, rows }) => [state, isComplete, rows])).toEqual([
      ['loading', true, whole],
      ['ready', true, whole],
    ]);
    expect(views.at(-1)?.readAt).toBe(NOW + 120_000);
  });

  it('does not show again what is wrapped up here already', async () => {
    const { world, readQueue, ids } = setUp();
    world.done = new Set(['action:1']);
    await readQueue('opened');
    expect(ids()).toEqual(['action:2']);
  });

  it('keeps what it has when people cannot be read, and reads anew although the list is young', async () => {
    let trouble = true;
    const { views, asked, readQueue } = setUp({ people: async (ids) => (trouble ? failed : ok(ids.map(aPerson))) });
    await readQueue('opened');
    expect(views.at(-1)).toMatchObject({
      state: 'failed',
      step: 'none',
      failure: 'salesloft-error',
      isComplete: false,
    });
    trouble = false;
    await readQueue('opened');
    expect(views.at(-1)).toMatchObject({ state: 'ready', rows: [{}, {}] });
    expect(views.at(-1)).not.toHaveProperty('failure');
    expect(asked).toEqual(['actions', 'actions']);
  });

  it('asks nothing of a rep who is not signed in, or while the budget is low', async () => {
    const { world, views, asked, readQueue } = setUp();
    world.account = aSignedInAccount({ state: 'expired' });
    await readQueue('asked');
    expect([asked, views]).toEqual([[], []]);
    world.account = aSignedInAccount();
    world.mayRead = false;
    await readQueue('asked');
    expect([asked, views.at(-1)?.failure]).toEqual([[], 'rate-limited']);
  });

  it('reads for another rep at once, and shows nothing of the one before', async () => {
    const first = Promise.withResolvers<ApiResult<{ rows: readonly DueAction[] }>>();
    let reads = 0;
    const { world, readQueue, ids } = setUp({
      firstActions: async () => ((reads += 1) === 1 ? first.promise : ok({ rows: [anAction(9)] })),
    });
    const before = readQueue('opened');
    await expect.poll(() => reads).toBe(1);
    world.account = aSignedInAccount({ rep: aRep({ guid: asId<UserGuid>('another') }) });
    await readQueue('asked');
    first.resolve(ok({ rows: [anAction(1)] }));
    await before;
    expect(ids()).toEqual(['action:9']);
  });

  it('shows nothing any more once the rep has signed out', async () => {
    const people = Promise.withResolvers<ApiResult<readonly Person[]>>();
    let isAsked = false;
    const { world, views, readQueue } = setUp({ people: () => ((isAsked = true), people.promise) });
    const reading = readQueue('opened');
    await expect.poll(() => isAsked).toBe(true);
    world.account = { state: 'signedOut' };
    people.resolve(ok([aPerson(asId<PersonId>('p1'))]));
    await reading;
    expect(views.map(({ state, rows }) => [state, rows])).toEqual([['loading', []]]);
  });

  it('takes a list for old whose clock was set back', async () => {
    const { world, asked, readQueue } = setUp();
    await readQueue('opened');
    world.now -= 3_600_000;
    await readQueue('opened');
    expect(asked).toHaveLength(2);
  });
});
