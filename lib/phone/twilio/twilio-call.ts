import type { Call } from '@twilio/voice-sdk';
import { NO_SOUND } from '@/lib/domain/line-quality';
import type { Dialog, DialogEvents } from '@/lib/phone/line-agent';
import { readConnection } from '@/lib/phone/read-connection';
import { outcomeOf } from './twilio-outcome';

/** One digit and the gap after it, as the SDK sends them. */
const DIGIT_MS = 230;

/** Follows a call of the SDK to its end. `connection` is the call's own, as soon as there is one. */
export function followTwilioCall(call: Call, events: DialogEvents, connection: () => RTCPeerConnection | undefined): Dialog {
  let isOver = false;
  let wasAnswered = false;
  let error = { code: 0, words: '' };
  let status = '';
  let digitsFreeAt = 0;

  const over = (end: () => void): void => {
    if (isOver) return;
    isOver = true;
    end();
  };
  /** The error that ended a call may come just after the end. */
  const ended = (): void => void setTimeout(() => over(() => {
    const { reason, failure } = outcomeOf({ wasAnswered, ...error, status });
    events.onEnded(reason, failure);
  }));

  call.on('ringing', (hasEarlyMedia: boolean) => events.onRinging(hasEarlyMedia));
  call.on('accept', () => {
    wasAnswered = true;
    events.onAnswered(call.parameters['CallSid'] ?? '');
  });
  call.on('error', ({ code, message, explanation }: { code: number; message: string; explanation?: string }) => {
    error = { code, words: explanation ?? message };
    if (String(call.status()) === 'closed') ended();
  });
  // Sound that came back is no reason for the end any more.
  call.on('reconnected', () => {
    error = { code: 0, words: '' };
  });
  call.on('messageReceived', ({ content }: { content?: Readonly<Record<string, unknown>> }) => {
    const told = content?.['DialCallStatus'];
    if (typeof told === 'string') status = told;
  });
  call.on('disconnect', ended);
  call.on('cancel', ended);
  call.on('reject', ended);

  return {
    hangUp: () => over(() => call.disconnect()),
    setMuted: (muted) => {
      if (!isOver) call.mute(muted);
    },
    setHeld: () => Promise.resolve(false),
    sendDigits: (digits) => {
      // A run that comes too early would take the place of the one before.
      const waitMs = Math.max(0, digitsFreeAt - performance.now());
      digitsFreeAt = performance.now() + waitMs + digits.length * DIGIT_MS;
      setTimeout(() => {
        if (!isOver && digits !== '') call.sendDigits(digits);
      }, waitMs);
    },
    replaceMicrophone: (track) => {
      // A connection that has just been closed has no use for it.
      connection()?.getSenders()[0]?.replaceTrack(track).catch(() => undefined);
    },
    readSound: async () => {
      const open = connection();
      return open && !isOver ? readConnection(open) : NO_SOUND;
    },
  };
}
