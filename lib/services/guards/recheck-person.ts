import type { ApiResult } from '@/lib/domain/core/api-result';
import type { AccountId, PersonId } from '@/lib/domain/core/ids';
import type { Person, Prohibition } from '@/lib/domain/call/person';
import type { DialGuards } from '@/lib/domain/guards/dial-rules';
import { withCompany, type AccountFacts } from '@/lib/domain/queue/due-queue';
import type { Rep } from '@/lib/domain/sign-in/rep-sign-in';

export type RecheckPersonDeps = {
  readonly source: {
    people(ids: readonly PersonId[], rep: Rep): Promise<ApiResult<readonly Person[]>>;
    accounts(ids: readonly AccountId[]): Promise<ApiResult<readonly AccountFacts[]>>;
  };
  readonly readGuards: () => Promise<Pick<DialGuards, 'doNotContact' | 'contactRestriction'>>;
  /** False while the team's budget is for logs alone. */
  readonly mayRead: () => boolean;
  /** Undefined when the work takes longer. */
  readonly withTimeout: <Value>(work: Promise<Value>, ms: number) => Promise<Value | undefined>;
  readonly now: () => number;
};

/** The list has said that they may be called: only news could change that. */
const PATIENCE_MS = 500;

/** Nothing is known yet: the answer is worth more than a second. */
const PATIENCE_UNKNOWN_MS = 1_500;

const FRESH_MS = 15_000;

/**
 * Reads, before a dial, whether the person and their company may be called. What Salesloft does not answer in time
 * stays as the list had it: unknown stays unknown, and is no permission.
 */
export function createRecheckPerson(deps: RecheckPersonDeps) {
  const readPerson = keepLast((person: Person, rep: Rep) => deps.source.people([person.personId], rep), deps.now);
  const readAccount = keepLast((accountId: AccountId) => deps.source.accounts([accountId]), deps.now);

  return async (listed: Person, rep: Rep): Promise<Person> => {
    const guards = await deps.readGuards();
    const isWanted = guards.doNotContact !== 'allow' || guards.contactRestriction !== 'allow';
    if (!isWanted || !deps.mayRead()) return listed;
    const isUnknown = listed.doNotContact === 'unknown' || listed.callRestricted === 'unknown';
    const inTime = <Value>(work: Promise<Value>): Promise<Value | undefined> =>
      deps.withTimeout(work, isUnknown ? PATIENCE_UNKNOWN_MS : PATIENCE_MS);
    const accountOf = async ({ accountId }: Person): Promise<AccountFacts | undefined> => {
      if (!accountId) return undefined;
      const read = await inTime(readAccount(`${rep.guid} ${accountId}`, accountId));
      return read?.ok ? read.value.find((account) => account.accountId === accountId) : undefined;
    };

    const [read, account] = await Promise.all([
      inTime(readPerson(`${rep.guid} ${listed.personId}`, listed, rep)),
      accountOf(listed),
    ]);
    if (!read?.ok) return { ...listed, doNotContact: either(account?.doNotContact, listed.doNotContact) };
    const person = read.value.find(({ personId }) => personId === listed.personId);
    // Gone, or hidden from the rep: Salesloft no longer says that they may be called.
    if (!person) return { ...listed, doNotContact: 'unknown', callRestricted: 'unknown' };
    const isSameCompany = person.accountId === listed.accountId;
    const { doNotContact } = withCompany(person, isSameCompany ? account : await accountOf(person));
    return {
      ...listed,
      doNotContact: doNotContact === 'unknown' && isSameCompany ? listed.doNotContact : doNotContact,
      callRestricted: person.callRestricted === 'unknown' ? listed.callRestricted : person.callRestricted,
    };
  };
}

/** The company alone has answered: its yes counts, and its no says nothing of the person. */
function either(company: Prohibition | undefined, listed: Prohibition): Prohibition {
  return company === 'yes' ? 'yes' : listed;
}

/** One answer serves the hint and the dial that follows it; one that failed is asked for again. */
function keepLast<Args extends readonly unknown[], Row>(
  read: (...args: Args) => Promise<ApiResult<Row>>,
  now: () => number,
) {
  let last: { readonly key: string; readonly at: number; readonly answer: Promise<ApiResult<Row>> } | undefined;
  return (key: string, ...args: Args): Promise<ApiResult<Row>> => {
    if (last?.key === key && now() - last.at <= FRESH_MS) return last.answer;
    const mine = { key, at: now(), answer: read(...args) };
    last = mine;
    void mine.answer.then(({ ok }) => {
      if (!ok && last === mine) last = undefined;
    });
    return mine.answer;
  };
}
