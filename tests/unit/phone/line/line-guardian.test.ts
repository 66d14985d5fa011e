import { describe, expect, it } from 'vitest';
import type { CallEvent } from '@/lib/domain/call/call';
import { NO_SOUND, type SoundReading } from '@/lib/domain/call/line-quality';
import { createLineGuardian } from '@/lib/phone/line/line-guardian';
import { aCallId } from '@/tests/support/builders/builders';

const callId = aCallId('call-1');

function setUp() {
  const told: CallEvent[] = [];
  const timers = new Set<() => void>();
  let reading: SoundReading = { ...NO_SOUND, voiceLevel: 0.1 };
  const report = createLineGuardian({
    read: async () => reading,
    report: (_callId, event) => told.push(event),
    everySecond: (work) => {
      timers.add(work);
      return () => timers.delete(work);
    },
  });
  const second = async (change: Partial<SoundReading> = {}): Promise<void> => {
    reading = { ...reading, sent: reading.sent + 50, received: reading.received + 50, ...change };
    for (const work of timers) work();
    await Promise.resolve();
    await Promise.resolve();
  };
  const notices = () => told.map((event) => (event.kind === 'quality' ? event.notice : event.kind));
  return { report: (event: CallEvent) => report(callId, event), second, notices, told, timers };
}

const ENDED: CallEvent = { kind: 'ended', reason: 'hungUpByRep', connectedMs: 0, failure: '' };

describe('the line guardian', () => {
  it('watches from the answer to the end, and tells the numbers before the end', async () => {
    const { report, second, notices, told, timers } = setUp();
    report({ kind: 'ringing', earlyMedia: false });
    expect(timers.size).toBe(0);
    report({ kind: 'connected' });
    for (let count = 0; count < 4; count += 1) await second({ roundTripMs: 30 });
    report(ENDED);
    expect(notices()).toEqual(['ringing', 'connected', 'good', 'good', 'ended']);
    expect(told[3]).toMatchObject({ quality: { lossPercent: 0, roundTripMs: 30 } });
    expect(timers.size).toBe(0);
  });

  it('says one thing once, and says when it is over', async () => {
    const { report, second, notices } = setUp();
    report({ kind: 'connected' });
    await second();
    await second();
    await second({ isRepairing: true });
    await second();
    await second({ isRepairing: false });
    expect(notices()).toEqual(['connected', 'good', 'repairing', 'good']);
  });

  it('knows of a call that was muted while it rang', async () => {
    const { report, second, notices } = setUp();
    report({ kind: 'muted', muted: true });
    report({ kind: 'connected' });
    for (let count = 0; count < 4; count += 1) await second();
    expect(notices().at(-1)).toBe('mutedAndTalking');
  });

  it('renews the numbers every ten seconds, and tells none of a call that was never connected', async () => {
    const { report, second, notices } = setUp();
    report({ kind: 'ringing', earlyMedia: false });
    report(ENDED);
    report({ kind: 'connected' });
    for (let count = 0; count < 21; count += 1) await second();
    expect(notices()).toEqual(['ringing', 'ended', 'connected', 'good', 'good', 'good']);
  });

  it('lets a reading go that comes after the end', async () => {
    const { report, second, notices } = setUp();
    report({ kind: 'connected' });
    const late = second();
    report(ENDED);
    await late;
    expect(notices()).toEqual(['connected', 'ended']);
  });
});
