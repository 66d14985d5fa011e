import { expect, it } from 'vitest';
import type { DueWork } from '@/lib/domain/queue/due-work';
import { asId, type TaskId } from '@/lib/domain/core/ids';
import { createFindPerson } from '@/lib/services/queue/find-person';
import { aCall, aCalledPerson, anActionSource, aPersonId } from '@/tests/support/builders/builders';
import { aDueWork } from '@/tests/support/builders/view';

const row = aDueWork('Pat Lee', {
  source: anActionSource(),
  cadenceName: 'Q4 Outbound',
  stepName: 'Day 1',
  person: { personId: aPersonId() },
});
const task: DueWork = {
  ...row,
  workId: 'task:5',
  source: { kind: 'task', taskId: asId<TaskId>('5') },
  cadenceName: '',
  stepName: 'Call back',
};
const lately = aCall({ person: aCalledPerson({ personId: aPersonId('7') }), placedAt: 1_000 });
const find = createFindPerson({
  readRows: () => Promise.resolve([row, task]),
  lastCallTo: (personId) => Promise.resolve(personId === lately.person.personId ? lately : undefined),
  now: () => 60_000,
});

it('finds the person with what the call is for', async () => {
  expect(await find(aPersonId(), row.source)).toMatchObject({
    person: { name: 'Pat Lee' },
    context: 'Q4 Outbound · Day 1',
  });
  expect(await find(aPersonId(), task.source)).toMatchObject({ context: 'Call back' });
});

it('knows nobody who is not on the list', async () => {
  expect(await find(aPersonId('1'), row.source)).toBeUndefined();
});

it('knows whom the rep has just called, by the number that was dialed', async () => {
  expect(await find(aPersonId('7'), { kind: 'none' })).toMatchObject({
    person: { name: 'Pat Lee', numbers: [{ e164: lately.to }] },
  });
});
