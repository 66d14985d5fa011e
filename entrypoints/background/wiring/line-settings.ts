import type { DialGuards } from '@/lib/domain/guards/dial-rules';
import { DialerError, unreachable } from '@/lib/domain/core/errors';
import type { EffectiveSettings } from '@/lib/domain/settings/resolve';
import type { Settings } from '@/lib/domain/settings/values';
import type { LineConfig } from '@/lib/domain/call/line-config';

/** How a call is dialed on whatever line. */
export type DialSettings = {
  readonly callerId: string;
  readonly ringSeconds: number;
  readonly digitPauseMs: number;
};

/** What the phone needs of the settings. Throws `line-not-configured` with the key for a line that is not set up. */
export function lineConfig(settings: Settings): { readonly dial: DialSettings; readonly line: LineConfig } {
  return {
    dial: {
      callerId: settings['telephony.callerId'],
      ringSeconds: settings['telephony.ringSeconds'],
      digitPauseMs: settings['telephony.digitPauseMs'],
    },
    line: lineOf(settings),
  };
}

function lineOf(settings: Settings): LineConfig {
  switch (settings['telephony.provider']) {
    case 'practice':
      return { kind: 'practice' };
    case 'sip': {
      const sip = settings['telephony.sip'];
      if (sip.server === '' || sip.domain === '') throw new DialerError('line-not-configured', 'telephony.sip');
      return { kind: 'sip', ...sip };
    }
    case 'handoff':
      return { kind: 'handoff', ...settings['telephony.handoff'] };
    case 'twilio': {
      const twilio = settings['telephony.twilio'];
      if (twilio.tokenUrl === '') throw new DialerError('line-not-configured', 'telephony.twilio');
      return { kind: 'twilio', ...twilio };
    }
    default:
      return unreachable(settings['telephony.provider']);
  }
}

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** The guards in force. What the organization has set by policy keeps its own action: no setting of a rep's weakens it. */
export function dialGuards({ values, origins }: EffectiveSettings): DialGuards {
  const { days, ...hours } = values['guards.callingHours'];
  const { blockedDate, blockedRegion, recall, ...others } = values['guards.otherActions'];
  const isPolicy = (key: keyof Settings): boolean => origins[key] === 'policy';
  return {
    doNotContact: values['guards.doNotContact'],
    contactRestriction: values['guards.contactRestriction'],
    callingHours: { ...hours, days: days.map((day) => WEEKDAYS.indexOf(day) + 1) },
    blockedDates: values['guards.blockedDates'],
    blockedDate: isPolicy('guards.blockedDates') ? 'block' : blockedDate,
    blockedRegions: values['guards.blockedRegions'],
    blockedRegion: isPolicy('guards.blockedRegions') ? 'block' : blockedRegion,
    maxPerMinute: values['guards.maxPerMinute'],
    maxPerDay: values['guards.maxPerDay'],
    recallGapMinutes: values['guards.recallGapMinutes'],
    recall: isPolicy('guards.recallGapMinutes') ? 'ask' : recall,
    ...others,
  };
}
