import { likelyZone, type Place } from '@/lib/domain/geography/place';
import type { AccountId, E164, PersonId } from '@/lib/domain/core/ids';

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

/** Whether Salesloft forbids a call. `unknown`: it has not said, which is no permission. */
export type Prohibition = 'no' | 'yes' | 'unknown';

/** Somebody the rep may call, as Salesloft last told of them and of their company. */
export type Person = {
  readonly personId: PersonId;
  readonly name: string;
  readonly title: string;
  readonly company: string;
  readonly accountId?: AccountId;
  /** IANA name, old spellings included ("US/Eastern"); empty when Salesloft does not know. */
  readonly timeZone: string;
  /** Where they live, as far as Salesloft says. */
  readonly place?: Place;
  readonly numbers: readonly PersonNumber[];
  /** Of the person or of their company. */
  readonly doNotContact: Prohibition;
  readonly callRestricted: Prohibition;
};

/** What a call keeps of the person: enough to show, to log and to recover after a crash. */
export type CalledPerson = Pick<Person, 'personId' | 'name' | 'title' | 'company' | 'timeZone'>;

export function toCalledPerson({ personId, name, title, company, timeZone }: Person): CalledPerson {
  return { personId, name, title, company, timeZone };
}

/** The number that is dialed unless another is chosen; undefined when none of the person's can be. */
export function firstDialable({ numbers }: Pick<Person, 'numbers'>): PersonNumber | undefined {
  return numbers.find(({ e164 }) => e164 !== undefined);
}

/** There is a number, and nobody has asked that they be left alone. */
export function mayBeCalled(person: Person): boolean {
  return person.doNotContact !== 'yes' && person.callRestricted !== 'yes' && firstDialable(person) !== undefined;
}

/** The zone of the clock to show beside their name; empty where it is not known, or may be one of several. */
export function zoneOf(person: Pick<Person, 'numbers' | 'timeZone' | 'place'>): string {
  return likelyZone(person, firstDialable(person)?.zones ?? []);
}
