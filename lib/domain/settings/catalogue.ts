import {
  amount,
  boolean,
  choice,
  formatted,
  list,
  map,
  neededUrl,
  object,
  secret,
  socketUrl,
  text,
  url,
  whole,
  type Spec,
} from './spec';
import type { Settings } from './values';

export const SECTIONS = [
  'integrations',
  'telephony',
  'outcomes',
  'logging',
  'guards',
  'session',
  'network',
  'privacy',
] as const;
export type Section = (typeof SECTIONS)[number];

/** One setting: its label and help are the messages `setting_<key>` and `setting_<key>_help`, dots as underscores. */
export type CatalogueEntry<Key extends keyof Settings = keyof Settings> = {
  readonly key: Key;
  readonly section: Section;
  readonly spec: Spec;
  readonly default: Settings[Key];
  /** False until the part of Loftline that reads it is built: then it is not drawn, but policy may already set it. */
  readonly isInUse: boolean;
  /** False for one that no policy key exists for: it is set on this device alone. */
  readonly isManaged: boolean;
};

const GUARD = choice('allow', 'ask', 'block');

/** Premium numbers, satellites and the networks of no country: dear to call, and nobody's desk. */
const PREMIUM_AND_SATELLITE = '+1900 +1976 +808 +870 +878 +881 +882 +883 +888 +979'.split(' ');

