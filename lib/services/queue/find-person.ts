import type { Call, CallSource } from '@/lib/domain/call/call';
import type { DueWork } from '@/lib/domain/queue/due-work';
import type { PersonId } from '@/lib/domain/core/ids';
import { isSame } from '@/lib/domain/core/is-same';
import { mayRedial, workOfRedial } from '@/lib/domain/queue/redial';
import type { CallablePerson } from '@/lib/services/call/place-call';

export type FindPersonDeps = {
  readonly readRows: () => Promise<readonly DueWork[]>;
  /** The last call from here to the person; undefined when there is none. */
  readonly lastCallTo: (personId: PersonId) => Promise<Call | undefined>;
  readonly now: () => number;
};

/** A person of the queue as they may be called, with what the call is for; or whom the rep has just called. */
export function createFindPerson(deps: FindPersonDeps) {
  return async (personId: PersonId, source: CallSource): Promise<CallablePerson | undefined> => {
    const ofPerson = (await deps.readRows()).filter((row) => row.person.personId === personId);
    const row = ofPerson.find((one) => isSame(one.source, source)) ?? ofPerson[0] ?? (await redialed(deps, personId));
    if (!row) return undefined;
    return {
      person: row.person,
      context: [row.cadenceName, row.stepName].filter((part) => part !== '').join(' · '),
    };
  };
}

async function redialed(deps: FindPersonDeps, personId: PersonId): Promise<DueWork | undefined> {
  const call = await deps.lastCallTo(personId);
  return call && mayRedial(call, deps.now()) ? workOfRedial(call) : undefined;
}
