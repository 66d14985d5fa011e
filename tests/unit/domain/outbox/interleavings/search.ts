import type { OutboxEntry } from '@/lib/domain/outbox/outbox';
import { settlingMs } from '@/lib/domain/outbox/settle';
import { atTheEnd, nextWorlds, type Rules, type World } from './model';

export type Found = {
  readonly states: number;
  /** More than one call in Salesloft for the one that was made. */
  readonly doubled: number;
  /** A receipt, and no call in Salesloft. */
  readonly falseReceipts: number;
  /** Neither delivered, nor waiting, nor before the rep. */
  readonly lost: number;
  /** Before the rep, though Salesloft has the call: wrong nowhere, but a click that need not be. */
  readonly askedInVain: number;
  readonly delivered: number;
};

/** Walks every interleaving that the rules allow, each state once. */
export function search(entry: OutboxEntry, rules: Rules): Found {
  const first = firstWorld(entry);
  const seen = new Set<string>([keyOf(first)]);
  const open = [first];
  const ends = { doubled: 0, falseReceipts: 0, lost: 0, askedInVain: 0, delivered: 0 };
  for (let world = open.pop(); world; world = open.pop()) {
    count(atTheEnd(world), ends);
    for (const next of nextWorlds(world, rules)) {
      const key = keyOf(next);
      if (seen.has(key)) continue;
      seen.add(key);
      open.push(next);
    }
  }
  return { states: seen.size, ...ends };
}

/** Walks one interleaving: each choice picks the next step among those that can follow. */
export function walk(entry: OutboxEntry, rules: Rules, choices: readonly number[]): Found {
  const ends = { doubled: 0, falseReceipts: 0, lost: 0, askedInVain: 0, delivered: 0 };
  let world = firstWorld(entry);
  let states = 0;
  for (const choice of choices) {
    const following = nextWorlds(world, rules);
    const next = following[choice % following.length];
    if (!next) break;
    world = next;
    states += 1;
    count(atTheEnd(world), ends);
  }
  return { states, ...ends };
}

function firstWorld(entry: OutboxEntry): World {
  return {
    now: 0,
    disk: entry,
    step: 'none',
    commits: [],
    flights: [],
    isUsedElsewhere: false,
    crashes: 0,
    posts: 0,
    repRetries: 1,
  };
}

function count({ disk, commits, step }: World, ends: { -readonly [Key in keyof Omit<Found, 'states'>]: number }): void {
  const isAtRest = step === 'none';
  if (commits.length > 1) ends.doubled += 1;
  if (disk.state === 'delivered' && commits.length === 0) ends.falseReceipts += 1;
  if (disk.state === 'discarded' || (isAtRest && disk.state === 'sending')) ends.lost += 1;
  if (isAtRest && disk.state === 'dead' && commits.length > 0) ends.askedInVain += 1;
  if (disk.state === 'delivered') ends.delivered += 1;
}

/** The same state at another time is the same state: times are told from now, and what is long past is past. */
function keyOf(world: World): string {
  const { now, disk } = world;
  const ahead = (at: number): number => Math.max(0, at - now);
  const { state, attempts, unknownSince, emptyReadBacks, isRevivable, wasRevived, claimToken } = disk;
  return JSON.stringify([
    world.step,
    state,
    attempts,
    unknownSince > 0,
    emptyReadBacks,
    isRevivable,
    wasRevived ?? false,
    claimToken > 0,
    ahead(disk.nextTryAt),
    ahead(disk.postNotBefore),
    ahead(disk.attemptStartedAt + settlingMs(disk)),
    unknownSince === disk.attemptStartedThere,
    world.commits.map(({ visibleAt }) => ahead(visibleAt)),
    // Which of the requests came first does not matter, only when each lands.
    world.flights.map(({ at, visibleAt }) => `${ahead(at)}+${ahead(visibleAt)}`).sort(),
    world.isUsedElsewhere,
    world.crashes,
    world.posts,
    world.repRetries,
  ]);
}
