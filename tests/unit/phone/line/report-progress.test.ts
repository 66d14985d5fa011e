import { describe, expect, it, vi } from 'vitest';
import type { CallProgress } from '@/lib/domain/call/call';
import { DialerError } from '@/lib/domain/core/errors';
import { createProgressReporter } from '@/lib/phone/line/report-progress';
import { aCallId } from '@/tests/support/builders/builders';

const first = aCallId('call-1');
const second = aCallId('call-2');
const ringing = { kind: 'ringing', earlyMedia: false } as const;
const connected = { kind: 'connected' } as const;
const ended = { kind: 'ended', reason: 'hungUpByRep', connectedMs: 1, failure: '' } as const;

/** A worker that answers each event as `answer` says; waiting takes no time and is written down. */
function setUp(answer: (progress: CallProgress) => Promise<unknown> = () => Promise.resolve(null)) {
  const sent: string[] = [];
  const waits: number[] = [];
  const reporter = createProgressReporter({
    send: (progress) => {
      sent.push(`${progress.callId} ${progress.seq} ${progress.event.kind}`);
      return answer(progress);
    },
    now: () => 1_000,
    wait: (ms) => {
      waits.push(ms);
      return Promise.resolve();
    },
  });
  return { reporter, sent, waits };
}

const lostAnswer = () => Promise.reject(new DialerError('answer-lost'));

describe("reporting a call's progress", () => {
  it("numbers each call's events from 1 without gaps", async () => {
    const { reporter, sent } = setUp();
    reporter.report(first, ringing);
    reporter.report(second, ringing);
    reporter.report(first, connected);
    await vi.waitFor(() => expect(reporter.unheard()).toEqual([]));
    expect(sent.toSorted()).toEqual(['call-1 1 ringing', 'call-1 2 connected', 'call-2 1 ringing']);
    expect([reporter.lastSeq(first), reporter.lastSeq(second), reporter.lastSeq(aCallId('none'))]).toEqual([2, 1, 0]);
  });

  it('repeats an event until it is acknowledged, more and more slowly, and for ever', async () => {
    let refusals = 8;
    const { reporter, sent, waits } = setUp(() => (refusals-- > 0 ? lostAnswer() : Promise.resolve(null)));
    reporter.report(first, ended);
    await vi.waitFor(() => expect(reporter.unheard()).toEqual([]));
    expect(waits).toEqual([250, 500, 1_000, 2_000, 4_000, 4_000, 4_000, 4_000]);
    expect(new Set(sent)).toEqual(new Set(['call-1 1 ended']));
    expect(sent).toHaveLength(9);
  });

  it('sends nothing further of a call before what came earlier is acknowledged', async () => {
    const gate = Promise.withResolvers<null>();
    const { reporter, sent } = setUp(() => gate.promise);
    reporter.report(first, ringing);
    reporter.report(first, connected);
    await vi.waitFor(() => expect(sent).toEqual(['call-1 1 ringing']));
    expect(reporter.unheard()).toEqual([first]);
    gate.resolve(null);
    await vi.waitFor(() => expect(sent).toEqual(['call-1 1 ringing', 'call-1 2 connected']));
  });

  it('lets no call wait for another', async () => {
    const { reporter, sent } = setUp(({ callId }) =>
      callId === first ? new Promise(() => undefined) : Promise.resolve(null),
    );
    reporter.report(first, ended);
    reporter.report(second, ringing);
    await vi.waitFor(() => expect(sent).toContain('call-2 1 ringing'));
    await vi.waitFor(() => expect(reporter.unheard()).toEqual([first]));
  });

  it.each(['call-unknown', 'input-unreadable'] as const)(
    'gives up on what the worker answers with %s',
    async (code) => {
      const { reporter, sent, waits } = setUp(() => Promise.reject(new DialerError(code)));
      reporter.report(first, ended);
      await vi.waitFor(() => expect(reporter.unheard()).toEqual([]));
      expect([sent, waits]).toEqual([['call-1 1 ended'], []]);
    },
  );
});
