import type { Account, Rep } from '@/lib/domain/account';
import type { CallSource } from '@/lib/domain/call';
import type { DialGuards } from '@/lib/domain/dial-rules';
import { asId, type ActionId, type CallId, type E164, type PersonId, type UserGuid } from '@/lib/domain/ids';
import type { PersonNumber } from '@/lib/domain/due-work';
import type { TeamRules } from '@/lib/domain/team-rules';
import type { CallablePerson } from '@/lib/services/place-call';

export const aCallId = (text = '0190-call'): CallId => asId<CallId>(text);
export const aPersonId = (text = '26962'): PersonId => asId<PersonId>(text);
export const aNumber = (text = '+14045550134'): E164 => asId<E164>(text);
export const anActionSource = (text = '271088'): CallSource => ({ kind: 'action', actionId: asId<ActionId>(text) });

export function aRep(change: Partial<Rep> = {}): Rep {
  return {
    userId: '17',
    guid: asId<UserGuid>('9cc6da15-d403-4f5b-aeed-c4b8463cf9ae'),
    name: 'Dana Rep',
    email: 'dana@example.com',
    timeZone: 'US/Eastern',
    teamId: '3',
    teamName: 'Acme Sales',
    country: 'US',
    ...change,
  };
}

export function aSignedInAccount(change: Partial<Account> = {}): Account {
  return { state: 'signedIn', rep: aRep(), ...change };
}

export function aPersonNumber(change: Partial<PersonNumber> = {}): PersonNumber {
  return { kind: 'phone', raw: '404 555 0134', e164: aNumber(), display: '+1 404 555 0134', extension: '', ...change };
}

export function aCallablePerson(change: Partial<CallablePerson> = {}): CallablePerson {
  return {
    person: { personId: aPersonId(), name: 'Pat Lee', title: 'CFO', company: 'Initech', timeZone: 'US/Eastern' },
    numbers: [aPersonNumber()],
    doNotContact: false,
    callRestricted: false,
    context: 'Day 1: Step 2 - Phone',
    ...change,
  };
}

export function someTeamRules(change: Partial<TeamRules> = {}): TeamRules {
  return {
    dispositions: ['Connected', 'No Answer', 'Busy', 'Left Voicemail'],
    sentiments: ['Interested', 'Not Interested'],
    dispositionRequired: true,
    sentimentRequired: false,
    recordingDisabled: false,
    ...change,
  };
}

export function someGuards(change: Partial<DialGuards> = {}): DialGuards {
  return {
    doNotContact: 'block',
    contactRestriction: 'block',
    callingHours: { action: 'allow', start: '08:00', end: '21:00', days: [] },
    blockedDates: [],
    blockedRegions: [],
    maxPerMinute: 4,
    maxPerDay: 400,
    recallGapMinutes: 60,
    ...change,
  };
}
