import { describe, expect, it } from 'vitest';
import { aCadence, aStep } from '@/tests/salesloft/builders/cadence';
import { anAccount } from '@/tests/salesloft/builders/account';
import { anAction, aTask } from '@/tests/salesloft/builders/due-work';
import { aPerson } from '@/tests/salesloft/builders/person';
import { aUser, REP_GUID, REP_ID, theRep } from '@/tests/salesloft/builders/team';
import { aWorld, emptyWorld } from '@/tests/salesloft/builders/world';
import { hasNoPaging, ignoresFilters } from '@/tests/salesloft/scenarios/odd-lists';
import { fails } from '@/tests/salesloft/scenarios/outages';
import { isRateLimited } from '@/tests/salesloft/scenarios/rate-limits';
import { awkwardPeople } from '@/tests/salesloft/worlds/awkward-people';
import { many } from '@/tests/salesloft/worlds/many';
import { put, type World } from '@/tests/salesloft/world';
import { startEdge, type Edge } from './edge';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const date = (at: number): string => new Date(at).toISOString().slice(0, 10);

async function signedIn(world: World): Promise<Edge> {
  const edge = await startEdge({ world });
  await edge.connection.connect();
  edge.salesloft.resetLog();
  return edge;
}

const rowsOf = (edge: Edge) => edge.views.at(-1)?.rows ?? [];

describe('what is due', () => {
  it('holds cadence steps and call tasks once each, nothing of the future, of other kinds or of others', async () => {
    const now = Date.now();
    const other = aUser();
    const twin = aTask({ source: 'salesloft.cadence' });
    const due = anAction({ task: twin, person: aPerson(), dueAt: now - HOUR });
    const task = aTask({ dueDate: date(now - 3 * DAY) });
    const edge = await signedIn(
      aWorld(
        due,
        task,
        anAction({ dueAt: now + 2 * DAY }),
        anAction({ step: aStep({ type: 'email' }) }),
        anAction({ user: other }),
        aTask({ dueDate: date(now + 3 * DAY) }),
        aTask({ taskType: 'email' }),
        aTask({ user: other }),
      ),
    );
    await edge.readQueue('opened');
    expect(rowsOf(edge).map(({ workId }) => workId)).toEqual([`task:${task.id}`, `action:${due.id}`]);
    expect(edge.views.at(-1)).toMatchObject({ state: 'ready', isComplete: true });
    expect(edge.salesloft.violations).toEqual([]);
  });

  it('asks for the rep’s own and nothing else', async () => {
    const edge = await signedIn(aWorld());
    await edge.readQueue('opened');
    const asked = (path: string) =>
      edge
        .apiRequests()
        .filter((request) => request.path === path)
        .map(({ query }) => Object.fromEntries(query));
    expect(asked('/v2/actions')).toMatchObject([
      { type: 'phone', 'user_guid[]': REP_GUID, 'due_on[lte]': new Date(edge.clock.now).toISOString() },
    ]);
    const mine = { 'user_id[]': String(REP_ID), 'task_type[]': 'call', 'current_state[]': 'scheduled' };
    expect(asked('/v2/tasks')).toMatchObject([
      { ...mine, time_interval_filter: 'overdue' },
      { ...mine, time_interval_filter: 'today' },
    ]);
  });

  it('shows an admin none of the team’s calls, even when Salesloft ignores every filter', async () => {
    const rep = theRep({ teamAdmin: true });
    const mine = anAction({ user: rep });
    const world = put(
      emptyWorld({ rep }),
      mine,
      anAction({ user: aUser() }),
      anAction({ user: rep, dueAt: Date.now() + DAY }),
    );
    put(world, aTask({ user: rep, dueDate: date(Date.now() + 2 * DAY) }), aTask({ user: aUser() }));
    const edge = await signedIn(world);
    const ignored = edge.salesloft.bend(ignoresFilters());
    await edge.readQueue('opened');
    expect(ignored.bites).toBeGreaterThan(3);
    expect(rowsOf(edge).map(({ workId }) => workId)).toEqual([`action:${mine.id}`]);
    expect(rowsOf(edge)[0]?.person.name).toBe(world.people.get(String(mine.person.id))?.display_name);
  });

  it('names company, cadence and step, and takes the company’s do-not-contact', async () => {
    const cadence = aCadence({ name: 'Q4 Outbound' });
    const account = anAccount({ name: 'Initech', doNotContact: true });
    const step = aStep({ cadence, day: 3, stepNumber: 2 });
    const edge = await signedIn(aWorld(anAction({ person: aPerson({ account }), step }), aCadence({ name: 'Quiet' })));
    await edge.readQueue('opened');
    expect(rowsOf(edge)[0]).toMatchObject({
      person: { company: 'Initech', doNotContact: 'yes' },
      cadenceName: 'Q4 Outbound',
      stepName: 'Day 3: Step 2 - Phone',
    });
    expect(edge.views.at(-1)?.otherCadences.map(({ name }) => name)).toEqual(['Quiet']);
  });

  it('reads awkward people as they are: odd numbers, no names, ids beyond numbers', async () => {
    const people = awkwardPeople();
    const edge = await signedIn(aWorld(...people.map((person) => anAction({ person }))));
    await edge.readQueue('opened');
    const rows = new Map(rowsOf(edge).map(({ person }) => [person.personId as string, person]));
    expect(rows.size).toBe(people.length);
    const numbers = (id: string) => rows.get(id)?.numbers.map(({ e164, extension }) => [e164, extension]);
    expect(numbers('26107')).toEqual([]);
    expect(numbers('26108')).toEqual([['+14045550188', '']]);
    expect(numbers('26109')).toEqual([['+14045550134', '22']]);
    expect(numbers('26110')).toEqual([['+14045550135', '4711']]);
    expect(numbers('26111')).toEqual([['+491715550136', '']]);
    expect(numbers('26112')).toEqual([[undefined, '']]);
    expect(rows.get('26103')?.name).toBe('<b>Bobby</b> & "Sons"');
    expect([rows.get('26113')?.doNotContact, rows.get('26114')?.doNotContact]).toEqual(['yes', 'yes']);
    expect(rows.get('26115')?.callRestricted).toBe('yes');
    expect(rows.get('9007199254740995123')?.name).toContain('Beatrix');
  });

  it('shows work of a person whom Salesloft does not give back', async () => {
    const person = aPerson();
    const world = aWorld(anAction({ person }));
    world.people.delete(String(person.id));
    const edge = await signedIn(world);
    await edge.readQueue('opened');
    expect(rowsOf(edge)).toMatchObject([{ person: { personId: String(person.id), name: '', numbers: [] } }]);
  });
});

