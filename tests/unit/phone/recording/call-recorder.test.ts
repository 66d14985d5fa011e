import { describe, expect, it } from 'vitest';
import type { CallEvent } from '@/lib/domain/call/call';
import { asId, type CallId, type UserGuid } from '@/lib/domain/core/ids';
import { createCallRecorder } from '@/lib/phone/recording/call-recorder';
import { aCallId } from '@/tests/support/builders/builders';

const callId = aCallId('call-1');
const ENDED: CallEvent = { kind: 'ended', reason: 'hungUpByRep', connectedMs: 0, failure: '' };

const order = (of: CallId, recording: 'on' | 'paused', fileName: string) => ({
  callId: of,
  recording,
  owner: asId<UserGuid>('dana'),
  fileName,
});

function setUp() {
  const done: string[] = [];
  let isConnected = true;
  const recorder = createCallRecorder({
    connection: () => Promise.resolve(isConnected ? ({} as RTCPeerConnection) : undefined),
    openFile: (_owner, name) => {
      done.push(`file ${name}`);
      return Promise.resolve({ append: () => Promise.resolve() });
    },
    start: () => {
      done.push('start');
      return {
        pause: () => done.push('pause'),
        resume: () => done.push('resume'),
        stop: () => {
          done.push('stop');
          return Promise.reject(new Error('full'));
        },
      };
    },
    report: (_callId, event) =>
      done.push(event.kind === 'recording' ? `told ${event.recording}` : `told ${event.kind}`),
  });
  return { recorder, done, hangUp: () => (isConnected = false) };
}

describe('the call recorder', () => {
  it('begins, pauses, goes on and stops with the call', async () => {
    const { recorder, done } = setUp();
    await recorder.record(order(callId, 'on', 'a.webm'));
    await recorder.record(order(callId, 'paused', 'a.webm'));
    await recorder.record(order(callId, 'on', 'a.webm'));
    recorder.report(callId, ENDED);
    expect(done).toEqual([
      'file a.webm',
      'start',
      'told on',
      'pause',
      'told paused',
      'resume',
      'told on',
      'told ended',
      'stop',
    ]);
  });

  it('begins once when it is asked twice at once, and not with a pause', async () => {
    const { recorder, done } = setUp();
    await recorder.record(order(callId, 'paused', 'a.webm'));
    await Promise.all([recorder.record(order(callId, 'on', 'a.webm')), recorder.record(order(callId, 'on', 'a.webm'))]);
    expect(done.filter((words) => words === 'start')).toHaveLength(1);
  });

  it('leaves a call alone that is not connected, and one of another’s end', async () => {
    const { recorder, done, hangUp } = setUp();
    await recorder.record(order(callId, 'on', 'a.webm'));
    recorder.report(aCallId('other'), ENDED);
    hangUp();
    await recorder.record(order(aCallId('other'), 'on', 'b.webm'));
    expect(done).toEqual(['file a.webm', 'start', 'told on', 'told ended']);
  });
});
