import { NO_SOUND } from '@/lib/domain/call/line-quality';
import { DialerError, type ErrorCode } from '@/lib/domain/core/errors';
import type { LineAgent, DialogEvents, Invite } from '@/lib/phone/agent/line-agent';

type FakeDialog = {
  readonly invite: Invite;
  readonly events: DialogEvents;
  muted: boolean;
  held: boolean;
  isOpen: boolean;
  isAnswered: boolean;
};

/** A phone system in the test's hand. */
export function createFakeLineAgent() {
  const state = {
    digits: '',
    isClosed: false,
    ringsEarly: false,
    received: 99,
    refusesHold: false,
    refusesTransfer: false,
    transferredTo: '',
    tracks: [] as string[],
  };
  let refusal: ErrorCode | undefined;
  let dialog: FakeDialog | undefined;
  const agent: LineAgent = {
    canHold: true,
    ready: () => {
      const code = refusal;
      refusal = undefined;
      return code ? Promise.reject(new DialerError(code)) : Promise.resolve();
    },
    invite: async (invite, events) => {
      const own: FakeDialog = { invite, events, muted: false, held: false, isOpen: true, isAnswered: false };
      dialog = own;
      queueMicrotask(() => {
        if (own.isOpen) events.onRinging(state.ringsEarly);
      });
      return {
        sent: Promise.resolve(),
        hangUp: () => {
          own.isOpen = false;
        },
        setMuted: (muted) => {
          own.muted = muted;
        },
        setHeld: async (held) => {
          if (state.refusesHold) return false;
          own.held = held;
          return true;
        },
        transfer: async (to) => {
          if (state.refusesTransfer) return false;
          state.transferredTo = to;
          return true;
        },
        sendDigits: (digits) => {
          state.digits += digits;
        },
        replaceMicrophone: (track) => state.tracks.push(track.label),
        connection: () => undefined,
        readSound: async () => ({ ...NO_SOUND, sent: 100, received: state.received }),
      };
    },
    close: () => {
      state.isClosed = true;
    },
  };
  return {
    agent,
    state,
    dialog: () => dialog,
    refuse: (code: ErrorCode) => {
      refusal = code;
    },
    answer: () => {
      if (!dialog?.isOpen) return;
      dialog.isAnswered = true;
      dialog.events.onHeard({} as MediaStream);
      dialog.events.onAnswered('');
    },
    end: (...how: Parameters<DialogEvents['onEnded']>) => {
      if (!dialog?.isOpen) return;
      dialog.isOpen = false;
      dialog.events.onEnded(...how);
    },
  };
}
