import { toId, type AccountFacts, type PersonFacts } from '@/lib/domain/queue/due-queue';
import type { NumberKind } from '@/lib/domain/queue/due-work';
import type { AccountId, PersonId } from '@/lib/domain/core/ids';
import { placeOf, type Place } from '@/lib/domain/geography/whereabouts';
import { countryOf, readCountry } from './country';
import { toPersonNumber } from './person-number';
import { flagOf, idOf, refIdOf, textOf, textsOf, type Wire } from './wire';

export const PEOPLE_PATH = '/v2/people';
export const ACCOUNTS_PATH = '/v2/accounts';

const NUMBER_FIELDS: readonly (readonly [NumberKind, string, string])[] = [
  ['phone', 'phone', 'phone_extension'],
  ['mobile', 'mobile_phone', ''],
  ['home', 'home_phone', ''],
];

/** `repCountry`, two letters, is the region of numbers written without one by people whose country is unknown. */
export function personParser(repCountry: string) {
  return (row: Wire): PersonFacts | undefined => {
    const personId = toId<PersonId>(idOf(row));
    if (!personId) return undefined;
    const fullName = `${textOf(row, 'first_name')} ${textOf(row, 'last_name')}`.trim();
    const timeZone = textOf(row, 'locale');
    const country = countryOf([textOf(row, 'country'), textOf(row, 'work_country')], timeZone, repCountry);
    const place = readPlace(row);
    return {
      personId,
      name: textOf(row, 'display_name') || fullName || textOf(row, 'email_address'),
      title: textOf(row, 'title'),
      company: textOf(row, 'person_company_name'),
      accountId: toId<AccountId>(refIdOf(row, 'account')),
      timeZone,
      ...(place ? { place } : {}),
      numbers: NUMBER_FIELDS.flatMap(([kind, field, extension]) =>
        toPersonNumber(kind, textOf(row, field), extension === '' ? '' : textOf(row, extension), country),
      ),
      doNotContact: flagOf(row, 'do_not_contact'),
      callRestricted: textsOf(row, 'contact_restrictions').includes('call'),
    };
  };
}

/** Where they live stands over where they work: that is where the telephone wakes them. */
function readPlace(row: Wire): Place | undefined {
  const at = (country: string, state: string): Place | undefined =>
    placeOf(readCountry(textOf(row, country)) ?? '', textOf(row, state));
  return at('country', 'state') ?? at('work_country', 'work_state');
}

export function parseAccount(row: Wire): AccountFacts | undefined {
  const accountId = toId<AccountId>(idOf(row));
  return accountId && { accountId, name: textOf(row, 'name'), doNotContact: flagOf(row, 'do_not_contact') };
}

/** Cadences and steps, by id: only their names are of use here. */
export function parseName(row: Wire): { readonly id: string; readonly name: string } | undefined {
  const id = idOf(row);
  return id === '' ? undefined : { id, name: textOf(row, 'display_name') || textOf(row, 'name') };
}
