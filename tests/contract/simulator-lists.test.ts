import { describe, expect, it } from 'vitest';
import { aStep } from '@/tests/salesloft/builders/cadence';
import { anAction, aTask } from '@/tests/salesloft/builders/due-work';
import { aPerson } from '@/tests/salesloft/builders/person';
import { aUser, theRep } from '@/tests/salesloft/builders/team';
import { aWorld, emptyWorld } from '@/tests/salesloft/builders/world';
import { put } from '@/tests/salesloft/world';
import { start } from './simulator';

const NOW = Date.UTC(2026, 10, 23, 17);
const HOUR_MS = 3_600_000;

function people(count: number) {
  return aWorld(...Array.from({ length: count }, (_, index) => aPerson({ id: index + 1 })));
}

describe('paging', () => {
  it('gives 25, and 100 at most', async () => {
    const { get } = await start({ world: people(120) });
    expect((await get('people')).json.data).toHaveLength(25);
    const most = (await get('people?per_page=500')).json;
    expect([most.data.length, most.metadata.paging]).toEqual([
      100,
      { per_page: 100, current_page: 1, next_page: 2, prev_page: null },
    ]);
    expect((await get('people?per_page=100&page=2')).json.metadata.paging).toMatchObject({
      next_page: null,
      prev_page: 1,
    });
  });

  it('corrects nonsense without a word to the client', async () => {
    const { get, salesloft } = await start({ world: people(3) });
    const reply = await get('people?per_page=-5&page=x');
    expect([reply.status, reply.json.metadata.paging]).toEqual([
      200,
      expect.objectContaining({ per_page: 25, current_page: 1 }),
    ]);
    expect(salesloft.violations).toHaveLength(2);
  });

  it('counts only when asked, and is empty past the end', async () => {
    const { get } = await start({ world: people(30) });
    expect((await get('people?page=9')).json.data).toEqual([]);
    expect((await get('people?include_paging_counts=true')).json.metadata.paging).toMatchObject({
      total_pages: 2,
      total_count: 30,
    });
  });

  it('is missing from users without a page, and where the world says so', async () => {
    const world = put(people(1), ...Array.from({ length: 40 }, () => aUser()));
    world.rules.listsWithoutPaging = ['people'];
    const { get } = await start({ world });
    const users = (await get('users')).json;
    expect([users.data.length, users.metadata.paging]).toEqual([41, undefined]);
    expect((await get('users?page=1')).json.data).toHaveLength(25);
    expect((await get('people')).json.metadata.paging).toBeUndefined();
  });
});

describe('filters', () => {
  it('passes an unknown one over, and says so in the violations', async () => {
    const { get, salesloft } = await start({ world: aWorld(aTask({ taskType: 'email' }), aTask()) });
    const reply = await get('tasks?type=call');
    expect([reply.json.data.length, reply.json.metadata.filtering]).toEqual([2, {}]);
    expect(salesloft.violations).toEqual(['GET /v2/tasks: type is no parameter: it is ignored']);
  });

  it('takes a bare name for an array, and says so in the violations', async () => {
    const { get, salesloft } = await start({ world: people(3) });
    expect((await get('people?ids=2')).json.data.map(({ id }) => id)).toEqual([2]);
    expect((await get('people?ids[]=1&ids[]=3')).json.data).toHaveLength(2);
    expect(salesloft.violations).toEqual(['GET /v2/people: ids is an array: write ids[]']);
  });

  it('refuses a bad value or sort', async () => {
    const { get } = await start();
    expect((await get('tasks?time_interval_filter=soon')).json.errors).toEqual({
      time_interval_filter: ['is invalid'],
    });
    expect((await get('actions?due_on[lte]=soon')).json.errors).toEqual({ due_on: ['is invalid'] });
    expect((await get('actions?sort_by=due_on')).status).toBe(422);
  });

  it('compares times in microseconds', async () => {
    const world = aWorld(aPerson({ id: 1, at: NOW }));
    const { get } = await start({ world });
    const row = world.people.get('1');
    if (row) row.updated_at = '2026-11-23T17:00:00.000500+00:00';
    expect((await get('people?updated_at[lte]=2026-11-23T17:00:00.000Z')).json.data).toHaveLength(0);
    expect((await get('people?updated_at[gt]=2026-11-23T17:00:00.000499Z')).json.data).toHaveLength(1);
  });
});

