import type { Rep } from '@/lib/domain/sign-in/rep-sign-in';
import type { Person } from '@/lib/domain/call/person';
import type { ApiFailure, ApiResult } from '@/lib/domain/core/api-result';
import { keepMostUrgent, type DueLists } from '@/lib/domain/queue/queue-limit';
import {
  buildQueue,
  hiddenPerson,
  type AccountFacts,
  type DueAction,
  type DueTask,
} from '@/lib/domain/queue/due-queue';
import type { DueWork } from '@/lib/domain/queue/due-work';
import type { QueueView } from '@/lib/domain/queue/queue-view';
import { asId, type AccountId, type CadenceId } from '@/lib/domain/core/ids';
import { BATCH, type NamedRow, type QueueSource } from './queue-port';

export type GatherQueueDeps = {
  readonly source: QueueSource;
  readonly publish: (view: QueueView) => Promise<void>;
  readonly doneAmong: (workIds: readonly string[]) => Promise<ReadonlySet<string>>;
};

/** While more is to come, what would fill no request waits for it: a request costs the same for one as for a hundred. */
type HowMany = 'all' | 'full batches';

/**
 * What one read of the queue has brought together so far. Each `read…` asks for what is needed and not yet known, and
 * publishes; only people are needed: without a company, a cadence or a step a row can still be called.
 */
export function gatherQueue(deps: GatherQueueDeps, rep: Rep, now: number, before: QueueView) {
  let actions: readonly DueAction[] = [];
  let tasks: readonly DueTask[] = [];
  let isCut = false;
  const people = new Map<string, Person>();
  const accounts = new Map<string, AccountFacts>();
  const cadenceNames = new Map<string, string>();
  const stepNames = new Map<string, string>();

  const rowsNow = async (): Promise<readonly DueWork[]> => {
    const facts = { actions, tasks, people, accounts, cadenceNames, stepNames };
    const rows = buildQueue(facts, now, rep.timeZone);
    const done = await deps.doneAmong(rows.map((row) => row.workId));
    return rows.filter((row) => !done.has(row.workId));
  };

  const publish = async (step: QueueView['step']): Promise<void> => {
    // A list read before stays whole on the screen until the new one is: rows must not vanish and come back.
    if (before.isComplete) return;
    const rows = await rowsNow();
    const { readAt } = before;
    await deps.publish({ state: 'loading', step, isComplete: false, readAt, rows, otherCadences: otherCadences() });
  };

  const otherCadences = () => {
    const due = new Set<string | undefined>(actions.map((action) => action.cadenceId));
    return [...cadenceNames]
      .filter(([id]) => !due.has(id))
      .map(([id, name]) => ({ cadenceId: asId<CadenceId>(id), name }));
  };

  return {
    add: (more: DueLists): void => {
      const all = { actions: [...actions, ...more.actions], tasks: [...tasks, ...more.tasks] };
      const kept = keepMostUrgent(all, rep.timeZone);
      isCut ||= kept !== all;
      ({ actions, tasks } = kept);
    },

    readPeople: async (howMany: HowMany): Promise<ApiFailure | undefined> => {
      const unknown = missing(
        [...actions, ...tasks].map((work) => work.personId),
        people,
      );
      // The first names never wait, not even to fill a request.
      const ids = toRead(unknown, people.size === 0 && unknown.length < BATCH ? 'all' : howMany);
      if (ids.length === 0) return undefined;
      const read = await deps.source.people(ids, rep);
      if (!read.ok) return read.failure;
      for (const person of read.value) people.set(person.personId, person);
      for (const id of missing(ids, people)) people.set(id, hiddenPerson(id));
      await publish('companies');
      return undefined;
    },

    readAccounts: async (howMany: HowMany): Promise<void> => {
      const known = [...people.values()].map((person) => person.accountId).filter((id) => id !== undefined);
      const ids: readonly AccountId[] = toRead(missing(known, accounts), howMany);
      if (ids.length === 0) return;
      const read = await deps.source.accounts(ids);
      if (read.ok) for (const account of read.value) accounts.set(account.accountId, account);
      await publish('cadences');
    },

    /** `some` cadences are being read for the choice of a cadence; those with work that are not among them follow. */
    readNames: async (some: Promise<ApiResult<readonly NamedRow[]>>): Promise<void> => {
      const listed = await some;
      addNames(cadenceNames, listed.ok ? listed.value : []);
      const cadenceIds = missing(
        actions.map((action) => action.cadenceId).filter((id) => id !== undefined),
        cadenceNames,
      );
      const stepIds = missing(
        actions.map((action) => action.stepId).filter((id) => id !== undefined),
        stepNames,
      );
      const [cadences, steps] = await Promise.all([
        readNamed(cadenceIds, (ids) => deps.source.cadences(ids)),
        readNamed(stepIds, (ids) => deps.source.steps(ids)),
      ]);
      addNames(cadenceNames, cadences);
      addNames(stepNames, steps);
    },

    finish: async (): Promise<void> => {
      const rows = await rowsNow();
      await deps.publish({
        state: 'ready',
        step: 'none',
        isComplete: true,
        ...(isCut ? { isCut } : {}),
        readAt: now,
        rows,
        otherCadences: otherCadences(),
      });
    },
  };
}

function missing<Id extends string>(ids: readonly Id[], known: ReadonlyMap<string, unknown>): readonly Id[] {
  return [...new Set(ids)].filter((id) => !known.has(id));
}

function toRead<Id>(ids: readonly Id[], howMany: HowMany): readonly Id[] {
  return howMany === 'all' ? ids : ids.slice(0, ids.length - (ids.length % BATCH));
}

function addNames(names: Map<string, string>, rows: readonly NamedRow[]): void {
  for (const { id, name } of rows) names.set(id, name);
}

async function readNamed<Id>(
  ids: readonly Id[],
  read: (ids: readonly Id[]) => Promise<ApiResult<readonly NamedRow[]>>,
): Promise<readonly NamedRow[]> {
  if (ids.length === 0) return [];
  const rows = await read(ids);
  return rows.ok ? rows.value : [];
}
