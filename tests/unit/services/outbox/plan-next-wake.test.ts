import { expect, it } from 'vitest';
import { createPlanNextWake } from '@/lib/services/outbox/plan-next-wake';

const NOW = 1_000_000;
const MINUTE = 60_000;

type Given = {
  readonly logAt?: number;
  readonly linkAt?: number;
  readonly closedUntil?: number;
  readonly isOnline?: boolean;
  readonly isSignedIn?: boolean;
};

async function planned({ logAt, linkAt, closedUntil = 0, isOnline = true, isSignedIn = true }: Given) {
  let wake: number | 'none' | undefined;
  await createPlanNextWake({
    outbox: { nextDueAt: () => Promise.resolve(logAt) },
    whoMayGo: () => Promise.resolve(isSignedIn ? () => true : undefined),
    nextLinkAt: () => Promise.resolve(linkAt),
    gate: { closedUntil: () => Promise.resolve(closedUntil) },
    wakeUp: {
      at: (time) => Promise.resolve(void (wake = time)),
      cancel: () => Promise.resolve(void (wake = 'none')),
    },
    isOnline: () => isOnline,
    now: () => NOW,
  })();
  return wake;
}

it.each<[string, Given, number | 'none']>([
  ['not at all with nothing due', {}, 'none'],
  ['not for the logs of a rep who is signed out', { logAt: NOW + MINUTE, isSignedIn: false }, 'none'],
  ['when the next log is due', { logAt: NOW + MINUTE }, NOW + MINUTE],
  ['when a link is due before the next log', { logAt: NOW + MINUTE, linkAt: NOW + 5_000 }, NOW + 5_000],
  ['when a link is due, whoever is signed in', { linkAt: NOW + 5_000, isSignedIn: false }, NOW + 5_000],
  ['not before the gate opens', { logAt: NOW, closedUntil: NOW + MINUTE }, NOW + MINUTE],
  ['a second later for what is due already', { logAt: NOW - MINUTE }, NOW + 1_000],
  ['ten seconds later while offline', { logAt: NOW - MINUTE, isOnline: false }, NOW + 10_000],
])('wakes delivery %s', async (_when, given, expected) => {
  expect(await planned(given)).toBe(expected);
});
