import type { RepSignIn, Rep } from '@/lib/domain/sign-in/rep-sign-in';
import type { DueWork } from '@/lib/domain/queue/due-work';
import type { PersonId } from '@/lib/domain/core/ids';
import {
  numberOfLink,
  personWithoutWork,
  workShown,
  type ShownPeople,
  type ShownPerson,
} from '@/lib/domain/queue/shown-person';
import type { QueueSource } from '@/lib/services/queue/queue-port';

export type FollowPageDeps = {
  readonly source: Pick<QueueSource, 'people' | 'accounts'>;
  readonly readSignIn: () => Promise<RepSignIn>;
  readonly readRows: () => Promise<readonly DueWork[]>;
  readonly read: () => Promise<ShownPeople>;
  readonly publish: (shown: ShownPeople) => Promise<void>;
  /** One change at a time. */
  readonly underLock: <Value>(work: () => Promise<Value>) => Promise<Value>;
  readonly mayRead: () => boolean;
  readonly now: () => number;
};

export type PageWord = {
  readonly windowId: number;
  /** Undefined when the page shows nobody. */
  readonly personId: PersonId | undefined;
  /** The rep pressed Call on the page. */
  readonly isChosen: boolean;
  /** Of the link that was pressed; empty for none. */
  readonly actionId: string;
  readonly link: string;
};

/** A page that runs through people, or pretends to, spends no more of the team's budget than a rep's own clicks would. */
const READS_A_MINUTE = 20;

/** A rep goes back and forth between few people; so many are not read again for so long. */
const KNOWN_PEOPLE = 50;
const FRESH_MS = 120_000;

/** The panel follows the person whom the page beside it shows. The page names an id; who that is, Salesloft's API says. */
export function createFollowPage(deps: FollowPageDeps) {
  let reads: readonly number[] = [];
  const known = new Map<string, { readonly work: DueWork; readonly at: number }>();

  const mayReadPerson = (): boolean => {
    const now = deps.now();
    reads = reads.filter((at) => now - at < 60_000);
    if (reads.length >= READS_A_MINUTE || !deps.mayRead()) return false;
    reads = [...reads, now];
    return true;
  };

  const readPerson = async (personId: PersonId, rep: Rep): Promise<DueWork | undefined> => {
    const before = known.get(`${rep.guid} ${personId}`);
    if (before && deps.now() - before.at < FRESH_MS) return before.work;
    if (!mayReadPerson()) return undefined;
    const read = await deps.source.people([personId], rep);
    const person = read.ok ? read.value.find((one) => one.personId === personId) : undefined;
    if (!person) return undefined;
    const accounts = person.accountId ? await deps.source.accounts([person.accountId]) : undefined;
    // Whether the company may be called is not known then: better nobody than somebody who must not be called.
    if (accounts?.ok === false) return undefined;
    const work = personWithoutWork(person, accounts?.value[0]);
    const [oldest] = known.keys();
    if (oldest !== undefined && known.size >= KNOWN_PEOPLE) known.delete(oldest);
    known.set(`${rep.guid} ${personId}`, { work, at: deps.now() });
    return work;
  };

  const find = async (word: PageWord, rep: Rep, before: ShownPerson | undefined): Promise<ShownPerson | undefined> => {
    const { personId, actionId } = word;
    if (!personId) return undefined;
    const due = workShown(await deps.readRows(), personId, actionId);
    const work = due ?? (await readPerson(personId, rep));
    if (!work) return undefined;
    // A page that comes to the front again says no more than before: what was pressed stays chosen.
    if (!word.isChosen && before?.work.workId === work.workId) return { ...before, work };
    const number = numberOfLink(work.person, word.link);
    const chosenAt = word.isChosen ? deps.now() : 0;
    return { work, isDue: due !== undefined, chosenAt, ...(number ? { number } : {}) };
  };

  /** Undefined when nobody is signed in, when the page shows nobody, or somebody whom Salesloft does not tell. */
  return (word: PageWord): Promise<ShownPerson | undefined> =>
    deps.underLock(async () => {
      const { rep, state } = await deps.readSignIn();
      const { [String(word.windowId)]: before, ...others } = await deps.read();
      const shown = rep && state !== 'signedOut' ? await find(word, rep, before) : undefined;
      await deps.publish(shown ? { ...others, [String(word.windowId)]: shown } : others);
      return shown;
    });
}
