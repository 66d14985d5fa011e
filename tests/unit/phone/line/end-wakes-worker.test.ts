import { describe, expect, it, vi } from 'vitest';
import { createLine } from '@/lib/phone/line/line';
import { createProgressReporter } from '@/lib/phone/line/report-progress';
import { createRecoverCalls } from '@/lib/services/call/recover-calls';
import { createTrackCall } from '@/lib/services/call/track-call';
import { aCall, aCallId, aNumber } from '@/tests/support/builders/builders';
import { createFakePhone, type FakePhone } from '@/tests/support/fakes/fake-phone';
import { createMemoryRecords } from '@/tests/support/fakes/memory-records';

/** Chrome stops the worker half a minute into a quiet call; what happens next is what wakes it. */
describe('an end that wakes the worker', () => {
  it('is recorded as it was, and not as a lost call', async () => {
    const callId = aCallId();
    const records = createMemoryRecords();
    await records.open(aCall({ callId }));
    const publishCalls = () => Promise.resolve();
    const track = createTrackCall({
      records,
      publishCalls,
      takeRecording: () => Promise.resolve(''),
      onRecorded: () => undefined,
      onEnded: () => Promise.resolve(),
    });
    let isStopped = false;
    let phone: FakePhone | undefined;
    let clock = 0;

    const reporter = createProgressReporter({
      send: async (progress) => {
        if (isStopped) {
          isStopped = false;
          await recover();
        }
        return track(progress);
      },
      now: () => clock,
      wait: () => Promise.resolve(),
    });
    const line = createLine({
      ...reporter,
      choosePhone: async (_kind, report) => (phone = createFakePhone(report, { now: () => clock })),
    });
    const nothing = () => Promise.resolve();
    const recover = createRecoverCalls({
      records,
      publishCalls,
      phone: {
        prepare: nothing,
        dial: nothing,
        hangUp: nothing,
        mute: nothing,
        transfer: nothing,
        record: nothing,
        hold: nothing,
        sendDigits: nothing,
        liveCalls: line.liveCalls,
      },
      isSameBrowserRun: () => Promise.resolve(true),
      now: () => clock,
    });

    await line.dial(
      { kind: 'practice' },
      { callId, to: aNumber(), extension: '', callerId: '', ringSeconds: 60, digitPauseMs: 0 },
    );
    phone?.answer();
    await vi.waitFor(() => expect(reporter.unheard()).toEqual([]));
    isStopped = true;
    clock = 90_000;
    phone?.end('hungUpByPerson');
    await vi.waitFor(() => expect(reporter.unheard()).toEqual([]));

    expect((await records.read(callId))?.call).toMatchObject({
      state: 'ended',
      endReason: 'hungUpByPerson',
      durationSeconds: 90,
    });
  });
});
