import { expect, it } from 'vitest';
import type { ApiResult } from '@/lib/domain/core/api-result';
import { asId, type PersonId, type TaskId } from '@/lib/domain/core/ids';
import { createCallLater } from '@/lib/services/dial-session/make-later-task';
import { anHttpFailure, aSignedInAccount, noAnswer } from '@/tests/support/builders/builders';

const later = {
  personId: asId<PersonId>('5'),
  personName: 'Ann One',
  source: { kind: 'task', taskId: asId<TaskId>('9') } as const,
  dueDate: '2026-11-30',
};
const done = { ok: true, value: null } as const;

function setUp(...answers: ApiResult<null>[]) {
  const told: string[] = [];
  const answer = (words: string): Promise<ApiResult<null>> => {
    told.push(words);
    return Promise.resolve(answers.shift() ?? done);
  };
  const callLater = createCallLater({
    tasks: {
      make: ({ subject, dueDate }) => answer(`make ${subject} ${dueDate}`),
      move: (taskId, dueDate) => answer(`move ${taskId} ${dueDate}`),
    },
    readSignIn: () => Promise.resolve(aSignedInAccount()),
    subjectFor: (name) => `Call ${name}`,
    onPutOff: (workId) => Promise.resolve(void told.push(`put off ${workId}`)),
    now: () => Date.UTC(2026, 10, 26, 12),
  });
  return { callLater, told };
}

it('puts the work off once Salesloft has it', async () => {
  const { callLater, told } = setUp();
  await callLater(later);
  expect(told).toEqual(['move 9 2026-11-30', 'put off task:9']);
});

it('makes a task after a call, whose own task the log completes', async () => {
  const { callLater, told } = setUp();
  await callLater({ ...later, callId: 'c1' });
  expect(told).toEqual(['make Call Ann One 2026-11-30']);
});

it('asks once more when no answer came: the same wish is one task', async () => {
  const { callLater, told } = setUp({ ok: false, failure: noAnswer() });
  await callLater(later);
  expect(told).toEqual(['move 9 2026-11-30', 'move 9 2026-11-30', 'put off task:9']);
});

it('says what Salesloft says, and puts nothing off', async () => {
  const { callLater, told } = setUp({ ok: false, failure: anHttpFailure(422, { words: 'due_date is invalid' }) });
  await expect(callLater(later)).rejects.toMatchObject({ code: 'refused', detail: 'due_date is invalid' });
  expect(told).toHaveLength(1);
});

it('takes no day that is not later', async () => {
  await expect(setUp().callLater({ ...later, dueDate: '2026-11-26' })).rejects.toMatchObject({
    code: 'date-not-later',
  });
});
