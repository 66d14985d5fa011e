import { expect, it } from 'vitest';
import { endDialSession, settleWork, startDialSession, type WorkOutcome } from '@/lib/domain/dial-session/dial-session';
import { readStoredRun } from '@/lib/storage/database/stored-dial-session';

const run = startDialSession(['action:1', 'task:2'], 5_000);
const OUTCOMES: readonly WorkOutcome[] = [
  { kind: 'called', talkSeconds: 3, wasConnected: true, disposition: 'Connected' },
  { kind: 'skipped', reason: 'not-now' },
  { kind: 'later', dueDate: '2026-12-01' },
];

it.each([run, endDialSession(run, 6_000), ...OUTCOMES.map((outcome) => settleWork(run, 'action:1', outcome))])(
  'reads a dial session as it was written: %j',
  (written) => {
    expect(readStoredRun(written)).toEqual(written);
  },
);

it.each([
  undefined,
  null,
  'running',
  [],
  { ...run, plan: 'action:1' },
  { ...run, plan: { length: 2 } },
  { ...run, plan: [1, null] },
  { ...run, state: 'on' },
  { ...run, startedAt: '5' },
  { ...run, outcomes: null },
  { ...run, outcomes: [] },
  { ...run, outcomes: { 'action:1': null } },
  { ...run, outcomes: { 'action:1': { kind: 'constructor' } } },
  { ...run, outcomes: { 'action:1': { kind: 'called', talkSeconds: 'long' } } },
])('takes %j for none', (stored) => {
  expect(readStoredRun(stored)).toBeNull();
});
