import type { Call } from '@twilio/voice-sdk';
import { NO_SOUND } from '@/lib/domain/call/line-quality';
import type { Dialog, DialogEvents } from '@/lib/phone/agent/line-agent';
import { readConnection } from '@/lib/phone/contract/read-connection';
import { dialStatusIn, innermost, outcomeOf, type TwilioTrouble } from './twilio-outcome';

/** One digit and the gap after it, as the SDK sends them. */
const DIGIT_MS = 230;
const SPARE_MS = 70;

/** Follows a call of the SDK to its end. `connection` is the call's own, as soon as there is one. */
export function followTwilioCall(
  call: Call,
  events: DialogEvents,
  connection: () => RTCPeerConnection | undefined,
): Dialog {
  let isOver = false;
  let wasAnswered = false;
  let error = { code: 0, words: '' };
  let dialStatus = '';
  let digitsSent: Promise<void> = Promise.resolve();

  const over = (end: () => void): void => {
    if (isOver) return;
    isOver = true;
    end();
  };
  /** The error that ended a call may come just after the end. */
  const ended = (): void =>
    void setTimeout(() =>
      over(() => {
        const { reason, failure } = outcomeOf({ wasAnswered, ...error, dialStatus });
        events.onEnded(reason, failure);
      }),
    );

  call.on('ringing', (hasEarlyMedia: boolean) => events.onRinging(hasEarlyMedia));
  call.on('accept', () => {
    wasAnswered = true;
    events.onAnswered(call.parameters['CallSid'] ?? '');
  });
  call.on('error', (told: TwilioTrouble) => {
    error = innermost(told);
    if (String(call.status()) === 'closed') ended();
  });
  // Sound that came back is no reason for the end any more.
  call.on('reconnected', () => {
    error = { code: 0, words: '' };
  });
  call.on('messageReceived', ({ content }: { content?: unknown }) => {
    dialStatus = dialStatusIn(content);
  });
  call.on('disconnect', ended);
  call.on('cancel', ended);
  call.on('reject', ended);

  return {
    sent: Promise.resolve(),
    hangUp: () => over(() => call.disconnect()),
    setMuted: (muted) => {
      if (!isOver) call.mute(muted);
    },
    setHeld: () => Promise.resolve(false),
    transfer: () => Promise.resolve(false),
    sendDigits: (digits) => {
      digitsSent = digitsSent.then(async () => {
        if (isOver || digits === '') return;
        call.sendDigits(digits);
        // A run that comes while one is under way takes the place of what is left of it.
        await new Promise((resolve) => setTimeout(resolve, digits.length * DIGIT_MS + SPARE_MS));
      });
    },
    replaceMicrophone: (track) => {
      // A connection that has just been closed has no use for it.
      connection()
        ?.getSenders()[0]
        ?.replaceTrack(track)
        .catch(() => undefined);
    },
    connection,
    readSound: async () => {
      const open = connection();
      return open && !isOver ? readConnection(open) : NO_SOUND;
    },
  };
}
