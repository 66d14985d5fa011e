import { expect, it } from 'vitest';
import { createPreselectOutcome } from '@/lib/services/preselect-outcome';
import { aCall, someTeamRules } from '@/tests/fakes/builders';
import { createMemoryRecords } from '@/tests/fakes/memory-records';

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
