import { expect, it } from 'vitest';
import type { RepSignIn } from '@/lib/domain/sign-in/rep-sign-in';
import type { AccountFacts } from '@/lib/domain/queue/due-queue';
import { asId, type AccountId } from '@/lib/domain/core/ids';
import type { ShownPeople } from '@/lib/domain/queue/shown-person';
import { createFollowPage, type PageWord } from '@/lib/services/overlay/follow-page';
import { aNumber, aPerson, aPersonId, aSignedInAccount } from '@/tests/support/builders/builders';
import { aDueWork } from '@/tests/support/builders/view';

const ann = aDueWork('11');
const person = aPerson({ personId: aPersonId('22'), name: 'Ben', company: '', accountId: asId<AccountId>('9') });
const company: AccountFacts = { accountId: asId<AccountId>('9'), name: 'Globex', doNotContact: 'no' };
const failed = { ok: false, failure: { code: 'offline', status: 0, field: '', words: '' } } as never;

function setUp({
  account = aSignedInAccount(),
  accountFails = false,
  mayRead = true,
}: {
  readonly account?: RepSignIn;
  readonly accountFails?: boolean;
  readonly mayRead?: boolean;
} = {}) {
  const world = { shown: {} as ShownPeople, reads: 0, now: 1_000 };
  const follow = createFollowPage({
    source: {
      people: (ids) => {
        world.reads += 1;
        return Promise.resolve({ ok: true, value: ids.includes(person.personId) ? [person] : [] });
      },
      accounts: () => Promise.resolve(accountFails ? failed : { ok: true, value: [company] }),
    },
    readSignIn: () => Promise.resolve(account),
    readRows: () => Promise.resolve([ann]),
    read: () => Promise.resolve(world.shown),
    publish: (shown) => {
      world.shown = shown;
      return Promise.resolve();
    },
    underLock: (work) => work(),
    mayRead: () => mayRead,
    now: () => world.now,
  });
  const show = (id: string | undefined, change: Partial<PageWord> = {}) =>
    follow({
      windowId: 1,
      personId: id === undefined ? undefined : aPersonId(id),
      isChosen: false,
      actionId: '',
      link: '',
      ...change,
    });
  return { show, world };
}

it('shows what is due for somebody on the list, without asking Salesloft', async () => {
  const { show, world } = setUp();
  expect(await show('11')).toMatchObject({ work: ann, isDue: true, chosenAt: 0 });
  expect(world.reads).toBe(0);
  await show(undefined);
  expect(world.shown).toEqual({});
});

it('reads anybody else once, and follows each window by itself', async () => {
  const { show, world } = setUp();
  expect(await show('22')).toMatchObject({
    work: { person: { name: 'Ben', company: 'Globex' } },
    isDue: false,
  });
  await show('22', { isChosen: true, link: aNumber() });
  expect(world.reads).toBe(1);
  await show('11', { windowId: 2 });
  expect(world.shown).toMatchObject({ 1: { chosenAt: 1_000, number: aNumber() }, 2: { isDue: true } });
});

it('shows nobody whom Salesloft does not tell, nor one whose company is not known', async () => {
  expect(await setUp().show('33')).toBeUndefined();
  expect(await setUp({ accountFails: true }).show('22')).toBeUndefined();
  expect(await setUp({ mayRead: false }).show('22')).toBeUndefined();
  expect(await setUp({ account: { state: 'signedOut' } }).show('11')).toBeUndefined();
});

it('lets a page that runs through people spend no more than a rep would', async () => {
  const { show, world } = setUp();
  await show('22');
  for (let id = 100; id < 200; id += 1) await show(String(id));
  expect(world.reads).toBe(20);
  // Whom it knows already it goes on showing.
  expect(await show('22')).toBeDefined();
  world.now += 61_000;
  await show('100');
  expect(world.reads).toBe(21);
});
