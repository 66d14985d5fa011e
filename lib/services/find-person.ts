import type { CallSource } from '@/lib/domain/call';
import type { DueWork } from '@/lib/domain/due-work';
import type { PersonId } from '@/lib/domain/ids';
import type { CallablePerson } from './place-call';

/** A person of the queue as they may be called, with what the call is for. */
export function createFindPerson(deps: { readonly readRows: () => Promise<readonly DueWork[]> }) {
  return async (personId: PersonId, source: CallSource): Promise<CallablePerson | undefined> => {
    const ofPerson = (await deps.readRows()).filter((row) => row.personId === personId);
    const row = ofPerson.find((one) => isSameSource(one.source, source)) ?? ofPerson[0];
    if (!row) return undefined;
    const { name, title, company, timeZone, place, numbers, doNotContact, callRestricted } = row;
    return {
      person: { personId, name, title, company, timeZone },
      ...(place ? { place } : {}),
      numbers,
      doNotContact,
      callRestricted,
      context: [row.cadenceName, row.stepName].filter((part) => part !== '').join(' · '),
    };
  };
}

function isSameSource(one: CallSource, other: CallSource): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
