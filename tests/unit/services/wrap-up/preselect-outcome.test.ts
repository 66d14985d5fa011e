import { expect, it } from 'vitest';
import { createPreselectOutcome } from '@/lib/services/wrap-up/preselect-outcome';
import { aCall, someTeamRules } from '@/tests/support/builders/builders';
import { createMemoryRecords } from '@/tests/support/fakes/memory-records';

const outcomes = { noAnswer: '', busy: 'Busy', failed: '', voicemail: '', connected: '', canceled: '' };

it.each([
  ['', 'Busy'],
  ['Connected', 'Connected'],
])('leaves a choice of the rep’s alone: %j becomes %s', async (chosen, expected) => {
  const call = aCall({ state: 'ended', endReason: 'busy' });
  const records = createMemoryRecords();
  const { record } = await records.open(call);
  await records.saveDraft(call.callId, { disposition: chosen, sentiment: '', notes: '' }, 1);
  await createPreselectOutcome({
    records,
    readOutcomes: () => Promise.resolve(outcomes),
    readKnownRules: () => Promise.resolve(someTeamRules()),
    now: () => 5,
  })(record);
  expect((await records.read(call.callId))?.wrapUp.draft.disposition).toBe(expected);
});
