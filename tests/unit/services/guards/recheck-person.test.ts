import { describe, expect, it } from 'vitest';
import type { ApiResult } from '@/lib/domain/core/api-result';
import { asId, type AccountId } from '@/lib/domain/core/ids';
import type { Person, Prohibition } from '@/lib/domain/call/person';
import type { AccountFacts } from '@/lib/domain/queue/due-queue';
import { createRecheckPerson } from '@/lib/services/guards/recheck-person';
import { aPerson, aRep, someGuards } from '@/tests/support/builders/builders';

const accountId = asId<AccountId>('9');
const failed = { ok: false, failure: { code: 'salesloft-down', status: 500, field: '', words: '' } } as never;
const never = new Promise<never>(() => undefined);
const company = (doNotContact: Prohibition): Answer<AccountFacts> => [{ accountId, name: 'Globex', doNotContact }];

type Answer<Row> = readonly Row[] | 'fails' | 'is late';

function answered<Row>(answer: Answer<Row>): Promise<ApiResult<readonly Row[]>> {
  if (answer === 'is late') return never;
  return Promise.resolve(answer === 'fails' ? failed : { ok: true, value: answer });
}

function setUp(world: {
  readonly listed?: Partial<Person>;
  people?: Answer<Person>;
  accounts?: Answer<AccountFacts>;
  readonly mayRead?: boolean;
  readonly guards?: Parameters<typeof someGuards>[0];
}) {
  const asked: string[] = [];
  const waited: number[] = [];
  const clock = { now: 1_000 };
  const listed = aPerson({ accountId, doNotContact: 'unknown', ...world.listed });
  const recheckPerson = createRecheckPerson({
    source: {
      people: () => {
        asked.push('people');
        return answered(world.people ?? [aPerson({ accountId })]);
      },
      accounts: (ids) => {
        asked.push(`account ${ids.join()}`);
        return answered(world.accounts ?? company('no'));
      },
    },
    readGuards: () => Promise.resolve(someGuards(world.guards)),
    mayRead: () => world.mayRead ?? true,
    withTimeout: (work, ms) => {
      waited.push(ms);
      return Promise.race([work, new Promise<undefined>((resolve) => setImmediate(() => resolve(undefined)))]);
    },
    now: () => clock.now,
  });
  const flags = async () => {
    const { doNotContact, callRestricted } = await recheckPerson(listed, aRep());
    return [doNotContact, callRestricted];
  };
  return { flags, asked, waited, clock, world };
}

describe('of somebody whose company the list could not read', () => {
  it.each([
    ['the company may be called', {}, ['no', 'no']],
    ['the company must not be', { accounts: company('yes') }, ['yes', 'no']],
    ['the company is not told', { accounts: 'fails' }, ['unknown', 'no']],
    ['the company is told late', { accounts: 'is late' }, ['unknown', 'no']],
    ['the company is hidden', { accounts: [] }, ['unknown', 'no']],
    ['the company has no word of it', { accounts: company('unknown') }, ['unknown', 'no']],
    ['only the company is told, and says no', { people: 'fails', accounts: company('yes') }, ['yes', 'no']],
    ['only the company is told, and says nothing against it', { people: 'fails' }, ['unknown', 'no']],
    ['the person asked meanwhile', { people: [aPerson({ doNotContact: 'yes' })], accounts: 'is late' }, ['yes', 'no']],
    ['calls are restricted meanwhile', { people: [aPerson({ accountId, callRestricted: 'yes' })] }, ['no', 'yes']],
    ['the person is gone', { people: [] }, ['unknown', 'unknown']],
    ['the budget is for logs', { mayRead: false, accounts: company('yes') }, ['unknown', 'no']],
  ] as const)('%s', async (_name, world, flags) => {
    expect(await setUp(world).flags()).toEqual(flags);
  });
});

describe('of somebody whom the list said may be called', () => {
  const listed = { doNotContact: 'no' } as const;

  it.each([
    ['news counts', { accounts: company('yes') }, ['yes', 'no']],
    ['an outage changes nothing', { people: 'fails', accounts: 'fails' }, ['no', 'no']],
    [
      'another company, not read, is unknown',
      { people: [aPerson({ accountId: asId<AccountId>('10') })], accounts: 'fails' },
      ['unknown', 'no'],
    ],
  ] as const)('%s', async (_name, world, flags) => {
    expect(await setUp({ listed, ...world }).flags()).toEqual(flags);
  });

  it('a yes of the list stays one while the company does not answer', async () => {
    expect(await setUp({ listed: { doNotContact: 'yes' }, accounts: 'fails' }).flags()).toEqual(['yes', 'no']);
  });
});

it('waits longer where nothing is known', async () => {
  const [unknown, known] = [setUp({}), setUp({ listed: { doNotContact: 'no' } })];
  await unknown.flags();
  await known.flags();
  expect([Math.max(...unknown.waited), Math.max(...known.waited)]).toEqual([1_500, 500]);
});

it('reads once for the hint and the dial that follows it, and again what has failed or grown old', async () => {
  const { flags, asked, clock, world } = setUp({ accounts: 'fails' });
  await flags();
  world.accounts = company('yes');
  expect(await flags()).toEqual(['yes', 'no']);
  expect(asked).toEqual(['people', 'account 9', 'account 9']);
  clock.now += 15_001;
  await flags();
  expect(asked).toHaveLength(5);
});

it('reads nothing for guards that allow everybody', async () => {
  const { flags, asked } = setUp({ guards: { doNotContact: 'allow', contactRestriction: 'allow' } });
  await flags();
  expect(asked).toEqual([]);
});
