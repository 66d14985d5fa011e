import type { DialGuards } from '@/lib/domain/dial-rules';
import { DialerError } from '@/lib/domain/errors';
import type { Settings } from '@/lib/domain/settings/values';
import type { LineConfig } from '@/lib/messaging/protocol';

/** What the phone needs of the settings. Throws `line-not-configured` for a line this version cannot use. */
export function lineConfig(settings: Settings): { readonly callerId: string; readonly line: LineConfig } {
  if (settings['telephony.provider'] !== 'practice') throw new DialerError('line-not-configured');
  return { callerId: settings['telephony.callerId'], line: { kind: 'practice' } };
}

/** The guards in force. Calling hours, brakes and gaps come with the settings that are still marked as planned. */
export function dialGuards(settings: Settings): DialGuards {
  return {
    doNotContact: settings['guards.doNotContact'],
    contactRestriction: settings['guards.contactRestriction'],
    callingHours: { action: 'allow', start: '00:00', end: '24:00', days: [] },
    blockedDates: [],
    blockedRegions: [],
    maxPerMinute: Infinity,
    maxPerDay: Infinity,
    recallGapMinutes: 0,
  };
}