describe('rows', () => {
  it('carry references, and nothing that is only known here', async () => {
    const { get } = await start({ world: aWorld(anAction({ person: aPerson({ id: 1 }) })) });
    const [action] = (await get('actions')).json.data;
    expect(action?.['person']).toEqual({ id: 1, _href: 'https://api.salesloft.com/v2/people/1' });
    expect(action).not.toHaveProperty('hidden');
  });

  it('carry an id above 2^53 as text', async () => {
    const { get } = await start({ world: aWorld(aPerson({ id: '9007199254740995123' })) });
    expect((await get('people/9007199254740995123')).json.data['id']).toBe('9007199254740995123');
  });

  it('are 404: JSON for a row, a page for a resource', async () => {
    const { get } = await start();
    expect((await get('people/1')).json.error).toBe('Not Found');
    const unknown = await get('prospects');
    expect([unknown.status, unknown.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
  });
});

describe('due work', () => {
  const colleague = aUser({ id: 31 });
  const own = anAction({ id: 1, dueAt: NOW - HOUR_MS });
  const future = anAction({ id: 2, dueAt: NOW + HOUR_MS });
  const foreign = anAction({ id: 3, user: colleague, dueAt: NOW - HOUR_MS });
  const ids = (rows: readonly { readonly [name: string]: unknown }[]) => rows.map(({ id }) => id);

  it('lists a rep own actions, and an admin the whole team', async () => {
    const rep = await start({ world: aWorld(own, foreign), clock: () => NOW });
    expect(ids((await rep.get('actions')).json.data)).toEqual([1]);
    const world = put(emptyWorld({ rep: theRep({ teamAdmin: true }) }), own, foreign);
    const admin = await start({ world, clock: () => NOW });
    expect(ids((await admin.get('actions')).json.data)).toEqual([1, 3]);
    expect(ids((await admin.get(`actions?user_guid[]=${colleague.guid}`)).json.data)).toEqual([3]);
  });

  it('bounds actions by due_on, and finds steps with due ones', async () => {
    const { get } = await start({
      world: aWorld(own, future, anAction({ step: aStep({ type: 'email' }), dueAt: NOW })),
      clock: () => NOW,
    });
    expect(ids((await get(`actions?type=phone&due_on[lte]=${new Date(NOW).toISOString()}`)).json.data)).toEqual([1]);
    expect(ids((await get('steps?has_due_actions=true&type=phone')).json.data)).toEqual([own.step.id]);
  });

  it('hides an action once it is done', async () => {
    const { get, salesloft } = await start({ world: aWorld(anAction({ id: 9 })) });
    expect((await get('actions/9')).status).toBe(200);
    const action = salesloft.world.actions.get('9');
    if (action) action.status = 'completed';
    expect((await get('actions/9')).status).toBe(404);
    expect((await get('actions')).json.data).toEqual([]);
  });

  it('divides tasks by days in the rep zone, oldest first', async () => {
    const clock = () => Date.UTC(2026, 10, 23, 3);
    const days = ['2026-11-23', '2026-11-22', '2026-11-20', '2026-11-24'];
    const { get } = await start({ world: aWorld(...days.map((dueDate, id) => aTask({ id: id + 1, dueDate }))), clock });
    expect(ids((await get('tasks?time_interval_filter=overdue')).json.data)).toEqual([3]);
    expect(ids((await get('tasks?time_interval_filter=today')).json.data)).toEqual([2]);
    expect(ids((await get('tasks')).json.data)).toEqual([3, 2, 1, 4]);
  });

  it('may list a cadence step among the tasks as well', async () => {
    const task = aTask({ id: 5, source: 'salesloft.cadence' });
    const { get, salesloft } = await start({ world: aWorld(anAction({ id: 1, task })) });
    expect((await get('actions/1')).json.data['task']).toMatchObject({ id: 5 });
    expect(ids((await get('tasks')).json.data)).toEqual([5]);
    salesloft.world.rules.listsCadenceTasks = false;
    expect(ids((await get('tasks')).json.data)).toEqual([]);
    expect(ids((await get('tasks?source[]=salesloft.cadence')).json.data)).toEqual([5]);
  });
});

describe('the budget', () => {
  it('charges deep pages more', async () => {
    const { get } = await start();
    const costs = [];
    for (const page of [100, 101, 151, 251, 501]) {
      costs.push((await get(`people?page=${page}`)).headers.get('x-ratelimit-endpoint-cost'));
    }
    expect(costs).toEqual(['1', '3', '8', '10', '30']);
  });

  it('ends at 600 a minute, says no Retry-After, and is whole again in the next minute', async () => {
    let now = NOW;
    const world = aWorld();
    world.rules.pointsPerWindow = 3;
    const { get, salesloft } = await start({ world, clock: () => now });
    expect((await get('me')).headers.get('x-ratelimit-remaining-minute')).toBe('2');
    await get('team');
    await get('team');
    const refused = await get('me');
    expect([refused.status, refused.json, refused.headers.get('retry-after')]).toEqual([
      429,
      { error: 'API rate limit exceeded' },
      null,
    ]);
    expect(refused.headers.get('date')).toBe('Mon, 23 Nov 2026 17:00:00 GMT');
    now += 60_000;
    expect((await get('me')).status).toBe(200);
    expect(salesloft.pointsSpent()).toBe(4);
  });
});
