import type { EffectiveSettings } from '@/lib/domain/settings/resolve';
import type { Settings } from '@/lib/domain/settings/values';
import type { DialGuards } from './dial-rules';

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** The guards in force. What the organization has set by policy keeps its own action: no setting of a rep's weakens it. */
export function guardsInForce({ values, origins }: EffectiveSettings): DialGuards {
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
