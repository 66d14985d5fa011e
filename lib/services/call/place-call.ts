import type { RepSignIn, Rep } from '@/lib/domain/sign-in/rep-sign-in';
import { openCall } from '@/lib/domain/call/call';
import type { Call, CallSource, LineKind } from '@/lib/domain/call/call';
import { callInHand, withHistory } from '@/lib/domain/call/call-record';
import { checkDial, type DialGuards, type DialRefusal, type DialVerdict } from '@/lib/domain/guards/dial-rules';
import { countryOfNumber } from '@/lib/domain/geography/number-zones';
import { whereabouts } from '@/lib/domain/geography/whereabouts';
import { failedDays, lastDialedAt } from '@/lib/domain/guards/earlier-calls';
import { DialerError } from '@/lib/domain/core/errors';
import { fillTemplate } from '@/lib/domain/wrap-up/note-template';
import { dateAndTime, localTime, startOfDay } from '@/lib/domain/core/local-time';
import { toCalledPerson, type Person, type PersonNumber } from '@/lib/domain/call/person';
import type { PersonId } from '@/lib/domain/core/ids';
import type { CallRecords, PublishCalls } from './calls-port';
import type { PlaceCallOutcome, PlaceCallRequest } from '@/lib/domain/guards/place-call-request';
import type { RecheckFindings, RecheckQuery } from '@/lib/domain/guards/recheck';
import type { PhonePort } from './phone-port';

/** A person as Salesloft last told of them: the only source of numbers that may be dialed. */
export type CallablePerson = {
  readonly person: Person;
  readonly context: string;
};

export type PlaceCallDeps = {
  readonly records: CallRecords;
  readonly phone: PhonePort;
  readonly publishCalls: PublishCalls;
  readonly readSignIn: () => Promise<RepSignIn>;
  readonly findPerson: (personId: PersonId, source: CallSource) => Promise<CallablePerson | undefined>;
  readonly readRules: () => Promise<DialRules>;
  /** One call is begun at a time. */
  readonly underLock: <Value>(work: () => Promise<Value>) => Promise<Value>;
  /** What `work` resolves to, or undefined when it takes longer. */
  readonly withTimeout: <Value>(work: Promise<Value>, ms: number) => Promise<Value | undefined>;
  /** The person, with what Salesloft says now of whether they may be called. */
  readonly recheckPerson: (listed: Person, rep: Rep) => Promise<Person>;
  readonly recheckSalesloft: (about: RecheckQuery) => Promise<RecheckFindings>;
  readonly now: () => number;
};

export type DialRules = {
  readonly mayRecord?: boolean;
  readonly line: LineKind;
  readonly guards: DialGuards;
  readonly noteTemplate: string;
};

/** Most dials are out by then; a slow one shows that it is on its way. */
const HEAD_START_MS = 40;

/** So many of a person's calls tell enough of a number. */
const EARLIER_CALLS = 20;

/**
 * Dials, after the intent is on disk. The same callId twice is the same call.
 * Throws DialerError: `not-signed-in`, `call-in-progress`, `wrap-up-open`, `number-not-on-record`, and what the line throws.
 */
