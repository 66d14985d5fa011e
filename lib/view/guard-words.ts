import type { GuardReason } from '@/lib/domain/dial-rules';
import type { MessageKey } from '@/lib/text/text';

/** The sentence for a guard's reason. */
export function guardKey(reason: GuardReason): MessageKey {
  return GUARD_KEYS[reason];
}

const GUARD_KEYS: Readonly<Record<GuardReason, MessageKey>> = {
  'do-not-contact': 'guard_do_not_contact',
  'contact-restricted': 'guard_contact_restricted',
  'outside-calling-hours': 'guard_outside_calling_hours',
  'time-zone-unknown': 'guard_time_zone_unknown',
  'blocked-date': 'guard_blocked_date',
  'blocked-region': 'guard_blocked_region',
  'called-recently': 'guard_called_recently',
  'too-many-this-minute': 'guard_too_many_this_minute',
  'too-many-today': 'guard_too_many_today',
};