describe('what it costs', () => {
  it('500 due calls: at most 16 points, first names after two round trips, all after three', async () => {
    const edge = await signedIn(many(500));
    await edge.readQueue('opened');
    expect(rowsOf(edge)).toHaveLength(500);
    expect(
      rowsOf(edge).every(({ person, stepName }) => person.name !== '' && person.company !== '' && stepName !== ''),
    ).toBe(true);
    expect(edge.salesloft.pointsSpent()).toBeLessThanOrEqual(16);
    expect(edge.salesloft.violations).toEqual([]);
    const named = edge.views.filter(({ rows }) => rows.length > 0).map(({ rows }) => rows.length);
    expect([named[0] ?? 0, named.at(-1)]).toEqual([expect.any(Number), 500]);
    expect(named[0]).toBeGreaterThanOrEqual(100);
    // By the order of the requests: nothing but the first pages stands before the first people.
    const paths = edge.apiRequests().map(({ path }) => path);
    expect(paths.slice(0, paths.indexOf('/v2/people'))).toEqual(['/v2/actions', '/v2/tasks', '/v2/tasks']);
  });

  it('3,000 due calls: 2,000 of them, said so, for at most 70 points', async () => {
    const edge = await signedIn(many(3_000));
    await edge.readQueue('opened');
    expect([rowsOf(edge).length, edge.views.at(-1)?.state, edge.views.at(-1)?.isCut]).toEqual([2_000, 'ready', true]);
    expect(edge.salesloft.pointsSpent()).toBeLessThanOrEqual(70);
  }, 30_000);

  it('60 people from sign-in to the complete list and the team’s rules: at most 12 points', async () => {
    const edge = await startEdge({ world: many(60) });
    await edge.connection.connect();
    await Promise.all([edge.readQueue('opened'), edge.readTeamRules()]);
    expect(rowsOf(edge)).toHaveLength(60);
    expect(edge.salesloft.pointsSpent()).toBeLessThanOrEqual(12);
  });

  it('nothing due costs four points', async () => {
    const edge = await signedIn(aWorld());
    await edge.readQueue('opened');
    expect([edge.views.at(-1)?.state, edge.salesloft.pointsSpent()]).toEqual(['ready', 4]);
  });

  it('nothing while young, when a panel opens; the rep’s own click reads', async () => {
    const edge = await signedIn(aWorld(anAction()));
    await edge.readQueue('opened');
    const before = edge.salesloft.pointsSpent();
    edge.clock.now += 59_000;
    await edge.readQueue('opened');
    expect(edge.salesloft.pointsSpent()).toBe(before);
    await edge.readQueue('asked');
    expect(edge.salesloft.pointsSpent()).toBe(2 * before);
    edge.clock.now += 61_000;
    await edge.readQueue('opened');
    expect(edge.salesloft.pointsSpent()).toBe(3 * before);
  });

  it('one read for two who ask at the same moment', async () => {
    const edge = await signedIn(aWorld(anAction()));
    await Promise.all([edge.readQueue('asked'), edge.readQueue('opened'), edge.readQueue('asked')]);
    expect(edge.apiRequests().filter(({ path }) => path === '/v2/actions')).toHaveLength(1);
  });

  it('never asks more than six things at once', async () => {
    const edge = await signedIn(many(1_000));
    let open = 0;
    let most = 0;
    const { fetch } = globalThis;
    globalThis.fetch = async (...asked) => {
      open += 1;
      most = Math.max(most, open);
      return fetch(...asked).finally(() => (open -= 1));
    };
    await edge.readQueue('opened');
    expect([rowsOf(edge).length, most]).toEqual([1_000, 6]);
  });
});

