import type { DialRefusal, GuardReason } from '@/lib/domain/guards/dial-rules';
import type { Person } from '@/lib/domain/call/person';
import type { SettingsView } from '@/lib/domain/settings/settings-view';
import { text, type MessageKey } from '@/lib/text/text';
import { minuteWords } from '@/lib/view/core/time-words';

/** The sentences for what stands against a call. */
export function guardWords({
  reasons,
  there,
  words,
}: Pick<DialRefusal, 'reasons' | 'there' | 'words'>): readonly string[] {
  return reasons.map((reason) => {
    if (reason === 'outside-calling-hours' && there)
      return text(CLOCK_KEYS[there.source], minuteWords(there.minuteOfDay));
    return text(GUARD_KEYS[reason], ...(reason === 'number-says-no' ? [words ?? ''] : []));
  });
}

const CLOCK_KEYS = {
  locale: 'guard_hours_by_locale',
  place: 'guard_hours_by_place',
  number: 'guard_hours_by_number',
} as const;

const GUARD_KEYS: Readonly<Record<GuardReason, MessageKey>> = {
  'do-not-contact': 'guard_do_not_contact',
  'do-not-contact-unknown': 'guard_do_not_contact_unknown',
  'contact-restricted': 'guard_contact_restricted',
  'contact-restricted-unknown': 'guard_contact_restricted_unknown',
  'number-says-no': 'guard_number_says_no',
  'outside-calling-hours': 'guard_outside_calling_hours',
  'time-zone-unknown': 'guard_time_zone_unknown',
  'blocked-date': 'guard_blocked_date',
  'blocked-region': 'guard_blocked_region',
  'called-recently': 'guard_called_recently',
  'called-by-team-today': 'guard_called_by_team_today',
  'done-elsewhere': 'guard_done_elsewhere',
  'number-keeps-failing': 'guard_number_keeps_failing',
  'too-many-this-minute': 'guard_too_many_this_minute',
  'too-many-today': 'guard_too_many_today',
};

/** A person marked in Salesloft. `isBarred`: the organization lets nobody call them; otherwise they may be asked about. */
export type ContactMark = { readonly kind: 'doNotContact' | 'callRestricted'; readonly isBarred: boolean };

/** Blocked until the settings say otherwise; the worker checks again before it dials. */
export function markOf(person: Person, settings: SettingsView | undefined): ContactMark | undefined {
  const isBlocked = (key: 'guards.doNotContact' | 'guards.contactRestriction'): boolean =>
    (settings?.values[key] ?? 'block') === 'block';
  const isMarked = person.doNotContact === 'yes';
  const isRestricted = person.callRestricted === 'yes';
  if (!isMarked && !isRestricted) return undefined;
  return {
    kind: isMarked ? 'doNotContact' : 'callRestricted',
    isBarred:
      (isMarked && isBlocked('guards.doNotContact')) || (isRestricted && isBlocked('guards.contactRestriction')),
  };
}
