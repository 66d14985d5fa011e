import { expect, it } from 'vitest';
import type { ApiResult } from '@/lib/domain/core/api-result';
import type { DialGuards } from '@/lib/domain/guards/dial-rules';
import { createRecheckSalesloft } from '@/lib/services/guards/recheck-salesloft';
import { anActionSource, aPersonId, aRep } from '@/tests/support/builders/builders';

const about = { personId: aPersonId(), source: anActionSource(), rep: aRep() };
const NOTHING = { doneElsewhere: false, calledByTeam: false };

function setUp({
  state,
  callers = [],
  mayRead = true,
  isSlow = false,
  guards = { doneElsewhere: 'ask', calledToday: 'ask' } as const,
}: {
  readonly state?: ApiResult<'open' | 'gone'>;
  readonly callers?: readonly string[];
  readonly mayRead?: boolean;
  readonly isSlow?: boolean;
  readonly guards?: Pick<DialGuards, 'doneElsewhere' | 'calledToday'>;
}) {
  const asked: string[] = [];
  const clock = { now: 1_000 };
  const stateOf = (): Promise<ApiResult<'open' | 'gone'>> => {
    asked.push('state');
    return Promise.resolve(state ?? { ok: true, value: 'open' });
  };
  const recheckSalesloft = createRecheckSalesloft({
    calls: {
      actionState: stateOf,
      taskState: stateOf,
      callersOf: () => {
        asked.push('callers');
        return Promise.resolve({ ok: true, value: callers });
      },
    },
    mayRead: () => mayRead,
    withTimeout: (work) => (isSlow ? Promise.resolve(undefined) : work),
    readGuards: () => Promise.resolve(guards),
    salesloftNow: () => 1_000,
    now: () => clock.now,
  });
  return { recheckSalesloft, asked, clock };
}

it('sees what was done elsewhere, and who of the team has called', async () => {
  expect(await setUp({ state: { ok: true, value: 'gone' } }).recheckSalesloft(about)).toEqual({
    ...NOTHING,
    doneElsewhere: true,
  });
  expect(await setUp({ callers: ['99'] }).recheckSalesloft(about)).toEqual({ ...NOTHING, calledByTeam: true });
});

it('does not hold the rep’s own calls against them', async () => {
  expect(await setUp({ callers: [aRep().userId] }).recheckSalesloft(about)).toEqual(NOTHING);
});

it('never stands in the way: not when slow, not when Salesloft fails, not when the budget is for logs', async () => {
  const gone = { ok: true, value: 'gone' } as const;
  expect(await setUp({ state: gone, isSlow: true }).recheckSalesloft(about)).toEqual(NOTHING);
  const failure = { code: 'offline', status: 0, field: '', words: '' } as never;
  expect(await setUp({ state: { ok: false, failure } }).recheckSalesloft(about)).toEqual(NOTHING);
  const saving = setUp({ state: gone, mayRead: false });
  expect(await saving.recheckSalesloft(about)).toEqual(NOTHING);
  expect(saving.asked).toEqual([]);
});

it('reads only what a guard wants to know', async () => {
  const { recheckSalesloft, asked } = setUp({ guards: { doneElsewhere: 'allow', calledToday: 'block' } });
  await recheckSalesloft(about);
  expect(asked).toEqual(['callers']);
});

it('reads once for the hint and the dial that follows it', async () => {
  const { recheckSalesloft, asked, clock } = setUp({});
  await recheckSalesloft(about);
  await recheckSalesloft(about);
  expect(asked).toEqual(['state', 'callers']);
  await recheckSalesloft({ ...about, personId: aPersonId('7') });
  expect(asked).toHaveLength(4);
  clock.now += 31_000;
  await recheckSalesloft({ ...about, personId: aPersonId('7') });
  expect(asked).toHaveLength(6);
});
