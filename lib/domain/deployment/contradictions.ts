import { CATALOGUE } from '@/lib/domain/settings/catalogue';
import type { EffectiveSettings } from '@/lib/domain/settings/resolve';
import type { Settings } from '@/lib/domain/settings/values';
import type { PolicyFinding } from './policy-finding';

type Key = keyof Settings;
type Rule = {
  readonly keys: readonly Key[];
  /** A message key: what is wrong with the keys together, and what to do. */
  readonly problem: string;
  readonly holds: (values: Settings, isSet: (key: Key) => boolean) => boolean;
};

const SALESLOFT_TOKEN_URL = CATALOGUE['salesloft.tokenUrl'].default;

/** Settings of which each is right and which do not go together. */
const RULES: readonly Rule[] = [
  {
    keys: ['telephony.provider', 'telephony.sip'],
    problem: 'contradictionSip',
    holds: ({ 'telephony.provider': provider, 'telephony.sip': sip }) =>
      provider === 'sip' && (sip.server === '' || sip.domain === ''),
  },
  {
    keys: ['telephony.provider', 'telephony.twilio'],
    problem: 'contradictionTwilio',
    holds: (values) => values['telephony.provider'] === 'twilio' && values['telephony.twilio'].tokenUrl === '',
  },
  otherLine('telephony.sip', 'sip'),
  otherLine('telephony.twilio', 'twilio'),
  otherLine('telephony.handoff', 'handoff'),
  {
    keys: ['telephony.callerId', 'telephony.provider'],
    problem: 'contradictionCallerId',
    holds: (values) =>
      values['telephony.callerId'] !== '' && ['practice', 'handoff'].includes(values['telephony.provider']),
  },
  {
    keys: ['telephony.recording'],
    problem: 'contradictionRecordingLink',
    holds: ({ 'telephony.recording': { mode, urlTemplate } }) =>
      mode === 'provider' && !urlTemplate.includes('{callId}'),
  },
  {
    keys: ['telephony.recording'],
    problem: 'contradictionRecordingOff',
    holds: ({ 'telephony.recording': { mode, urlTemplate } }) => mode !== 'provider' && urlTemplate !== '',
  },
  {
    keys: ['telephony.recording', 'telephony.provider'],
    problem: 'contradictionRecordingHandoff',
    holds: (values) => values['telephony.provider'] === 'handoff' && values['telephony.recording'].mode !== 'off',
  },
  {
    keys: ['salesloft.clientSecret', 'salesloft.tokenUrl'],
    problem: 'contradictionSecretAndGateway',
    holds: (values) => values['salesloft.clientSecret'] !== '' && values['salesloft.tokenUrl'] !== SALESLOFT_TOKEN_URL,
  },
  {
    keys: ['salesloft.clientId', 'salesloft.clientSecret'],
    problem: 'contradictionSecretWithoutClient',
    holds: (values) => values['salesloft.clientId'] === '' && values['salesloft.clientSecret'] !== '',
  },
  {
    keys: ['salesloft.scopes'],
    problem: 'contradictionScopes',
    holds: (values) => !values['salesloft.scopes'].includes('calls:write'),
  },
  {
    keys: ['logging.reference', 'logging.adHocGuard'],
    problem: 'contradictionReference',
    holds: (values) => !values['logging.reference'] && values['logging.adHocGuard'] === 'none',
  },
  {
    keys: ['logging.dispositions'],
    problem: 'contradictionChoices',
    holds: (values) => hasDoubles(values['logging.dispositions']),
  },
  {
    keys: ['logging.sentiments'],
    problem: 'contradictionChoices',
    holds: (values) => hasDoubles(values['logging.sentiments']),
  },
  {
    keys: ['logging.outcomes', 'logging.dispositions'],
    problem: 'contradictionHiddenOutcome',
    holds: (values) => {
      const hidden = new Set(values['logging.dispositions'].filter((one) => one.hidden).map((one) => one.name));
      return Object.values(values['logging.outcomes']).some((name) => hidden.has(name));
    },
  },
  {
    keys: ['guards.callingHours'],
    problem: 'contradictionHours',
    holds: (values, isSet) => isSet('guards.callingHours') && values['guards.callingHours'].action === 'allow',
  },
  {
    keys: ['guards.maxPerMinute', 'guards.maxPerDay'],
    problem: 'contradictionBrake',
    holds: (values) => values['guards.maxPerMinute'] > values['guards.maxPerDay'],
  },
  {
    keys: ['reporting.includePersonalData', 'reporting.eventsUrl'],
    problem: 'contradictionEvents',
    holds: (values) => values['reporting.includePersonalData'] && values['reporting.eventsUrl'] === '',
  },
];

/** Looked for only where a key of the pair has been set: the defaults contradict nothing. */
export function findContradictions({ values, origins }: EffectiveSettings): readonly PolicyFinding[] {
  const isSet = (key: Key): boolean => origins[key] !== 'default';
  return RULES.filter(({ keys, holds }) => keys.some(isSet) && holds(values, isSet)).map(({ keys, problem }) => ({
    kind: 'contradiction',
    keys,
    problem,
    parts: [],
  }));
}

function otherLine(key: Key, provider: Settings['telephony.provider']): Rule {
  return {
    keys: [key, 'telephony.provider'],
    problem: 'contradictionOtherLine',
    holds: (values, isSet) => isSet(key) && values['telephony.provider'] !== provider,
  };
}

function hasDoubles(choices: Settings['logging.dispositions']): boolean {
  const names = choices.map(({ name }) => name);
  const digits = choices.filter(({ key, hidden }) => key !== '' && !hidden).map(({ key }) => key);
  return new Set(names).size < names.length || new Set(digits).size < digits.length;
}
