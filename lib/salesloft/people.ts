import { toId, type AccountFacts } from '@/lib/domain/queue/due-queue';
import type { NumberKind, Person, PersonNumber, Prohibition } from '@/lib/domain/call/person';
import type { AccountId, PersonId } from '@/lib/domain/core/ids';
import type { Place } from '@/lib/domain/geography/place';
import { placeOf } from '@/lib/domain/geography/whereabouts';
import type { Rep } from '@/lib/domain/sign-in/rep-sign-in';
import { readCountry, regionOf } from './country';
import { toPersonNumbers } from './person-number';
import { idOf, refIdOf, textOf, textsOf, type Wire } from './wire';

export const PEOPLE_PATH = '/v2/people';
export const ACCOUNTS_PATH = '/v2/accounts';

const NUMBER_FIELDS: readonly (readonly [NumberKind, string, string])[] = [
  ['phone', 'phone', 'phone_extension'],
  ['mobile', 'mobile_phone', ''],
  ['home', 'home_phone', ''],
];

/** The rep's own country is the region of numbers written without one by people of whom no country is written. */
export function personParser(rep: Pick<Rep, 'timeZone' | 'country'>) {
  return (row: Wire): Person | undefined => {
    const personId = toId<PersonId>(idOf(row));
    if (!personId) return undefined;
    const fullName = `${textOf(row, 'first_name')} ${textOf(row, 'last_name')}`.trim();
    const timeZone = textOf(row, 'locale');
    const region = regionOf([textOf(row, 'country'), textOf(row, 'work_country')], timeZone, rep);
    const numbers = NUMBER_FIELDS.flatMap(([kind, field, extension]) =>
      toPersonNumbers({ kind, raw: textOf(row, field), extension: textOf(row, extension) }, region),
    );
    const place = readPlace(row, numbers);
    const accountId = toId<AccountId>(refIdOf(row, 'account'));
    return {
      personId,
      name: textOf(row, 'display_name') || fullName || textOf(row, 'email_address'),
      title: textOf(row, 'title'),
      company: textOf(row, 'person_company_name'),
      ...(accountId ? { accountId } : {}),
      timeZone,
      ...(place ? { place } : {}),
      numbers,
      doNotContact: prohibitionOf(row, 'do_not_contact'),
      callRestricted: callRestriction(row),
    };
  };
}

/** Where they live stands over where they work: that is where the telephone wakes them. */
function readPlace(row: Wire, numbers: readonly PersonNumber[]): Place | undefined {
  const others = numbers.flatMap(({ country }) => country ?? []);
  const at = (country: string, state: string): Place | undefined =>
    placeOf(readCountry(textOf(row, country)) ?? '', textOf(row, state), others);
  return at('country', 'state') ?? at('work_country', 'work_state');
}

export function parseAccount(row: Wire): AccountFacts | undefined {
  const accountId = toId<AccountId>(idOf(row));
  return accountId && { accountId, name: textOf(row, 'name'), doNotContact: prohibitionOf(row, 'do_not_contact') };
}

function prohibitionOf(row: Wire, field: string): Prohibition {
  // Salesloft documents a plain boolean: anything else has not said that they may be called.
  if (typeof row[field] !== 'boolean') return 'unknown';
  return row[field] ? 'yes' : 'no';
}

function callRestriction(row: Wire): Prohibition {
  if (!Array.isArray(row.contact_restrictions)) return 'unknown';
  return textsOf(row, 'contact_restrictions').includes('call') ? 'yes' : 'no';
}

/** Cadences and steps, by id: only their names are of use here. */
export function parseName(row: Wire): { readonly id: string; readonly name: string } | undefined {
  const id = idOf(row);
  return id === '' ? undefined : { id, name: textOf(row, 'display_name') || textOf(row, 'name') };
}
