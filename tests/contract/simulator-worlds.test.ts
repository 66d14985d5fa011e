import { describe, expect, it } from 'vitest';
import { operations } from '@/tests/salesloft/contract';
import { routes } from '@/tests/salesloft/resources/routes';
import { livelyWorld } from '@/tests/salesloft/worlds/lively';
import { many } from '@/tests/salesloft/worlds/many';
import { start } from './simulator';

const NOW = Date.UTC(2026, 10, 23, 17);
const DUE = `actions?type=phone&per_page=100&due_on[lte]=${new Date(NOW).toISOString()}`;

describe('a lively day', () => {
  it('has 45 steps and 15 tasks due for 60 people, and other work that is not', async () => {
    const { get } = await start({ world: livelyWorld(NOW), clock: () => NOW });
    const actions = (await get(DUE)).json.data;
    const stepTasks = new Set(actions.map((action) => (action['task'] as { id?: number } | null)?.id));
    const tasks = [
      ...(await get('tasks?task_type[]=call&user_id[]=17&time_interval_filter=overdue&per_page=100')).json.data,
      ...(await get('tasks?task_type[]=call&user_id[]=17&time_interval_filter=today&per_page=100')).json.data,
    ].filter(({ id }) => !stepTasks.has(id as number));
    const people = new Set([...actions, ...tasks].map((work) => (work['person'] as { id: unknown }).id));
    expect([actions.length, tasks.length, people.size]).toEqual([45, 15, 60]);
    expect((await get('cadences')).json.data).toHaveLength(6);
    expect((await get('actions?per_page=100')).json.data.length).toBeGreaterThan(45);
  });

  it('names everybody and everything its rows refer to', () => {
    const world = livelyWorld(NOW);
    for (const { person, step, cadence, user } of world.actions.values()) {
      expect(world.people.has(String(person.id)) && world.steps.has(String(step.id))).toBe(true);
      expect(world.cadences.has(String(cadence.id)) && world.users.has(String(user.id))).toBe(true);
    }
    for (const { account } of world.people.values())
      expect(account === null || world.accounts.has(String(account.id))).toBe(true);
  });
});

describe('many due calls', () => {
  it('is four steps in five, and the same each time', () => {
    const world = many(5_000, NOW);
    expect([world.people.size, world.accounts.size, world.actions.size, world.cadences.size, world.steps.size]).toEqual(
      [5_000, 2_000, 4_000, 8, 40],
    );
    const twins = [...world.tasks.values()].filter(({ hidden }) => hidden.source === 'salesloft.cadence');
    expect([twins.length, world.tasks.size - twins.length]).toEqual([500, 1_000]);
    expect([...many(5_000, NOW).people.values()].at(-1)).toEqual([...world.people.values()].at(-1));
  });
});

describe('the contract', () => {
  it('has an answer for each of its operations, and no answer beyond them', () => {
    expect(Object.keys(routes).sort()).toEqual(operations.map(({ name }) => name).sort());
  });
});

describe('the other hosts', () => {
  it('shows a person with the calls logged since', async () => {
    const client = await start({ world: livelyWorld(NOW), clock: () => NOW });
    await client.post('activities/calls', { person_id: 26_002, duration: 5, notes: 'Fresh.' });
    const page = await client.send('https://app.salesloft.com/app/people/26002');
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect((await client.send('https://app.salesloft.com/internal/people/26002')).text).toContain('Fresh.');
  });

  it('answers any other host with 404, and remembers what it was told', async () => {
    const { send, salesloft } = await start();
    expect((await send('https://events.test/hook', { method: 'POST', body: 'leak' })).status).toBe(404);
    expect(salesloft.requests.at(-1)).toMatchObject({
      host: 'events.test',
      path: '/hook',
      body: 'leak',
      status: 404,
      points: 0,
    });
    salesloft.resetLog();
    expect(salesloft.requests).toEqual([]);
  });
});
