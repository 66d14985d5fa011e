import type { Call } from '../../../lib/domain/call/call.ts';
import type { DialSession } from '../../../lib/domain/dial-session/dial-session.ts';
import type { GuardReason } from '../../../lib/domain/guards/dial-rules.ts';
import type { Person } from '../../../lib/domain/call/person.ts';
import type { DueWork } from '../../../lib/domain/queue/due-work.ts';
import type { OutboxRow } from '../../../lib/domain/outbox/outbox-row.ts';
import { resolveSettings, toSettingsView } from '../../../lib/domain/settings/resolve.ts';
import type { Settings } from '../../../lib/domain/settings/values.ts';
import type { Snapshots } from '../../../lib/storage/snapshots/snapshots.ts';
import { number, rows, work } from './panel-rows.ts';
import { MINUTE, now, type Plain } from './plain.ts';

/** One state of the panel, and how to get there. */
export type PanelState = {
  readonly name: string;
  readonly snapshots: Plain<Partial<Snapshots>>;
  /** Words that tell that the state is drawn. */
  readonly words: string;
  /** Pressed before the picture, by role and name. */
  readonly presses?: readonly (readonly [role: string, name: string])[];
};

export const rep = {
  userId: '17',
  guid: 'rep-1',
  name: 'Dana Rivers',
  email: 'dana@example.com',
  timeZone: 'US/Eastern',
  teamId: '3',
  teamName: 'Northwind Sales',
  country: 'US',
};
export const settings = (own: Partial<Settings> = {}): Snapshots['settings'] =>
  toSettingsView(resolveSettings({}, { 'salesloft.clientId': 'client', ...own }));
export const teamRules = {
  dispositions: ['Connected', 'No Answer', 'Left Voicemail', 'Busy', 'Gatekeeper', 'Wrong Number'],
  sentiments: ['Interested', 'Neutral', 'Not Interested'],
  dispositionRequired: true,
  sentimentRequired: true,
  recordingDisabled: false,
  crmFields: [],
};

export const queue = (change: Plain<Partial<Snapshots['queue']>> = {}): Plain<Snapshots['queue']> => ({
  state: 'ready',
  step: 'none',
  isComplete: true,
  readAt: now - 2 * MINUTE,
  rows,
  otherCadences: [{ cadenceId: '8', name: 'Zebra' }],
  ...change,
});

export const call = (change: Plain<Partial<Call>> = {}): Plain<Call> => ({
  callId: 'call-1',
  owner: { userGuid: 'rep-1', tenantId: '3' },
  person: {
    personId: '1',
    name: 'Ada Overdue',
    title: 'Head of Claims',
    company: 'Thameside Insurance',
    timeZone: 'Europe/London',
  },
  to: '+442079460985',
  source: { kind: 'action', actionId: '1' },
  context: 'Q4 Outbound - Operations · Day 1: Step 2 - Phone',
  line: 'practice',
  state: 'connected',
  earlyMedia: false,
  muted: false,
  held: false,
  placedAt: now - 200_000,
  durationSeconds: 0,
  failure: '',
  lastSeq: 2,
  ...change,
});
export const draft = { disposition: '', sentiment: '', notes: '' };
export const answered = { connectedAt: now - 187_000 };
export const calls = (change: Plain<Partial<Call>>, notes = '', wrapUp: 'none' | 'open' = 'none') => ({
  call: call(change),
  wrapUp: { callId: 'call-1', state: wrapUp, draft: { ...draft, notes }, savedAt: 0 },
  unfinished: [],
});
export const ended = (endReason: Call['endReason'], change: Plain<Partial<Call>> = {}) =>
  calls({ state: 'ended', endedAt: now, endReason: endReason ?? 'unknown', durationSeconds: 0, ...change }, '', 'open');
export const noCalls = { call: null, wrapUp: null, unfinished: [] };

