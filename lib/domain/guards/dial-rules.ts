import type { Whereabouts, ZoneSource } from '@/lib/domain/geography/whereabouts';
import type { Person, Prohibition } from '@/lib/domain/call/person';
import type { E164 } from '@/lib/domain/core/ids';
import { localTime } from '@/lib/domain/core/local-time';
import { wordsForbid } from './forbidding-words';

/** What a guard does when it finds something. */
export type GuardAction = 'allow' | 'ask' | 'block';

export type GuardReason =
  | 'do-not-contact'
  | 'do-not-contact-unknown'
  | 'contact-restricted'
  | 'contact-restricted-unknown'
  | 'number-says-no'
  | 'outside-calling-hours'
  | 'time-zone-unknown'
  | 'blocked-date'
  | 'blocked-region'
  | 'called-recently'
  | 'called-by-team-today'
  | 'done-elsewhere'
  | 'number-keeps-failing'
  | 'too-many-this-minute'
  | 'too-many-today';

export type DialGuards = {
  readonly doNotContact: GuardAction;
  readonly contactRestriction: GuardAction;
  readonly callingHours: {
    readonly action: GuardAction;
    /** `HH:MM`, in the person's zone; `end` is the first minute that is too late. */
    readonly start: string;
    readonly end: string;
    /** 1 = Monday … 7 = Sunday; empty means every day. */
    readonly days: readonly number[];
  };
  /** `YYYY-MM-DD`, in the person's zone. */
  readonly blockedDates: readonly string[];
  readonly blockedDate: GuardAction;
  /** E.164 prefixes ("+1900") or ISO 3166 codes ("FR"). */
  readonly blockedRegions: readonly string[];
  readonly blockedRegion: GuardAction;
  readonly maxPerMinute: number;
  readonly maxPerDay: number;
  readonly recallGapMinutes: number;
  readonly recall: GuardAction;
  readonly calledToday: GuardAction;
  readonly doneElsewhere: GuardAction;
  readonly failingNumber: GuardAction;
};

/** On so many days a number must have failed before the rep is asked about it. */
const FAILED_DAYS = 2;

export type DialFacts = {
  readonly to: E164;
  /** What stands beside the number in Salesloft; empty when nothing does. */
  readonly words: string;
  /** What is known of where the person is, the surest first. */
  readonly whereabouts: readonly Whereabouts[];
  /** Of the number and of the person, in two letters. */
  readonly countries: readonly string[];
  /** Used for "today" when the person's zone is unknown. */
  readonly repTimeZone: string;
  readonly person: Person;
  /** When this device last dialed the person; 0 when never. */
  readonly lastCalledAt: number;
  /** On how many days a call to this number has failed, since it last reached anything. */
  readonly failedDays: number;
  /** Somebody else of the team has called the person today. */
  readonly calledByTeam: boolean;
  /** What the call is for was completed meanwhile. */
  readonly doneElsewhere: boolean;
  /** When this device dialed in the last minute; ms since the epoch, oldest first. */
  readonly dialsThisMinute: readonly number[];
  readonly dialsToday: number;
  readonly now: number;
};

/** The person's clock that a guard went by. */
export type ClockThere = { readonly source: ZoneSource; readonly timeZone: string; readonly minuteOfDay: number };

export type DialVerdict = { readonly kind: 'allowed' } | DialRefusal;

export type DialRefusal = {
  readonly kind: 'ask' | 'blocked';
  readonly reasons: readonly GuardReason[];
  /** With `outside-calling-hours`. */
  readonly there?: ClockThere;
  /** With `number-says-no`: what stands beside the number. */
  readonly words?: string;
  /** With `too-many-this-minute`: when the next may be dialed. */
  readonly freeAt?: number;
};

type Finding = { readonly reason: GuardReason; readonly action: GuardAction };

/** May this number be dialed now. Blocks stand over questions; every reason of the stronger kind is named. */
export function checkDial(facts: DialFacts, guards: DialGuards): DialVerdict {
  const hours = checkHours(facts, guards);
  const findings = [
    ...foundProhibition('do-not-contact', facts.person.doNotContact, guards.doNotContact),
    ...foundProhibition('contact-restricted', facts.person.callRestricted, guards.contactRestriction),
    ...found('number-says-no', wordsForbid(facts.words), 'ask'),
    ...hours.findings,
    ...found('blocked-date', guards.blockedDates.includes(dateThere(facts)), guards.blockedDate),
    ...found(
      'blocked-region',
      guards.blockedRegions.some((region) => isInRegion(facts, region)),
      guards.blockedRegion,
    ),
    ...found('done-elsewhere', facts.doneElsewhere, guards.doneElsewhere),
    ...found('called-recently', isWithinGap(facts, guards.recallGapMinutes), guards.recall),
    ...found('called-by-team-today', facts.calledByTeam, guards.calledToday),
    ...found('number-keeps-failing', facts.failedDays >= FAILED_DAYS, guards.failingNumber),
    ...found('too-many-this-minute', facts.dialsThisMinute.length >= guards.maxPerMinute, 'block'),
    ...found('too-many-today', facts.dialsToday >= guards.maxPerDay, 'block'),
  ];
  const action = (['block', 'ask'] as const).find((stronger) =>
    findings.some((finding) => finding.action === stronger),
  );
  if (!action) return { kind: 'allowed' };
  const reasons = findings.filter((finding) => finding.action === action).map((finding) => finding.reason);
  return {
    kind: action === 'block' ? 'blocked' : 'ask',
    reasons,
    ...(hours.there && reasons.includes('outside-calling-hours') ? { there: hours.there } : {}),
    ...(reasons.includes('number-says-no') ? { words: facts.words } : {}),
    ...(reasons.includes('too-many-this-minute') ? { freeAt: freeAt(facts, guards) } : {}),
  };
}