describe('when it goes wrong', () => {
  it('reads on without paging counts', async () => {
    const edge = await signedIn(many(60));
    const odd = edge.salesloft.bend(hasNoPaging());
    await edge.readQueue('opened');
    expect([odd.bites > 0, rowsOf(edge).length]).toEqual([true, 60]);
  });

  it('keeps the rows and says why when Salesloft fails', async () => {
    const edge = await signedIn(aWorld(anAction()));
    await edge.readQueue('opened');
    const outage = edge.salesloft.bend(fails({ on: 'GET /v2/people' }));
    await edge.readQueue('asked');
    expect(outage.bites).toBe(1);
    expect(edge.views.at(-1)).toMatchObject({ state: 'failed', failure: 'salesloft-error', isComplete: true });
    expect(rowsOf(edge)).toHaveLength(1);
    edge.salesloft.unbend();
    await edge.readQueue('opened');
    expect(edge.views.at(-1)).toMatchObject({ state: 'ready' });
    expect(edge.views.at(-1)).not.toHaveProperty('failure');
  });

  it('is callable without companies, cadences and steps', async () => {
    const edge = await signedIn(aWorld(anAction()));
    for (const path of ['accounts', 'cadences', 'steps']) edge.salesloft.bend(fails({ on: `GET /v2/${path}` }));
    await edge.readQueue('opened');
    expect(edge.views.at(-1)).toMatchObject({ state: 'ready', rows: [{ cadenceName: '', stepName: '' }] });
    expect(rowsOf(edge)[0]?.person.numbers).toHaveLength(1);
  });

  it('leaves the team’s budget alone while it is low, and takes a 429 for an empty one', async () => {
    const edge = await signedIn(aWorld(anAction()));
    await edge.readQueue('opened');
    edge.salesloft.bend(isRateLimited({ hasHeaders: false, times: 3 }));
    await edge.readQueue('asked');
    expect(edge.views.at(-1)).toMatchObject({ state: 'failed', failure: 'rate-limited', rows: [{}] });
    expect(edge.facts.at(-1)?.remaining).toBe(0);
    edge.mayRead.now = false;
    const spent = edge.salesloft.requests.length;
    await edge.readQueue('asked');
    expect([edge.salesloft.requests.length, edge.views.at(-1)?.failure]).toEqual([spent, 'rate-limited']);
  });
});
