import { computed, signal, type ReadonlySignal } from '@preact/signals';
import type { AnsweredBy, Call } from '@/lib/domain/call/call';
import type { PersonNumber } from '@/lib/domain/call/person';
import type { DueWork } from '@/lib/domain/queue/due-work';
import type { DialRefusal, GuardReason } from '@/lib/domain/guards/dial-rules';
import { asId, type CallId, type E164 } from '@/lib/domain/core/ids';
import type { CalleeBehaviour } from '@/lib/domain/call/line-capabilities';
import { numberOfCall, workOfRedial } from '@/lib/domain/queue/redial';
import type { sendToWorker } from '@/lib/messaging/client';
import type { CallsView } from '@/lib/domain/call/calls-view';
import type { MicrophoneState } from '@/lib/domain/call/microphone-state';
import type { Notices } from '@/lib/view/core/notices';

export type DialerStoreDeps = {
  readonly send: typeof sendToWorker;
  readonly calls: ReadonlySignal<CallsView | undefined>;
  /** `granted` for a line that needs none. */
  readonly microphone: ReadonlySignal<MicrophoneState>;
  /** Opens the computer's softphone where that is the line; nothing otherwise. */
  readonly handOff: (to: E164, extension: string) => void;
  readonly openMicrophonePage: () => void;
  readonly notices: Notices;
  readonly newId: () => string;
};

/** A dial that waits for the rep's word, or that may not be. */
export type GuardQuestion = Omit<DialRefusal, 'kind'> & { readonly work: DueWork; readonly number: PersonNumber };

const NEARING_MS = 100;

export type DialerStore = ReturnType<typeof createDialerStore>;

/** The call in hand, and what the rep can do with it. */
export function createDialerStore(deps: DialerStoreDeps) {
  const question = signal<GuardQuestion | undefined>(undefined);
  const blocked = signal<GuardQuestion | undefined>(undefined);
  const callee = signal<CalleeBehaviour | undefined>(undefined);
  const isAsking = signal(false);
  const call = computed(() => deps.calls.value?.call ?? undefined);
  /** The call whose keypad was opened: the next one starts with it closed. */
  const padOf = signal<CallId | undefined>(undefined);
  const isPadOpen = computed(() => call.value?.state === 'connected' && call.value.callId === padOf.value);

  const place = async (work: DueWork, number: PersonNumber, overrides: readonly GuardReason[] = []): Promise<void> => {
    const to = number.e164;
    if (to === undefined || isAsking.value) return;
    if (deps.microphone.value === 'prompt') return deps.openMicrophonePage();
    isAsking.value = true;
    question.value = undefined;
    // What was said of the call before is over; the same sentence may be news again.
    deps.notices.say('');
    try {
      await deps.notices.run(() => ask(work, number, to, overrides));
    } finally {
      isAsking.value = false;
    }
  };

  const ask = async (
    work: DueWork,
    number: PersonNumber,
    to: E164,
    overrides: readonly GuardReason[],
  ): Promise<void> => {
    const chosen = callee.value;
    const reply = await deps.send('call.place', {
      callId: asId<CallId>(deps.newId()),
      personId: work.person.personId,
      to,
      source: work.source,
      overrides,
      ...(chosen ? { callee: chosen } : {}),
    });
    if (reply.kind === 'placed') return deps.handOff(to, number.extension);
    const { kind, ...refusal } = reply;
    (kind === 'ask' ? question : blocked).value = { work, number, ...refusal };
  };

  const withCall = (command: (current: Call) => Promise<unknown>): Promise<unknown> => {
    const current = call.value;
    return current ? deps.notices.run(() => command(current)) : Promise.resolve();
  };

  let nearing: ReturnType<typeof setTimeout> | undefined;

  return {
    /** The rep comes near a Call button; passing by is no sign. A hint: when it is lost, the dial itself asks. */
    prefetchGuards: ({ person: { personId }, source }: DueWork): void => {
      clearTimeout(nearing);
      nearing = setTimeout(() => void deps.send('guards.prefetch', { personId, source }).catch(() => null), NEARING_MS);
    },
    call,
    unfinished: computed(() => deps.calls.value?.unfinished ?? []),
    question,
    blocked,
    callee,
    isAsking,
    place,
    answerQuestion: (goAhead: boolean): Promise<void> => {
      const asked = question.value;
      question.value = undefined;
      return goAhead && asked ? place(asked.work, asked.number, asked.reasons) : Promise.resolve();
    },
    closeBlocked: (): void => {
      blocked.value = undefined;
    },
    isPadOpen,
    hangUp: () => withCall(({ callId: id }) => deps.send('call.hangUp', { callId: id })),
    /** The same person and number once more. That it is soon needs no asking: the rep has just pressed it. */
    redial: (ended: Call): Promise<void> => place(workOfRedial(ended), numberOfCall(ended), ['called-recently']),
    tellAnswered: () => withCall(({ callId: id }) => deps.send('call.answered', { callId: id })),
    tellWhoAnswered: (answeredBy: AnsweredBy) =>
      withCall(({ callId: id }) => deps.send('call.tellWhoAnswered', { callId: id, answeredBy })),
    handOffAgain: (): void => {
      if (call.value) deps.handOff(call.value.to, call.value.extension ?? '');
    },
    toggleMute: () => withCall(({ callId: id, muted }) => deps.send('call.mute', { callId: id, muted: !muted })),
    transfer: (to: string) => withCall(({ callId: id }) => deps.send('call.transfer', { callId: id, to })),
    record: (recording: 'on' | 'paused') =>
      withCall(({ callId: id }) => deps.send('call.record', { callId: id, recording })),
    toggleHold: () => withCall(({ callId: id, held }) => deps.send('call.hold', { callId: id, held: !held })),
    togglePad: (): void => {
      const mayOpen = call.value?.state === 'connected' && !isPadOpen.value;
      padOf.value = mayOpen ? call.value.callId : undefined;
    },
    sendDigits: (digits: string) => withCall(({ callId: id }) => deps.send('call.sendDigits', { callId: id, digits })),
  };
}