export function createPlaceCall(deps: PlaceCallDeps) {
  return async (request: PlaceCallRequest): Promise<PlaceCallOutcome> => {
    if (await deps.records.read(request.callId)) return { kind: 'placed' };
    const { rep } = await deps.readSignIn();
    if (!rep) throw new DialerError('not-signed-in');
    await refuseSecondCall(deps);
    void deps.phone.prepare();

    const [callable, rules] = await Promise.all([deps.findPerson(request.personId, request.source), deps.readRules()]);
    const number = callable?.person.numbers.find((known) => known.e164 === request.to);
    // A number is dialable only if Salesloft lists it for this person: no page or message can make up another.
    if (!callable || !number) throw new DialerError('number-not-on-record');
    const verdict = await check(deps, request, callable.person, number, rules.guards, rep);
    if (verdict.kind === 'blocked') return verdict;
    if (verdict.kind === 'ask' && !verdict.reasons.every((reason) => request.overrides.includes(reason)))
      return verdict;

    const call = openCall({
      callId: request.callId,
      owner: { userGuid: rep.guid, tenantId: rep.teamId },
      person: toCalledPerson(callable.person),
      to: request.to,
      ...(number.extension === '' ? {} : { extension: number.extension }),
      ...(number.words === '' ? {} : { words: number.words }),
      source: request.source,
      context: callable.context,
      line: rules.line,
      ...(rules.mayRecord === true && rules.line !== 'handoff' ? { mayRecord: true } : {}),
      placedAt: deps.now(),
    });
    const { isNew } = await deps.underLock(async () => {
      // The guards may have read for half a second: another key may have dialed meanwhile.
      if (!(await deps.records.read(call.callId))) await refuseSecondCall(deps);
      return deps.records.open(call, notesFor(call, rules, rep));
    });
    if (!isNew) return { kind: 'placed' };
    if (verdict.kind === 'ask') await keepOverrides(deps, request, verdict);
    const dialing = dial(deps, request, number.extension);
    // The pages share a thread: what has to reach a provider is not to wait until the panel is drawn. It is told either way.
    if (rules.line !== 'practice')
      await deps.withTimeout(
        dialing.catch(() => undefined),
        HEAD_START_MS,
      );
    await Promise.all([dialing, deps.publishCalls()]);
    return { kind: 'placed' };
  };
}

function notesFor(call: Call, { noteTemplate }: DialRules, rep: Rep): string {
  const date = (localTime(call.placedAt, rep.timeZone) ?? localTime(call.placedAt, 'UTC'))?.date ?? '';
  return fillTemplate(noteTemplate, {
    person: call.person,
    to: call.to,
    context: call.context,
    repName: rep.name,
    date,
  });
}

async function refuseSecondCall({ records }: PlaceCallDeps): Promise<void> {
  const inHand = callInHand(await records.listOpen());
  if (!inHand) return;
  throw new DialerError(inHand.call.state === 'ended' ? 'wrap-up-open' : 'call-in-progress');
}

async function keepOverrides(
  deps: PlaceCallDeps,
  { callId }: PlaceCallRequest,
  { reasons, there }: DialRefusal,
): Promise<void> {
  const clock = there ? ` (${dateAndTime(deps.now(), there.timeZone)}, by ${there.source})` : '';
  const what = `called in spite of: ${reasons.join(', ')}${clock}`;
  await deps.records.change(callId, (record) => withHistory(record, deps.now(), what));
}

async function check(
  deps: PlaceCallDeps,
  { personId, to, source }: PlaceCallRequest,
  listed: Person,
  number: PersonNumber,
  guards: DialGuards,
  rep: Rep,
): Promise<DialVerdict> {
  const now = deps.now();
  const [earlier, dialsThisMinute, dialsToday, seen, person] = await Promise.all([
    deps.records.lastCallsTo(personId, EARLIER_CALLS),
    deps.records.placedSince(now - 60_000),
    deps.records.countSince(startOfDay(now, rep.timeZone)),
    deps.recheckSalesloft({ personId, source, rep }),
    deps.recheckPerson(listed, rep),
  ]);
  const numberCountry = countryOfNumber(to, number.country ?? '');
  return checkDial(
    {
      to,
      words: number.words,
      whereabouts: whereabouts(person, to, numberCountry),
      countries: [numberCountry, person.place?.country ?? ''],
      repTimeZone: rep.timeZone,
      person,
      lastCalledAt: lastDialedAt(earlier),
      failedDays: failedDays(earlier, to, rep.timeZone),
      ...seen,
      dialsThisMinute,
      dialsToday,
      now,
    },
    guards,
  );
}

async function dial(deps: PlaceCallDeps, request: PlaceCallRequest, extension: string): Promise<void> {
  const { callId, to, callee } = request;
  try {
    await deps.phone.dial({ callId, to, extension, ...(callee ? { callee } : {}) });
  } catch (error) {
    // Unknown whether it rings: the phone's own events, or its silence at the next recovery, will tell.
    if (error instanceof DialerError && error.code === 'answer-lost') return;
    await deps.records.change(callId, (record) => ({
      ...withHistory(record, deps.now(), 'not dialed'),
      wrapUp: { ...record.wrapUp, state: 'waived' },
    }));
    await deps.publishCalls();
    throw error;
  }
}
