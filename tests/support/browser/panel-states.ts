import { crmTeam } from './crm-team.ts';
import {
  type PanelState,
  rep,
  settings,
  queue,
  call,
  draft,
  answered,
  calls,
  ended,
  noCalls,
  entry,
  receipt,
  outbox,
  storage,
  dialSession,
  state,
  withoutRules,
  signedOut,
  onPage,
  asks,
} from './panel-snapshots.ts';
import { number } from './panel-rows.ts';
import { now } from './plain.ts';

export const PANEL_STATES: readonly PanelState[] = [
  state('signed-out', 'Connect Salesloft', { signIn: signedOut() }),
  state('signed-out-denied', "Loftline wasn't authorized", {
    signIn: signedOut({ failure: { code: 'sign-in-denied', detail: '' } }),
  }),
  state('no-client-id', 'Ask your admin for the client ID', {
    signIn: signedOut(),
    settings: settings({ 'salesloft.clientId': '' }),
  }),
  state('connecting', 'Finish signing in', { signIn: signedOut({ state: 'connecting' }) }),
  state('list', 'Ada Overdue'),
  state('list-cut', 'longer than Loftline can hold', { queue: queue({ isCut: true }) }),
  state('expired', 'Reconnect Salesloft', { signIn: { state: 'expired', rep } }),
  state('expired-empty', "Your list isn't loaded yet", {
    signIn: { state: 'expired', rep },
    queue: queue({ rows: [], isComplete: false, readAt: 0 }),
  }),
  state('loading', 'Updating', {
    queue: queue({ state: 'loading', step: 'people', rows: [], isComplete: false, readAt: 0 }),
  }),
  state('empty', 'No calls due', { queue: queue({ rows: [] }) }),
  state('failed', "Salesloft can't be reached", {
    queue: queue({ state: 'failed', failure: 'salesloft-unreachable', rows: [], isComplete: false, readAt: 0 }),
  }),
  state('permission-missing', "Your Salesloft user isn't allowed to do this", {
    queue: queue({ state: 'failed', failure: 'permission-missing' }),
  }),
  state('dialing', 'Dialing', { call: calls({ state: 'placing' }) }),
  state('ringing', 'Ringing', { call: calls({ state: 'ringing' }) }),
  state('connected-muted', 'Connected', { call: calls({ ...answered, muted: true }, 'Renewal is in March.') }),
  state('on-hold', 'On hold', { call: calls({ ...answered, held: true }) }),
  state('keypad', 'Type or press digits', { call: calls(answered) }, [['button', 'Keypad']]),
  state('ended', 'You hung up after 3:07', { call: ended('hungUpByRep', { ...answered, durationSeconds: 187 }) }),
  state('ended-busy', 'The line was busy', { call: ended('busy') }),
  state('ended-failed', 'Call failed', { call: ended('failed', { failure: '503 Service Unavailable' }) }),
  withoutRules('rules-unknown', 'loaded from Salesloft yet', {
    call: ended('hungUpByPerson', { ...answered, durationSeconds: 187 }),
  }),
  state('ended-crm-fields', 'Filled in by Salesloft', {
    teamRules: crmTeam,
    call: ended('hungUpByPerson', { ...answered, durationSeconds: 187 }),
  }),
  state('session-next', 'of', { dialSession: dialSession() }),
  state('session-skip', 'Wrong person', { dialSession: dialSession() }, [['button', 'Skip']]),
  state('session-later', 'In 3 days', { dialSession: dialSession() }, [['button', 'Call later']]),
  state('session-paused', 'Paused', { dialSession: dialSession({ state: 'paused' }) }),
  state('session-call', 'Connected', { dialSession: dialSession(), call: calls(answered) }),
  state('session-over', 'Session over', { dialSession: dialSession({ state: 'over', endedAt: now }) }),
  state('held', 'Sending to Salesloft in', { outbox: outbox(entry('held')) }),
  state('delivered', 'In Salesloft as call 440017', { outbox: outbox(entry('delivered', { receipt })) }),
  state('unfinished', 'You were on a call with', {
    call: {
      ...noCalls,
      unfinished: [
        {
          call: call({ ...answered, state: 'ended', endReason: 'lost', durationSeconds: 190 }),
          wrapUp: {
            callId: 'call-1',
            state: 'open',
            draft: { ...draft, notes: 'Wants the new pricing by Friday.' },
            savedAt: 0,
          },
        },
      ],
    },
  }),
  state('disk-full', 'Not saved to disk', {
    storage: storage({ trouble: 'disk-full', since: now, unsavedCalls: 1 }),
    call: calls(answered),
  }),
  state('storage-will-not-open', 'restart Chrome', {
    signIn: signedOut(),
    storage: storage({ trouble: 'will-not-open', since: now }),
  }),
  state('storage-other-page', 'Close all other Loftline pages', {
    storage: storage({ trouble: 'other-page', since: now }),
  }),
  state('storage-newer-version', 'saved by a newer version of Loftline', {
    storage: storage({ trouble: 'newer-version', since: now, unsavedCalls: 3 }),
  }),
  state('storage-lost', '2 unsent logs were lost', {
    storage: storage({ emptiedAt: now, lostLogs: 2 }),
  }),
  state('storage-set-aside', "can't be read", { storage: storage({ setAside: 1 }) }),
  state('shown-due', 'Ina Shown', onPage()),
  state(
    'shown-not-due',
    'Nothing is due',
    onPage(
      {
        workId: 'person:1',
        source: { kind: 'none' },
        cadenceName: '',
        stepName: '',
      },
      {
        numbers: [number('+12065550115', '+1 206 555 0115'), number('+12065550116', '+1 206 555 0116', 'mobile')],
      },
      false,
    ),
  ),
  state('shown-barred', 'Ina Shown', onPage({}, { doNotContact: 'yes' })),
  state('shown-no-number', 'has no dialable number', onPage({}, { numbers: [] }, false)),
  state('other-dialer', 'own dialer is open', { shown: { people: {}, dialerTabs: [7] } }),
  state(
    'guard-asks',
    "It's 6:12",
    asks(
      'ask',
      'outside-calling-hours',
      'called-recently',
      'called-by-team-today',
      'done-elsewhere',
      'number-keeps-failing',
    ),
  ),
  state(
    'guard-blocks',
    "reached today's call limit",
    asks('blocked', 'blocked-region', 'blocked-date', 'too-many-today'),
  ),
  state('key-sheet', 'Single keys work', {}, [['button', 'Keys']]),
];