/** Every setting once. Types, policy schema and the options page follow from here; docs/policy.md explains them. */
export const CATALOGUE: { readonly [Key in keyof Settings]: Omit<CatalogueEntry<Key>, 'key'> } = {
  'salesloft.clientId': used('integrations', text, ''),
  'salesloft.clientSecret': used('integrations', secret, ''),
  'salesloft.tokenUrl': used('integrations', neededUrl, 'https://accounts.salesloft.com/oauth/token'),
  'salesloft.scopes': used('integrations', list(formatted('scope')), [
    'team:read',
    'people:read',
    'accounts:read',
    'cadences:read',
    'tasks:read',
    'tasks:write',
    'calls:read',
    'calls:write',
    'notes:read',
    'crm:read',
  ]),
  'salesloft.apiKeyAllowed': planned('integrations', boolean, false),
  'salesloft.teamSize': planned('integrations', whole(0, 100_000), 0),
  'telephony.provider': used('telephony', choice('practice', 'sip', 'twilio', 'handoff'), 'practice'),
  'telephony.callerId': used('telephony', formatted('e164'), ''),
  'telephony.ringSeconds': used('telephony', whole(10, 180), 60),
  'telephony.digitPauseMs': used('telephony', whole(0, 10_000), 1_500),
  'telephony.sip': used(
    'telephony',
    object({
      server: field(socketUrl, ''),
      domain: field(formatted('host'), ''),
      username: field(formatted('sipUser'), ''),
      password: field(secret, ''),
      displayName: field(formatted('displayName'), ''),
      iceServers: field(
        list(object({ urls: field(formatted('ice'), ''), username: field(text, ''), credential: field(secret, '') })),
        [],
      ),
    }),
    { server: '', domain: '', username: '', password: '', displayName: '', iceServers: [] },
  ),
  'telephony.twilio': used(
    'telephony',
    object({
      tokenUrl: field(url, ''),
      edge: field(list(formatted('edge')), []),
      codecPreferences: field(list(text), []),
    }),
    { tokenUrl: '', edge: [], codecPreferences: [] },
  ),
  'telephony.handoff': used('telephony', object({ scheme: field(choice('tel', 'callto', 'sip'), 'tel') }), {
    scheme: 'tel',
  }),
  'telephony.recording': used(
    'telephony',
    object({ mode: field(choice('off', 'provider', 'local'), 'off'), urlTemplate: field(url, '') }),
    { mode: 'off', urlTemplate: '' },
  ),
  'telephony.recordingNotice': own('telephony', text, ''),
  'logging.outcomes': used(
    'outcomes',
    object(
      Object.fromEntries(
        ['noAnswer', 'busy', 'failed', 'voicemail', 'connected', 'canceled'].map((name) => [name, field(text, '')]),
      ),
    ),
    { noAnswer: '', busy: '', failed: '', voicemail: '', connected: '', canceled: '' },
  ),
  'logging.dispositions': used('outcomes', choices(), []),
  'logging.sentiments': used('outcomes', choices(), []),
  'logging.crmFields': used('outcomes', map, {}),
  'logging.holdSeconds': used('logging', whole(0, 30), 8),
  'logging.retries': used('logging', whole(0, 5), 5),
  'logging.reference': used('logging', boolean, true),
  'logging.adHocGuard': used('logging', choice('none', 'task'), 'none'),
  'logging.noteTemplate': used('logging', text, ''),
  'logging.completeWithoutLogging': planned('logging', boolean, false),
  'guards.doNotContact': used('guards', GUARD, 'block'),
  'guards.contactRestriction': used('guards', GUARD, 'block'),
  'guards.callingHours': used(
    'guards',
    object(
      {
        action: field(GUARD, 'ask'),
        start: field(formatted('time'), '08:00'),
        end: field(formatted('time'), '21:00'),
        days: field(list(choice('mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun')), []),
      },
      ['start', 'end'],
    ),
    { action: 'ask', start: '08:00', end: '21:00', days: [] },
  ),
  'guards.blockedDates': used('guards', list(formatted('date')), []),
  'guards.blockedRegions': used('guards', list(formatted('region')), PREMIUM_AND_SATELLITE),
  'guards.maxPerMinute': used('guards', whole(1, 1_000), 4),
  'guards.maxPerDay': used('guards', whole(1, 100_000), 400),
  'guards.recallGapMinutes': used('guards', whole(0, 1_440), 60),
  'guards.otherActions': own(
    'guards',
    object({
      blockedDate: field(GUARD, 'block'),
      blockedRegion: field(GUARD, 'block'),
      recall: field(GUARD, 'ask'),
      calledToday: field(GUARD, 'ask'),
      doneElsewhere: field(GUARD, 'ask'),
      failingNumber: field(GUARD, 'ask'),
    }),
    {
      blockedDate: 'block',
      blockedRegion: 'block',
      recall: 'ask',
      calledToday: 'ask',
      doneElsewhere: 'ask',
      failingNumber: 'ask',
    } as const,
  ),
  'session.countdownSeconds': used('session', whole(0, 30), 3),
  'session.overlay': own('session', boolean, true),
  'network.minimums': planned(
    'network',
    object({
      downloadMbps: field(amount(0, 10_000), 50),
      uploadMbps: field(amount(0, 10_000), 50),
      jitterMs: field(amount(0, 10_000), 20),
      latencyMs: field(amount(0, 10_000), 200),
      packetLossPercent: field(amount(0, 100), 0),
    }),
    { downloadMbps: 50, uploadMbps: 50, jitterMs: 20, latencyMs: 200, packetLossPercent: 0 },
  ),
  'network.speedTestUrl': planned('network', url, ''),
  'reporting.eventsUrl': planned('privacy', url, ''),
  'reporting.includePersonalData': planned('privacy', boolean, false),
  'privacy.keepSignedIn': used('privacy', boolean, false),
  'privacy.namesInNotifications': planned('privacy', boolean, false),
  'privacy.retentionDays': used('privacy', whole(1, 90), 7),
  'assistant.summary': planned('privacy', choice('off', 'onDevice'), 'off'),
};

export const SETTING_KEYS = Object.keys(CATALOGUE) as readonly (keyof Settings)[];

export function isSettingKey(key: string): key is keyof Settings {
  return Object.hasOwn(CATALOGUE, key);
}

function used<Value>(section: Section, spec: Spec, value: Value) {
  return { section, spec, default: value, isInUse: true, isManaged: true };
}

function planned<Value>(section: Section, spec: Spec, value: Value) {
  return { section, spec, default: value, isInUse: false, isManaged: true };
}

function own<Value>(section: Section, spec: Spec, value: Value) {
  return { section, spec, default: value, isInUse: true, isManaged: false };
}

function field(spec: Spec, value: unknown) {
  return { spec, default: value };
}

function choices(): Spec {
  return list(object({ name: field(text, ''), key: field(text, ''), hidden: field(boolean, false) }));
}
