import type { ApiResult, LoggedCall } from '@/lib/domain/core/api-result';
import { classifyAnswer } from '@/lib/domain/outbox/delivery';
import { isGuarded, mustVerify, type OutboxEntry } from '@/lib/domain/outbox/outbox';
import { judgeReadBack, type ReadBack } from '@/lib/domain/outbox/read-back';
import { retryNow } from '@/lib/domain/outbox/rep-decision';
import type { Receipt } from '@/lib/domain/outbox/receipt';
import {
  beginAttempt,
  claim,
  postpone,
  releaseStale,
  settle,
  settleReadBack,
  type SettleContext,
} from '@/lib/domain/outbox/settle';
import { aLoggedCall, anHttpFailure, aReceipt, noAnswer } from '@/tests/support/builders/builders';

/** A commit in Salesloft: when it happened, and since when its lists show it. */
export type Commit = { readonly at: number; readonly visibleAt: number };

/** One log, one Salesloft, and whoever is delivering at this moment. Times in ms, from 0. */
export type World = {
  readonly now: number;
  /** The entry as it lies on disk: all that survives a crash. */
  readonly disk: OutboxEntry;
  /** The delivery under way, in memory only. */
  readonly step: 'none' | 'claimed' | 'mayPost' | 'begun';
  readonly commits: readonly Commit[];
  /** Requests that Salesloft has not worked off yet. */
  readonly flights: readonly Commit[];
  /** Somebody else completed the action: no call of ours is with it. */
  readonly isUsedElsewhere: boolean;
  readonly crashes: number;
  readonly posts: number;
  readonly repRetries: number;
};

export type Rules = {
  /** How long after an attempt began its request can still commit. */
  readonly commitDelays: readonly number[];
  /** How long after a commit the lists can still miss it. */
  readonly readLags: readonly number[];
  readonly crashes: number;
  readonly posts: number;
  readonly retries: number;
  readonly mayBeUsedElsewhere: boolean;
  /** A delivery that never reads back, to prove that the search can find a double. */
  readonly isBlind: boolean;
};

const ANSWER_MS = 1_000;
const TIMEOUT_MS = 20_000;

/** Every world that can follow, in one step. */
export function nextWorlds(world: World, rules: Rules): readonly World[] {
  const after = steps(world, rules);
  const crashed = world.step !== 'none' && world.crashes < rules.crashes ? crashesOf(world, rules) : [];
  const elsewhere =
    rules.mayBeUsedElsewhere && isGuarded(world.disk) && !isUsed(world) ? [{ ...world, isUsedElsewhere: true }] : [];
  return [...after, ...crashed, ...elsewhere];
}

function steps(world: World, rules: Rules): readonly World[] {
  switch (world.step) {
    case 'none':
      return begin(world, rules);
    case 'claimed':
      return mustVerify(world.disk) && !rules.isBlind ? readBack(world, rules) : [{ ...world, step: 'mayPost' }];
    case 'mayPost':
      return [{ ...world, disk: beginAttempt(world.disk, world.now, world.now), step: 'begun' }];
    case 'begun':
      return world.posts < rules.posts ? post({ ...world, posts: world.posts + 1 }, rules) : [];
  }
}

/** The next claim when it is due, or the rep's "Retry now" when it is dead. */
function begin(world: World, rules: Rules): readonly World[] {
  const { disk } = world;
  if (disk.state === 'dead' && world.repRetries > 0) {
    return [{ ...world, disk: retryNow(disk, world.now), repRetries: world.repRetries - 1 }];
  }
  if (disk.state !== 'pending') return [];
  const due = settleFlights({ ...world, now: Math.max(world.now, disk.nextTryAt) });
  // Salesloft may work a request off just before the claim or just after it.
  return [{ ...due, disk: claim(disk), step: 'claimed' as const }].concat(
    rules.isBlind
      ? []
      : [{ ...settleFlights({ ...due, now: due.now + TIMEOUT_MS }), disk: claim(disk), step: 'claimed' as const }],
  );
}

/** The worker dies. Its request may never have left, or be on its way still. */
function crashesOf(world: World, rules: Rules): readonly World[] {
  const dead = { ...world, step: 'none' as const, crashes: world.crashes + 1 };
  const restarted = (state: World): World => {
    const later = settleFlights({ ...state, now: state.now + ANSWER_MS });
    return { ...later, disk: releaseStale(later.disk, later.now) };
  };
  if (world.step !== 'begun' || world.posts >= rules.posts) return [restarted(dead)];
  const sent = { ...dead, posts: world.posts + 1 };
  return [restarted(dead), ...flying(sent, rules).map(restarted)];
}

