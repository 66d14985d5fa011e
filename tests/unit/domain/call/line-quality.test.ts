import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addSecond,
  meanOpinionScore,
  NO_SOUND,
  noticeOf,
  rounded,
  soundSecond,
  type SoundReading,
  type SoundSecond,
} from '@/lib/domain/call/line-quality';

const free = { muted: false, held: false };
const reading = (change: Partial<SoundReading> = {}): SoundReading => ({
  ...NO_SOUND,
  voiceLevel: 0.01,
  jitterMs: 5,
  roundTripMs: 40,
  ...change,
});
const second = (change: Partial<SoundSecond> = {}): SoundSecond => ({
  ...soundSecond(reading(), reading({ sent: 50, received: 50 }), free),
  ...change,
});
const seconds = (...changes: readonly Partial<SoundSecond>[]): readonly SoundSecond[] => changes.map(second);
const five = (change: Partial<SoundSecond> = {}): readonly SoundSecond[] =>
  Array.from({ length: 5 }, () => second(change));

describe('the score of a line', () => {
  it.each([
    [30, 2, 0, 4.39],
    [200, 20, 1, 4.21],
    [200, 20, 3, 3.98],
    [400, 30, 5, 3.0],
  ])(
    'is what the E-model says for %i ms there and back, %i ms of jitter, %i %% lost',
    (roundTripMs, jitterMs, lossPercent, score) => {
      const scores = [true, false].map((isOpus) => meanOpinionScore({ roundTripMs, jitterMs, lossPercent, isOpus }));
      expect(Math.min(...scores.map((one) => Math.abs(one - score)))).toBeLessThan(0.35);
      expect(scores[0]).toBeLessThanOrEqual(scores[1] ?? 0);
    },
  );

  it('is between 1 and 4.5, and never better for a worse line', () => {
    const line = fc.record({
      roundTripMs: fc.double({ min: 0, max: 5_000, noNaN: true }),
      jitterMs: fc.double({ min: 0, max: 2_000, noNaN: true }),
      lossPercent: fc.double({ min: 0, max: 100, noNaN: true }),
      isOpus: fc.boolean(),
    });
    fc.assert(
      fc.property(line, fc.double({ min: 0, max: 50, noNaN: true }), (one, more) => {
        const score = meanOpinionScore(one);
        expect(score).toBeGreaterThanOrEqual(1);
        expect(score).toBeLessThan(4.5);
        expect(meanOpinionScore({ ...one, roundTripMs: one.roundTripMs + more })).toBeLessThanOrEqual(score + 0.02);
      }),
    );
  });
});

describe('one second of a call', () => {
  it('takes the worse direction’s loss, and late packets do not make it better than none', () => {
    const before = reading({ sent: 100, received: 100, lost: 4, lostThere: 2 });
    expect(
      soundSecond(before, reading({ sent: 150, received: 145, lost: 9, lostThere: 3 }), free).lossPercent,
    ).toBeCloseTo(10);
    expect(
      soundSecond(before, reading({ sent: 150, received: 150, lost: 4, lostThere: 22 }), free).lossPercent,
    ).toBeCloseTo(40);
    expect(soundSecond(before, reading({ sent: 150, received: 150, lost: 1, lostThere: 0 }), free).lossPercent).toBe(0);
    expect(soundSecond(before, reading({ isRepairing: true }), free)).toMatchObject({
      lossPercent: 100,
      score: expect.closeTo(1, 0) as number,
    });
  });
});

describe('the word for a line', () => {
  it.each([
    ['good', five()],
    ['good', []],
    ['repairing', seconds({}, { isRepairing: true })],
    ['nothingHeard', five({ received: 0 })],
    ['good', five({ received: 0 }).slice(1)],
    ['good', five({ received: 0, held: true })],
    ['microphoneSilent', five({ voiceLevel: 0 })],
    ['good', five({ voiceLevel: 0, muted: true })],
    ['good', seconds({}, { voiceLevel: 0 }, { voiceLevel: 0 }, { voiceLevel: 0 }, { voiceLevel: 0 })],
    ['mutedAndTalking', seconds({}, {}, ...five({ muted: true, voiceLevel: 0.1 }).slice(2))],
    ['good', seconds({}, {}, {}, ...five({ muted: true, voiceLevel: 0.1 }).slice(3))],
    ['good', [...five({ muted: true, voiceLevel: 0.1 }).slice(1), second({ voiceLevel: 0.1 })]],
    ['good', five({ muted: true, held: true, voiceLevel: 0.1 })],
    ['poor', seconds({}, {}, ...five({ lossPercent: 4 }).slice(2))],
    ['poor', five({ jitterMs: 31 })],
    ['poor', five({ roundTripMs: 401 })],
    ['poor', five({ score: 2.9 })],
    ['good', seconds({}, {}, {}, { lossPercent: 40 }, { lossPercent: 40 })],
    ['fair', five({ score: 3.9 })],
  ] as const)('is %s', (notice, latest) => {
    expect(noticeOf(latest)).toBe(notice);
  });
});

describe('a whole call in numbers', () => {
  it('is the mean of its seconds, with the lowest score kept', () => {
    const call = seconds({ score: 4, lossPercent: 0 }, { score: 2, lossPercent: 3 }, { score: 3, lossPercent: 0 });
    const quality = call.reduce<ReturnType<typeof addSecond> | undefined>(
      (before, one, index) => addSecond(before, one, index),
      undefined,
    );
    expect(quality && rounded(quality)).toEqual({
      score: 3,
      lowestScore: 2,
      lossPercent: 1,
      jitterMs: 5,
      roundTripMs: 40,
    });
  });
});
