import type { E164 } from './ids';
import { localTime } from './local-time';

/** What a guard does when it finds something. */
export type GuardAction = 'allow' | 'ask' | 'block';

export type GuardReason =
  | 'do-not-contact'
  | 'contact-restricted'
  | 'outside-calling-hours'
  | 'time-zone-unknown'
  | 'blocked-date'
  | 'blocked-region'
  | 'called-recently'
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
  /** E.164 prefixes ("+1900"). */
  readonly blockedRegions: readonly string[];
  readonly maxPerMinute: number;
  readonly maxPerDay: number;
  readonly recallGapMinutes: number;
};

export type DialFacts = {
  readonly to: E164;
  readonly timeZone: string;
  /** Used for "today" when the person's zone is unknown. */
  readonly repTimeZone: string;
  readonly doNotContact: boolean;
  readonly callRestricted: boolean;
  /** When this device last dialed the person; 0 when never. */
  readonly lastCalledAt: number;
  readonly dialsThisMinute: number;
  readonly dialsToday: number;
  readonly now: number;
};

export type DialVerdict =
  | { readonly kind: 'allowed' }
  | { readonly kind: 'ask' | 'blocked'; readonly reasons: readonly GuardReason[] };

type Finding = { readonly reason: GuardReason; readonly action: GuardAction };

/** May this number be dialed now. Blocks stand over questions; every reason of the stronger kind is named. */
export function checkDial(facts: DialFacts, guards: DialGuards): DialVerdict {
  const findings = [
    ...found('do-not-contact', facts.doNotContact, guards.doNotContact),
    ...found('contact-restricted', facts.callRestricted, guards.contactRestriction),
    ...checkHours(facts, guards),
    ...found('blocked-date', guards.blockedDates.includes(dateThere(facts)), 'block'),
    ...found('blocked-region', guards.blockedRegions.some((prefix) => isInRegion(facts.to, prefix)), 'block'),
    ...found('called-recently', isWithinGap(facts, guards.recallGapMinutes), 'ask'),
    ...found('too-many-this-minute', facts.dialsThisMinute >= guards.maxPerMinute, 'block'),
    ...found('too-many-today', facts.dialsToday >= guards.maxPerDay, 'block'),
  ];
  const blocks = findings.filter((finding) => finding.action === 'block');
  if (blocks.length > 0) return { kind: 'blocked', reasons: blocks.map((finding) => finding.reason) };
  const questions = findings.filter((finding) => finding.action === 'ask');
  if (questions.length > 0) return { kind: 'ask', reasons: questions.map((finding) => finding.reason) };
  return { kind: 'allowed' };
}

function found(reason: GuardReason, isSo: boolean, action: GuardAction): readonly Finding[] {
  return isSo && action !== 'allow' ? [{ reason, action }] : [];
}

function checkHours(facts: DialFacts, { callingHours }: DialGuards): readonly Finding[] {
  const there = localTime(facts.now, facts.timeZone);
  // An unknown zone is never a block: nobody could ever call the person then.
  if (!there) return found('time-zone-unknown', true, callingHours.action === 'allow' ? 'allow' : 'ask');
  const isDay = callingHours.days.length === 0 || callingHours.days.includes(there.weekday);
  const isHour = there.minuteOfDay >= minutes(callingHours.start) && there.minuteOfDay < minutes(callingHours.end);
  return found('outside-calling-hours', !(isDay && isHour), callingHours.action);
}

function dateThere(facts: DialFacts): string {
  return (localTime(facts.now, facts.timeZone) ?? localTime(facts.now, facts.repTimeZone))?.date ?? '';
}

function isInRegion(to: E164, region: string): boolean {
  return region.startsWith('+') && to.startsWith(region);
}

function isWithinGap({ lastCalledAt, now }: DialFacts, gapMinutes: number): boolean {
  return lastCalledAt > 0 && now - lastCalledAt < gapMinutes * 60_000;
}

function minutes(time: string): number {
  const [hours = '0', rest = '0'] = time.split(':');
  return Number(hours) * 60 + Number(rest);
}