/** What a minute, a pause or another day puts right: nothing that is about the person. */
export function isBrake({ reasons }: Pick<DialRefusal, 'reasons'>): boolean {
  return reasons.every((reason) => reason === 'too-many-this-minute' || reason === 'too-many-today');
}

function found(reason: GuardReason, isSo: boolean, action: GuardAction): readonly Finding[] {
  return isSo && action !== 'allow' ? [{ reason, action }] : [];
}

/** What is not known is asked about even where the guard blocks: in an outage the rep decides, and never the machine. */
function foundProhibition(
  reason: 'do-not-contact' | 'contact-restricted',
  prohibition: Prohibition,
  action: GuardAction,
): readonly Finding[] {
  if (prohibition !== 'unknown') return found(reason, prohibition === 'yes', action);
  return found(`${reason}-unknown`, true, action === 'allow' ? 'allow' : 'ask');
}

/** The surest source of which all zones agree decides; where none does, the stricter answer holds. */
function checkHours(
  facts: DialFacts,
  { callingHours }: DialGuards,
): { findings: readonly Finding[]; there?: ClockThere } {
  const known = facts.whereabouts.map((one) => clocksThere(one, facts.now)).filter((clocks) => clocks.length > 0);
  // An unknown zone is never a block: nobody could ever call the person then.
  if (known.length === 0)
    return { findings: found('time-zone-unknown', true, callingHours.action === 'allow' ? 'allow' : 'ask') };
  const isGood = (clock: Clock): boolean => isCallingTime(clock, callingHours);
  const decided = known.find((clocks) => clocks.every(isGood) || !clocks.some(isGood)) ?? known[0] ?? [];
  const bad = decided.find((clock) => !isGood(clock));
  if (!bad) return { findings: [] };
  const { source, timeZone, minuteOfDay } = bad;
  return {
    findings: found('outside-calling-hours', true, callingHours.action),
    there: { source, timeZone, minuteOfDay },
  };
}

type Clock = ClockThere & { readonly weekday: number };

function clocksThere({ source, zones }: Whereabouts, now: number): readonly Clock[] {
  return zones.flatMap((timeZone) => {
    const there = localTime(now, timeZone);
    return there ? [{ source, timeZone, minuteOfDay: there.minuteOfDay, weekday: there.weekday }] : [];
  });
}

function isCallingTime({ weekday, minuteOfDay }: Clock, { start, end, days }: DialGuards['callingHours']): boolean {
  const isDay = days.length === 0 || days.includes(weekday);
  return isDay && minuteOfDay >= minutes(start) && minuteOfDay < minutes(end);
}

function dateThere({ whereabouts, repTimeZone, now }: DialFacts): string {
  const zones = [...whereabouts.flatMap((one) => one.zones), repTimeZone];
  return zones.map((zone) => localTime(now, zone)?.date).find((date) => date !== undefined) ?? '';
}

/** A transfer dials too: to a blocked region there is none, whether a call there would be asked about or blocked. */
export function mayTransferTo(
  number: Pick<DialFacts, 'to' | 'countries'>,
  { blockedRegions, blockedRegion }: Pick<DialGuards, 'blockedRegions' | 'blockedRegion'>,
): boolean {
  return blockedRegion === 'allow' || !blockedRegions.some((region) => isInRegion(number, region));
}

function isInRegion({ to, countries }: Pick<DialFacts, 'to' | 'countries'>, region: string): boolean {
  return region.startsWith('+') ? to.startsWith(region) : countries.includes(region);
}

function isWithinGap({ lastCalledAt, now }: DialFacts, gapMinutes: number): boolean {
  return lastCalledAt > 0 && now - lastCalledAt < gapMinutes * 60_000;
}

/** As many dials of the last minute must be over as make room for one. */
function freeAt({ dialsThisMinute, now }: DialFacts, { maxPerMinute }: DialGuards): number {
  const last = dialsThisMinute[dialsThisMinute.length - maxPerMinute];
  return last === undefined ? now : last + 60_000;
}

function minutes(time: string): number {
  const [hours = '0', rest = '0'] = time.split(':');
  return Number(hours) * 60 + Number(rest);
}
