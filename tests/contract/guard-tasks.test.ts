import { describe, expect, it } from 'vitest';
import { guardTaskOf } from '@/lib/domain/outbox/guard-task';
import { asId, type E164, type PersonId } from '@/lib/domain/core/ids';
import { createGetGuardTask } from '@/lib/services/outbox/get-guard-task';
import { anAdHocEntry } from '@/tests/support/builders/builders';
import { aTask } from '@/tests/salesloft/builders/due-work';
import { aPerson } from '@/tests/salesloft/builders/person';
import { aWorld } from '@/tests/salesloft/builders/world';
import type { Row } from '@/tests/salesloft/rows';
import { losesAnswerAfterCommit } from '@/tests/salesloft/scenarios/lost-answers';
import { ignoresFilters } from '@/tests/salesloft/scenarios/odd-lists';
import { startEdge } from './edge';

const person = aPerson();
const personId = asId<PersonId>(String(person.id));
const entry = anAdHocEntry({ personId });
const task = guardTaskOf(entry);

async function signedIn(...rows: readonly Row[]) {
  const edge = await startEdge({ world: aWorld(person, ...rows) });
  await edge.connection.connect();
  edge.salesloft.resetLog();
  const { world } = edge.salesloft;
  return { ...edge, world, tasks: () => [...world.tasks.values()], get: createGetGuardTask(edge.guardTasks) };
}

describe('a task that guards a call without action or task', () => {
  it('is made in the words of Salesloft’s contract, and lets the call in once', async () => {
    const edge = await signedIn();
    const made = await edge.get(entry, false);
    const taskId = made.ok ? made.value : expect.unreachable('no task');
    expect(edge.tasks()).toMatchObject([
      { subject: task.subject, task_type: 'call', due_date: task.dueDate, current_state: 'scheduled' },
    ]);
    const log = {
      personId,
      to: asId<E164>('+14045550134'),
      duration: 62,
      disposition: 'Connected',
      sentiment: '',
      notes: '',
      completes: { kind: 'task', taskId },
    } as const;
    expect((await edge.calls.log(log, '')).ok).toBe(true);
    expect(await edge.calls.log(log, '')).toMatchObject({
      ok: false,
      failure: { fields: { task_id: [expect.any(String)] } },
    });
    expect([edge.world.calls.size, edge.tasks()[0]?.current_state]).toEqual([1, 'completed']);
    expect(edge.salesloft.violations).toEqual([]);
  });

  it('is found by its key when the answer was lost', async () => {
    const edge = await signedIn();
    const lost = edge.salesloft.bend(losesAnswerAfterCommit({ on: 'POST /v2/tasks', times: 1 }));
    expect((await edge.get(entry, false)).ok).toBe(false);
    expect(await edge.get(entry, true)).toEqual({ ok: true, value: String(edge.tasks()[0]?.id) });
    expect([lost.bites, edge.tasks().length]).toEqual([1, 1]);
    expect(edge.salesloft.violations).toEqual([]);
  });

  it.each(['same task', 'refused'] as const)('is the same one when its key is used again: %s', async (rule) => {
    const edge = await signedIn();
    edge.world.rules.repeatedTaskKey = rule;
    const first = await edge.get(entry, false);
    expect(await edge.get(entry, false)).toEqual(first);
    expect([first.ok, edge.tasks().length]).toEqual([true, 1]);
  });

  it('is never a task that somebody is to do, when the key is ignored', async () => {
    const edge = await signedIn(aTask({ person }));
    const ignored = edge.salesloft.bend(ignoresFilters({ on: 'GET /v2/tasks' }));
    expect(await edge.guardTasks.find(task)).toEqual({ ok: true, value: undefined });
    expect(ignored.bites).toBe(1);
  });
});