export const entry = (state: OutboxRow['state'], change: Plain<Partial<OutboxRow>> = {}): Plain<OutboxRow> => ({
  entryId: `entry-${state}`,
  callId: 'call-1',
  personName: 'Ada Overdue',
  disposition: 'Connected',
  sentiment: 'Interested',
  notes: 'Renewal is in March.',
  hasMoreNotes: false,
  ref: 'K7MQ-2XWD',
  to: '+442079460985',
  durationSeconds: 187,
  calledAt: now - 10 * MINUTE,
  createdAt: now - 7 * MINUTE,
  state,
  retry: 2,
  retries: 5,
  nextTryAt: state === 'held' ? now + 5 * MINUTE : state === 'retry' ? now + 3 * MINUTE : 0,
  ...change,
});
export const reason = (code: NonNullable<OutboxRow['reason']>['code'], words = '') => ({ code, field: '', words });
export const receipt = { loggedCallId: '440017', noteId: '77', loggedAt: now - MINUTE, foundByReading: false };
export const outbox = (...entries: readonly Plain<OutboxRow>[]): Plain<Snapshots['outbox']> => ({
  unsent: entries.filter((row) => row.state !== 'delivered').length,
  needsAttention: entries.filter((row) => row.state === 'needsAttention').length,
  deliveredToday: entries.filter((row) => row.state === 'delivered').length,
  waitUntil: 0,
  entries,
});
export const storage = (change: Partial<Snapshots['storage']> = {}): Snapshots['storage'] => ({
  trouble: 'none',
  since: 0,
  unsavedCalls: 0,
  setAside: 0,
  emptiedAt: 0,
  putBackLogs: 0,
  lostLogs: 0,
  ...change,
});

/** A run through the list of which the first is done; the driver's countdown does not run in a window that only shows it. */
export const dialSession = (change: Partial<Plain<DialSession>> = {}): Plain<Snapshots['dialSession']> => ({
  run: {
    state: 'running',
    startedAt: now - 12 * MINUTE,
    plan: ['gone', ...queue().rows.map(({ workId }) => workId)],
    outcomes: { gone: { kind: 'called', talkSeconds: 187, wasConnected: true, disposition: 'Connected' } },
    ...change,
  },
});

export const base = {
  signIn: { state: 'signedIn', rep },
  settings: settings(),
  teamRules,
  queue: queue(),
  call: noCalls,
  outbox: outbox(),
} as const;
export const state = (
  name: string,
  words: string,
  change: Plain<Partial<Snapshots>> = {},
  presses: PanelState['presses'] = [],
): PanelState => ({ name, words, snapshots: { ...base, ...change }, presses });
export const withoutRules = (name: string, words: string, change: Plain<Partial<Snapshots>>): PanelState => {
  const { teamRules: _unread, ...known } = base;
  return { name, words, snapshots: { ...known, ...change } };
};
export const signedOut = (change: Plain<Partial<Snapshots['signIn']>> = {}) =>
  ({ state: 'signedOut', ...change }) as const;

/** Whom the Salesloft page in the panel's own window shows; the window's id is put in when it is published. */
export const THIS_WINDOW = 'this window';
export const onPage = (
  change: Plain<Partial<DueWork>> = {},
  person: Plain<Partial<Person>> = {},
  isDue = true,
): Plain<Partial<Snapshots>> => ({
  shown: { people: { [THIS_WINDOW]: { work: work('Ina Shown', change, person), isDue, chosenAt: 0 } }, dialerTabs: [] },
});
export const asks = (kind: 'ask' | 'blocked', ...reasons: readonly GuardReason[]): Plain<Partial<Snapshots>> => ({
  question: {
    question: {
      kind,
      reasons,
      there: { source: 'place', timeZone: 'Asia/Tokyo', minuteOfDay: 372 },
      work: work('Ada Overdue'),
      number: number('+442079460985', '+44 20 7946 0985'),
    },
  },
});