/** What can come back of one POST, and what has happened meanwhile. */
function post(world: World, rules: Rules): readonly World[] {
  if (isUsed(world)) {
    const refused = anHttpFailure(422, { code: 'refused', fields: { action_id: ['is used'] } });
    return [answered(world, ANSWER_MS, { ok: false, failure: refused }), unanswered(world)];
  }
  const committed = rules.readLags.map((lag) => commit(world, { at: world.now, visibleAt: world.now + lag }));
  return [
    ...committed.flatMap((there) => [
      answered(there, ANSWER_MS, { ok: true, value: aReceipt() }),
      answered(there, ANSWER_MS, { ok: false, failure: anHttpFailure(500) }),
      unanswered(there),
    ]),
    answered(world, ANSWER_MS, { ok: false, failure: anHttpFailure(500) }),
    answered(world, ANSWER_MS, { ok: false, failure: anHttpFailure(429, { code: 'rate-limited' }) }),
    unanswered(world),
    ...flying(world, rules).map(unanswered),
  ];
}

/** The request is on its way still, and commits later. */
function flying(world: World, rules: Rules): readonly World[] {
  return rules.commitDelays.flatMap((delay) =>
    rules.readLags.map((lag) => ({
      ...world,
      flights: [...world.flights, { at: world.now + delay, visibleAt: world.now + delay + lag }],
    })),
  );
}

function unanswered(world: World): World {
  return answered(world, TIMEOUT_MS, { ok: false, failure: noAnswer() });
}

function answered(world: World, tookMs: number, answer: ApiResult<Receipt>): World {
  const later = settleFlights({ ...world, now: world.now + tookMs });
  return { ...later, disk: settle(later.disk, classifyAnswer(answer), context(later)), step: 'none' };
}

function readBack(world: World, rules: Rules): readonly World[] {
  const failed = {
    ...world,
    disk: postpone(world.disk, { code: 'salesloft-timeout', field: '', words: '' }, context(world)),
  };
  const next = settleReadBack(world.disk, judgeReadBack(world.disk, whatIsSeen(world)), {
    ...context(world),
    retries: rules.retries,
  });
  const settled: World = next === 'sendNow' ? { ...world, step: 'mayPost' } : { ...world, disk: next, step: 'none' };
  // A reading that fails changes nothing but the time: once is as good as often.
  return world.crashes === 0 && world.posts === 1 ? [settled, { ...failed, step: 'none' }] : [settled];
}

function whatIsSeen(world: World): ReadBack {
  const visible = world.commits.filter(({ visibleAt }) => visibleAt <= world.now);
  const { completes } = world.disk.log;
  const loggedCalls: LoggedCall[] = visible.map((_commit, index) =>
    aLoggedCall({
      loggedCallId: String(index),
      noteId: `note-${index}`,
      actionId: completes.kind === 'action' ? completes.actionId : '',
    }),
  );
  return {
    guard: completes.kind === 'none' ? 'none' : isUsed(world) ? 'gone' : 'open',
    loggedCalls,
    notes: new Map(loggedCalls.map(({ noteId }) => [noteId, `ref ${world.disk.ref}`])),
    takenIds: new Set(),
  };
}

/** Whether the action is completed: by a call of ours, or by somebody else. */
function isUsed(world: World): boolean {
  return isGuarded(world.disk) && (world.commits.length > 0 || world.isUsedElsewhere);
}

function commit(world: World, one: Commit): World {
  return { ...world, commits: [...world.commits, one] };
}

/** Salesloft works off what has arrived by now; an action succeeds once only. */
function settleFlights(world: World): World {
  const landed = world.flights.filter(({ at }) => at <= world.now);
  const flying: World = { ...world, flights: world.flights.filter(({ at }) => at > world.now) };
  return landed.reduce<World>((state, one) => (isUsed(state) ? state : commit(state, one)), flying);
}

/** All requests have been worked off at last. */
export function atTheEnd(world: World): World {
  return settleFlights({ ...world, now: Number.MAX_SAFE_INTEGER });
}

function context({ now }: World): SettleContext {
  return { now, salesloftNow: now, random: 0.5, retries: 5 };
}
