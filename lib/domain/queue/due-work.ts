import type { CallSource } from '@/lib/domain/call/call';
import { likelyZone, type Place } from '@/lib/domain/geography/place';
import type { CadenceId, E164, PersonId } from '@/lib/domain/core/ids';

export type NumberKind = 'phone' | 'mobile' | 'home';

/** One number of a person, as Salesloft holds it and as it can be dialed. */
export type PersonNumber = {
  readonly kind: NumberKind;
  /** As typed in Salesloft. */
  readonly raw: string;
  /** Undefined when the text cannot be understood as a number, or not as one alone. */
  readonly e164?: E164;
  /** For the eye: international; the raw text when not understood. */
  readonly display: string;
  /** Digits; empty when there is none. */
  readonly extension: string;
  /** What stands beside the number in its field; empty when nothing does. */
  readonly words: string;
  /** Two letters; missing where the number does not tell. */
  readonly country?: string;
  /** Every time zone that the number may lie in; missing where it does not tell. */
  readonly zones?: readonly string[];
  /** A number without a country code, of somebody whose country is not known: the rep has to choose it. */
  readonly isCountryUnknown?: boolean;
};

/** One thing to call: an action of a cadence or a call task, with the person it is about. */
export type DueWork = {
  /** `action:<id>` or `task:<id>`. */
  readonly workId: string;
  readonly source: CallSource;
  /** ms since the epoch; for a task due on a date, the start of that date in the rep's zone. */
  readonly dueAt: number;
  readonly isOverdue: boolean;
  readonly cadenceId?: CadenceId;
  readonly cadenceName: string;
  /** The step's display name, or the task's subject. */
  readonly stepName: string;
  readonly personId: PersonId;
  readonly name: string;
  readonly title: string;
  readonly company: string;
  /** IANA name; empty when Salesloft does not know. */
  readonly timeZone: string;
  /** Where they live, as far as Salesloft says. */
  readonly place?: Place;
  readonly numbers: readonly PersonNumber[];
  readonly doNotContact: boolean;
  readonly callRestricted: boolean;
};

/** For a person for whom nothing is due. */
export const NO_WORK = { source: { kind: 'none' }, dueAt: 0, isOverdue: false, cadenceName: '', stepName: '' } as const;

/** The number that is dialed unless another is chosen; undefined when none of the person's can be. */
export function firstDialable({ numbers }: Pick<DueWork, 'numbers'>): PersonNumber | undefined {
  return numbers.find(({ e164 }) => e164 !== undefined);
}

/** There is a number, and nobody has asked that they be left alone. */
export function mayBeCalled(work: DueWork): boolean {
  return !work.doNotContact && !work.callRestricted && firstDialable(work) !== undefined;
}

/** The zone of the clock to show beside their name; empty where it is not known, or may be one of several. */
export function zoneOf(work: Pick<DueWork, 'numbers' | 'timeZone' | 'place'>): string {
  return likelyZone(work, firstDialable(work)?.zones ?? []);
}
