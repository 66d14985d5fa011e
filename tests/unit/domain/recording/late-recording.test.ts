import { describe, expect, it } from 'vitest';
import { afterLinkFailure, isLinkDue, placeOf, type LateRecording } from '@/lib/domain/recording/late-recording';
import { aCallId, anEntry, anHttpFailure, aReceipt, noAnswer } from '@/tests/support/builders/builders';

const LATE: LateRecording = {
  callId: aCallId(),
  link: 'https://records.example/1',
  tries: 0,
  nextTryAt: 1_000,
  setAt: 1_000,
};
const delivered = anEntry({ state: 'delivered', receipt: aReceipt({ noteId: '7' }) });

describe('where a link goes', () => {
  it.each([
    { name: 'into the note of a log that is in Salesloft', entry: delivered, place: { kind: 'note', noteId: '7' } },
    { name: 'with the log, while that waits', entry: anEntry(), place: { kind: 'waits' } },
    {
      name: 'nowhere, when it left with the log',
      entry: { ...delivered, sentLink: LATE.link },
      place: { kind: 'none' },
    },
    {
      name: 'into the note, when another link left with the log',
      entry: { ...delivered, sentLink: 'https://records.example/0' },
      place: { kind: 'note' },
    },
    {
      name: 'into the note, when an earlier try of the log was found there',
      entry: { ...delivered, sentLink: LATE.link, receipt: aReceipt({ noteId: '7', foundByReading: true }) },
      place: { kind: 'note' },
    },
    {
      name: 'nowhere, when the log has no note',
      entry: { ...delivered, receipt: aReceipt({ noteId: '' }) },
      place: { kind: 'none' },
    },
  ])('$name', ({ entry, place }) => {
    expect(placeOf(LATE, entry, true)).toMatchObject(place);
  });

  it('waits for a wrap-up that is open, and for none that will not come', () => {
    expect(placeOf(LATE, undefined, false)).toEqual({ kind: 'waits' });
    expect(placeOf(LATE, undefined, true)).toMatchObject({ kind: 'none' });
  });
});

describe('a note that could not be changed', () => {
  it('is tried again later, at most an hour later, and not for ever', () => {
    let late: LateRecording | undefined = LATE;
    const waits: number[] = [];
    while (late) {
      const next = afterLinkFailure(late, noAnswer(), 1_000, 0.5);
      if (next) waits.push(next.nextTryAt - 1_000);
      late = next;
    }
    expect(waits.slice(0, 3)).toEqual([30_000, 60_000, 120_000]);
    expect(Math.max(...waits)).toBe(3_600_000);
    expect(waits).toHaveLength(11);
  });

  it('is given up when Salesloft refuses it', () => {
    expect(afterLinkFailure(LATE, anHttpFailure(403), 1_000, 0.5)).toBeUndefined();
    expect(afterLinkFailure(LATE, anHttpFailure(422), 1_000, 0.5)).toBeUndefined();
  });

  it('spends no try while nothing could be asked', () => {
    expect(afterLinkFailure(LATE, anHttpFailure(429), 1_000, 0.5)).toMatchObject({ tries: 0 });
    expect(afterLinkFailure(LATE, { ...noAnswer(), kind: 'notSent', code: 'offline' }, 1_000, 0.5)).toMatchObject({
      tries: 0,
    });
  });

  it('does not wait by a clock that went back', () => {
    const waiting = afterLinkFailure(LATE, noAnswer(), 5_000_000, 0.5) ?? LATE;
    expect(isLinkDue(waiting, 5_010_000)).toBe(false);
    expect(isLinkDue(waiting, 4_000_000)).toBe(true);
  });
});
