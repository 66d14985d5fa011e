import type { RepSignIn, Rep } from '@/lib/domain/sign-in/rep-sign-in';
import type { ApiFailure, LoggedCall } from '@/lib/domain/core/api-result';
import { openCall, type Call, type CallOwner, type CallSource } from '@/lib/domain/call/call';
import { toCallLog } from '@/lib/domain/wrap-up/call-log';
import type { DialGuards } from '@/lib/domain/guards/dial-rules';
import {
  asId,
  type ActionId,
  type CallId,
  type E164,
  type EntryId,
  type PersonId,
  type UserGuid,
} from '@/lib/domain/core/ids';
import { toCalledPerson, type CalledPerson, type Person, type PersonNumber } from '@/lib/domain/call/person';
import { makeEntry, withoutCompleting, type OutboxEntry } from '@/lib/domain/outbox/outbox';
import type { Receipt } from '@/lib/domain/outbox/receipt';
import type { CrmField } from '@/lib/domain/sign-in/crm-field';
import type { TeamRules } from '@/lib/domain/sign-in/team-rules';
import type { CallablePerson } from '@/lib/services/call/place-call';

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

export function theRepAsOwner(): CallOwner {
  return { userGuid: aRep().guid, tenantId: aRep().teamId };
}

export function aSignedInAccount(change: Partial<RepSignIn> = {}): RepSignIn {
  return { state: 'signedIn', rep: aRep(), ...change };
}

export function aPersonNumber(change: Partial<PersonNumber> = {}): PersonNumber {
  return {
    kind: 'phone',
    raw: '404 555 0134',
    e164: aNumber(),
    display: '+1 404 555 0134',
    extension: '',
    words: '',
    ...change,
  };
}

export function aPerson(change: Partial<Person> = {}): Person {
  return {
    personId: aPersonId(),
    name: 'Pat Lee',
    title: 'CFO',
    company: 'Initech',
    timeZone: 'US/Eastern',
    numbers: [aPersonNumber()],
    doNotContact: 'no',
    callRestricted: 'no',
    ...change,
  };
}

export function aCalledPerson(change: Partial<CalledPerson> = {}): CalledPerson {
  return { ...toCalledPerson(aPerson()), ...change };
}

export function aCallablePerson(change: Partial<Person> = {}): CallablePerson {
  return { person: aPerson(change), context: 'Day 1: Step 2 - Phone' };
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

export function aCrmChoice(change: Partial<CrmField> = {}): CrmField {
  return {
    name: 'Call_Purpose__c',
    title: 'Call Purpose',
    fieldId: '801',
    kind: 'choice',
    choices: [
      { label: 'Discovery', value: 'discovery' },
      { label: 'Renewal', value: 'renewal' },
    ],
    preset: '',
    ...change,
  };
}

export function someGuards(change: Partial<DialGuards> = {}): DialGuards {
  return {
    doNotContact: 'block',
    contactRestriction: 'block',
    callingHours: { action: 'allow', start: '08:00', end: '21:00', days: [] },
    blockedDates: [],
    blockedDate: 'block',
    blockedRegions: [],
    blockedRegion: 'block',
    maxPerMinute: 4,
    maxPerDay: 400,
    recallGapMinutes: 60,
    recall: 'ask',
    calledToday: 'ask',
    doneElsewhere: 'ask',
    failingNumber: 'ask',
    ...change,
  };
}

export function aCall(change: Partial<Call> = {}): Call {
  return {
    ...openCall({
      callId: aCallId(),
      owner: { userGuid: aRep().guid, tenantId: aRep().teamId },
      person: aCalledPerson(),
      to: aNumber(),
      source: anActionSource(),
      context: 'Day 1: Step 2 - Phone',
      line: 'practice',
      placedAt: 1_000_000,
    }),
    ...change,
  };
}

export function anEndedCall(change: Partial<Call> = {}): Call {
  return aCall({
    state: 'ended',
    ringingAt: 1_002_000,
    connectedAt: 1_005_000,
    endedAt: 1_067_000,
    endReason: 'hungUpByRep',
    durationSeconds: 62,
    lastSeq: 3,
    ...change,
  });
}

export function anEntry(change: Partial<OutboxEntry> = {}): OutboxEntry {
  const call = anEndedCall();
  const log = toCallLog(call, { disposition: 'Connected', sentiment: 'Interested', notes: 'Spoke about renewal.' });
  return {
    ...makeEntry({
      entryId: asId<EntryId>('entry-1'),
      call,
      log,
      ref: 'K7MQ-2XWD',
      timeZone: 'US/Eastern',
      holdSeconds: 0,
      now: 1_070_000,
    }),
    ...change,
  };
}

/** An entry whose call came from nowhere: nothing in Salesloft guards it. */
export function anAdHocEntry(change: Partial<OutboxEntry> = {}): OutboxEntry {
  return { ...withoutCompleting(anEntry()), ...change };
}

export function aReceipt(change: Partial<Receipt> = {}): Receipt {
  return { loggedCallId: '4400', noteId: '77', loggedAt: 1_071_000, foundByReading: false, ...change };
}

export function aLoggedCall(change: Partial<LoggedCall> = {}): LoggedCall {
  return {
    loggedCallId: '4400',
    personId: aPersonId(),
    to: aNumber(),
    duration: 62,
    disposition: 'Connected',
    sentiment: 'Interested',
    actionId: '',
    taskId: '',
    noteId: '77',
    createdAt: 1_071_000,
    ...change,
  };
}

export function anHttpFailure(status: number, change: Partial<ApiFailure> = {}): ApiFailure {
  return { kind: 'http', code: 'refused', status, fields: {}, words: '', retryAfterSeconds: 0, ...change };
}

export function noAnswer(): ApiFailure {
  return { ...anHttpFailure(0), kind: 'noAnswer', code: 'salesloft-timeout' };
}
