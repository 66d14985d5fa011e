import { expect, it } from 'vitest';
import { createEndAsNoAnswer } from '@/lib/services/dial-session/end-as-no-answer';
import type { SubmitOutcome } from '@/lib/domain/wrap-up/check-wrap-up';
import { asId, type EntryId } from '@/lib/domain/core/ids';
import { aCall, anEndedCall, someTeamRules } from '@/tests/support/builders/builders';
import { createMemoryRecords } from '@/tests/support/fakes/memory-records';

const NOTHING = { noAnswer: '', busy: '', failed: '', voicemail: '', connected: '', canceled: '' };
const saved: SubmitOutcome = { kind: 'saved', entryId: asId<EntryId>('entry-1') };

function setUp(outcome: SubmitOutcome = saved) {
  const records = createMemoryRecords();
  const told: string[] = [];
  const noAnswer = createEndAsNoAnswer({
    records,
    hangUp: () => Promise.resolve(void told.push('hang up')),
    submit: (_callId, { disposition, notes }) => {
      told.push(`log ${disposition} ${notes}`.trim());
      return Promise.resolve(outcome);
    },
    readOutcomes: () => Promise.resolve(NOTHING),
    readKnownRules: () => Promise.resolve(someTeamRules({ dispositions: ['Connected', 'No Answer'] })),
    dialNext: (done = '') => Promise.resolve(void told.push(`dial the next after ${done}`.trim())),
    showPanel: () => Promise.resolve(void told.push('show')),
    now: () => 2_000,
  });
  return { noAnswer, records, told };
}

it('ends a live call, and logs it as no answer when the line has told of the end', async () => {
  const { noAnswer, records, told } = setUp();
  const { callId } = (await records.open(aCall())).record.call;
  await noAnswer.end();
  expect(told).toEqual(['hang up']);
  await records.change(callId, (record) => ({ ...record, call: anEndedCall() }));
  await noAnswer.onEnded(callId);
  expect(told).toEqual(['hang up', 'log No Answer', 'dial the next after action:271088']);
});

it('logs at once what has ended already, with what the rep has chosen and written', async () => {
  const { noAnswer, records, told } = setUp();
  const { callId } = (await records.open(anEndedCall())).record.call;
  await records.change(callId, (record) => ({
    ...record,
    wrapUp: { ...record.wrapUp, state: 'open', draft: { disposition: 'Connected', sentiment: '', notes: 'Spoke.' } },
  }));
  await noAnswer.end();
  expect(told[0]).toBe('log Connected Spoke.');
});

it('shows the panel when only the rep can say what is missing, and wishes it no more', async () => {
  const { noAnswer, records, told } = setUp({ kind: 'missing', fields: ['sentiment'] });
  await records.open(anEndedCall());
  await noAnswer.end();
  expect(told).toEqual(['log No Answer', 'show']);
  expect(records.all()[0]?.logsItself).toBeUndefined();
});

it('dials the next with nothing in hand, and leaves other calls that end alone', async () => {
  const { noAnswer, records, told } = setUp();
  await noAnswer.end();
  expect(told).toEqual(['dial the next after']);
  const { callId } = (await records.open(anEndedCall())).record.call;
  await noAnswer.onEnded(callId);
  expect(told).toHaveLength(1);
});
