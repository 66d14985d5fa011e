import { effect, signal, type ReadonlySignal } from '@preact/signals';
import type { CallId } from '@/lib/domain/ids';
import { EMPTY_DRAFT, type MissingField, type WrapUpDraft } from '@/lib/domain/wrap-up';
import type { sendToWorker } from '@/lib/messaging/client';
import type { CallSnapshot } from '@/lib/storage/snapshots';
import type { Notices } from './notices';

/** A pause in typing this long saves the draft. */
const PAUSE_MS = 400;

export type WrapUpStore = ReturnType<typeof createWrapUpStore>;

/**
 * What the rep says of the call in hand. The draft here is the one on the screen; snapshots fill it when another call
 * comes up, and afterwards only what the rep has left empty: typing is never overwritten.
 */
export function createWrapUpStore(deps: {
  readonly send: typeof sendToWorker;
  readonly calls: ReadonlySignal<CallSnapshot | undefined>;
  readonly notices: Notices;
  readonly onSaved: (draft: WrapUpDraft) => void;
}) {
  const draft = signal<WrapUpDraft>(EMPTY_DRAFT);
  const missing = signal<readonly MissingField[]>([]);
  const isSending = signal(false);
  let callId: CallId | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  effect(() => {
    const { wrapUp } = deps.calls.value ?? {};
    if (wrapUp?.callId !== callId) {
      callId = wrapUp?.callId;
      clearTimeout(timer);
      draft.value = wrapUp?.draft ?? EMPTY_DRAFT;
      missing.value = [];
      return;
    }
    const mine = draft.peek();
    // The disposition that the line's outcome suggests arrives with the end of the call.
    if (wrapUp && mine.disposition === '' && wrapUp.draft.disposition !== '' && timer === undefined) {
      draft.value = { ...mine, disposition: wrapUp.draft.disposition };
    }
  });

  const saveNow = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const saved = callId;
    if (saved) void deps.notices.run(() => deps.send('wrapUp.saveDraft', { callId: saved, draft: draft.value }));
  };

  return {
    draft,
    missing,
    isSending,
    change: (part: Partial<WrapUpDraft>): void => {
      draft.value = { ...draft.value, ...part };
      missing.value = missing.value.filter((field) => !(field in part));
      clearTimeout(timer);
      timer = setTimeout(saveNow, PAUSE_MS);
    },
    /** On leaving the field or the page: what is pending is saved at once. */
    flush: (): void => {
      if (timer !== undefined) saveNow();
    },
    submit: async (): Promise<boolean> => {
      const submitted = callId;
      if (!submitted || isSending.value) return false;
      clearTimeout(timer);
      timer = undefined;
      isSending.value = true;
      const reply = await deps.notices.run(() => deps.send('wrapUp.submit', { callId: submitted, draft: draft.value }));
      isSending.value = false;
      missing.value = reply?.kind === 'missing' ? reply.fields : [];
      if (reply?.kind !== 'saved') return false;
      deps.onSaved(draft.value);
      return true;
    },
    takeUp: (taken: CallId): Promise<unknown> => deps.notices.run(() => deps.send('wrapUp.takeUp', { callId: taken })),
    waive: (waived: CallId): Promise<unknown> => deps.notices.run(() => deps.send('wrapUp.waive', { callId: waived })),
  };
}
