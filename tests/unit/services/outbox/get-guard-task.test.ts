import { describe, expect, it } from 'vitest';
import type { ApiResult } from '@/lib/domain/core/api-result';
import { asId, type TaskId } from '@/lib/domain/core/ids';
import { createGetGuardTask } from '@/lib/services/outbox/get-guard-task';
import { anAdHocEntry, anHttpFailure, noAnswer } from '@/tests/support/builders/builders';

const task: ApiResult<TaskId> = { ok: true, value: asId<TaskId>('501') };
const none: ApiResult<TaskId | undefined> = { ok: true, value: undefined };
const failed = { ok: false, failure: noAnswer() } as const;
const keyTaken = {
  ok: false,
  failure: anHttpFailure(422, { fields: { idempotency_key: ['has already been taken'] } }),
} as const;

function setUp(answers: { find?: ApiResult<TaskId | undefined>; make?: ApiResult<TaskId> }) {
  const asked: string[] = [];
  const getGuardTask = createGetGuardTask({
    find: () => Promise.resolve(asked.push('find')).then(() => answers.find ?? none),
    make: () => Promise.resolve(asked.push('make')).then(() => answers.make ?? task),
  });
  return { asked, get: (mayExist: boolean) => getGuardTask(anAdHocEntry(), mayExist) };
}

describe('getting the task that guards a log', () => {
  it.each([
    ['makes one', false, {}, ['make'], task],
    ['finds the one whose answer was lost', true, { find: task }, ['find'], task],
    ['makes the one whose request was lost', true, {}, ['find', 'make'], task],
    ['finds the one whose key is used', false, { make: keyTaken, find: task }, ['make', 'find'], task],
    ['makes none while it cannot look', true, { find: failed }, ['find'], failed],
  ])('%s', async (_words, mayExist, answers, requests, result) => {
    const { asked, get } = setUp(answers);
    expect(await get(mayExist)).toEqual(result);
    expect(asked).toEqual(requests);
  });

  it('takes a used key whose task is not shown yet for no refusal', async () => {
    const { get } = setUp({ make: keyTaken });
    expect(await get(false)).toMatchObject({
      ok: false,
      failure: { kind: 'noAnswer', fields: keyTaken.failure.fields },
    });
  });

  it('passes any other refusal on', async () => {
    const refused = { ok: false, failure: anHttpFailure(422, { fields: { person_id: ['does not exist'] } }) } as const;
    const { asked, get } = setUp({ make: refused });
    expect(await get(false)).toEqual(refused);
    expect(asked).toEqual(['make']);
  });
});
