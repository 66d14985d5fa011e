import { describe, expect, it } from 'vitest';
import type { DeliveryReason } from '@/lib/domain/outbox/delivery';
import { isDue, mustVerify } from '@/lib/domain/outbox/outbox';
import {
  beginAttempt,
  claim,
  postpone,
  releaseStale,
  settle,
  settleReadBack,
  SETTLING_MS,
  type SettleContext,
} from '@/lib/domain/outbox/settle';
import { retryNow } from '@/lib/domain/outbox/rep-decision';
import { anAdHocEntry, anEntry, aReceipt } from '@/tests/support/builders/builders';

const NOW = 2_000_000;
const context: SettleContext = { now: NOW, salesloftNow: NOW + 700, random: 0.5, retries: 5 };
const reason: DeliveryReason = { code: 'salesloft-timeout', field: '', words: '' };
const sent = (entry = anEntry()) => beginAttempt(claim(entry), NOW, NOW + 700);

describe('an attempt', () => {
  it('is written down before it leaves, as unknown until it is settled', () => {
    expect(sent()).toMatchObject({ state: 'sending', attempts: 1, claimToken: 1, unknownSince: NOW + 700 });
    expect(mustVerify(sent())).toBe(true);
  });
});

describe('settling an answer', () => {
  it('keeps the receipt', () => {
    expect(settle(sent(), { kind: 'delivered', receipt: aReceipt() }, context)).toMatchObject({
      state: 'delivered',
      receipt: aReceipt(),
      unknownSince: 0,
    });
  });

  it('puts a refusal before the rep, and knows that nothing was logged', () => {
    const dead = settle(sent(), { kind: 'refused', reason }, context);
    expect(dead).toMatchObject({ state: 'dead', isRevivable: false });
    expect(mustVerify(dead)).toBe(false);
  });

  it('spends no attempt when nothing left the machine', () => {
    expect(settle(sent(), { kind: 'notSent', reason }, context)).toMatchObject({
      state: 'pending',
      attempts: 0,
      unknownSince: 0,
    });
  });

  it('keeps its place and its tries when the team’s budget is spent: the gate holds it back', () => {
    const limited = settle(sent(), { kind: 'rateLimited', reason, retryAfterSeconds: 0 }, context);
    expect(limited).toMatchObject({ state: 'pending', attempts: 0, nextTryAt: NOW, unknownSince: 0 });
  });

  it.each([
    ['5 s after the attempt where an action guards it', sent(), SETTLING_MS.guarded],
    ['90 s after the attempt where nothing does', sent(anAdHocEntry()), SETTLING_MS.adHoc],
  ])('reads back an unknown outcome %s', (_words, entry, settlingMs) => {
    const unknown = settle(entry, { kind: 'unknown', reason }, context);
    expect(unknown).toMatchObject({ state: 'pending', attempts: 1, nextTryAt: NOW + settlingMs });
    expect(mustVerify(unknown)).toBe(true);
  });

  it('reads back when the action is used, without spending an attempt, and refuses a second time', () => {
    const used = settle(sent(), { kind: 'guardUsed', reason }, context);
    expect(used).toMatchObject({ state: 'pending', attempts: 0, nextTryAt: NOW + 5_000 });
    expect(mustVerify(used)).toBe(true);
    expect(settle(sent(used), { kind: 'guardUsed', reason }, context)).toMatchObject({ state: 'dead' });
  });
});

describe('settling a read-back', () => {
  const unknown = settle(sent(), { kind: 'unknown', reason }, context);

  it('delivers what was found', () => {
    expect(settleReadBack(unknown, { kind: 'found', receipt: aReceipt() }, context)).toMatchObject({
      state: 'delivered',
    });
  });

  it('sends again what is not there, but not before the backoff is over', () => {
    const at = (ms: number) => ({ ...context, now: NOW + ms, salesloftNow: NOW + 700 + ms });
    expect(settleReadBack(unknown, { kind: 'notThere' }, at(5_000))).toMatchObject({
      state: 'pending',
      nextTryAt: NOW + 30_000,
    });
    expect(settleReadBack(unknown, { kind: 'notThere' }, at(30_000))).toBe('sendNow');
  });

  it('waits for the settling time though the rep has pressed "Retry now", and then sends without the backoff', () => {
    const sentAdHoc = settle(sent(anAdHocEntry()), { kind: 'unknown', reason }, context);
    const at = (ms: number) => ({ ...context, now: NOW + ms, salesloftNow: NOW + 700 + ms });
    const pressed = claim(retryNow(sentAdHoc, NOW + 4_000));
    expect(settleReadBack(pressed, { kind: 'notThere' }, at(4_000))).toMatchObject({
      state: 'pending',
      nextTryAt: NOW + 90_000,
    });
    expect(settleReadBack(pressed, { kind: 'notThere' }, at(90_000))).toBe('sendNow');
  });

  it('gives up what is not there after the last retry', () => {
    const last = { ...unknown, attempts: 6 };
    expect(settleReadBack(last, { kind: 'notThere' }, { ...context, salesloftNow: NOW + 5_700 })).toMatchObject({
      state: 'dead',
      isRevivable: true,
    });
  });

  it('reads twice before it says "completed elsewhere": the list may lag', () => {
    const once = settleReadBack(unknown, { kind: 'guardGone' }, context);
    expect(once).toMatchObject({ state: 'pending', emptyReadBacks: 1 });
    const twice = once === 'sendNow' ? once : settleReadBack(once, { kind: 'guardGone' }, context);
    const thrice = twice === 'sendNow' ? twice : settleReadBack(twice, { kind: 'guardGone' }, context);
    expect(thrice).toMatchObject({ state: 'dead', reason: { code: 'completed-elsewhere' } });
  });

  it('leaves two candidates to the rep', () => {
    expect(settleReadBack(unknown, { kind: 'undecided' }, context)).toMatchObject({
      state: 'dead',
      reason: { code: 'maybe-logged' },
    });
  });

  it('is made again when it could not be made', () => {
    expect(postpone(unknown, reason, context)).toMatchObject({
      state: 'pending',
      attempts: 1,
      nextTryAt: NOW + 30_000,
    });
  });
});

describe('a claim whose worker died', () => {
  it('is read back first when an attempt had begun', () => {
    const released = releaseStale(sent(anAdHocEntry()), NOW + 1_000);
    expect(released).toMatchObject({ state: 'pending', nextTryAt: NOW + SETTLING_MS.adHoc, attempts: 1 });
    expect(mustVerify(released)).toBe(true);
  });

  it('is simply due when none had', () => {
    const released = releaseStale(claim(anEntry()), NOW);
    expect(isDue(released, NOW)).toBe(true);
    expect(mustVerify(released)).toBe(false);
  });

  it('is nothing to an entry that nobody is sending', () => {
    const entry = anEntry();
    expect(releaseStale(entry, NOW)).toBe(entry);
  });
});
