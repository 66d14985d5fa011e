import { effect, signal, type ReadonlySignal } from '@preact/signals';
import type { CallId } from '@/lib/domain/core/ids';
import { EMPTY_DRAFT, type WrapUpDraft } from '@/lib/domain/call/wrap-up-record';
import { isAnswered, type MissingField } from '@/lib/domain/wrap-up/check-wrap-up';
import type { sendToWorker } from '@/lib/messaging/client';
import type { CallsView } from '@/lib/domain/call/calls-view';
import type { Notices } from '@/lib/view/core/notices';

/** A pause in typing this long saves the draft. */
const PAUSE_MS = 400;

export type WrapUpStore = ReturnType<typeof createWrapUpStore>;

/**
 * What the rep says of the call in hand. The draft here is the one on the screen; snapshots fill it when another call
 * comes up, and afterwards only a disposition that the rep has not chosen: typing is never overwritten.
 */
export function createWrapUpStore(deps: {
  readonly send: typeof sendToWorker;
  readonly calls: ReadonlySignal<CallsView | undefined>;
  readonly notices: Notices;
  readonly onSaved: () => void;
}) {
  const draft = signal<WrapUpDraft>(EMPTY_DRAFT);
  const missing = signal<readonly MissingField[]>([]);
  const isSending = signal(false);
  let callId: CallId | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const forgetTimer = (): void => {
    clearTimeout(timer);
    timer = undefined;
  };

  /** What is pending is saved at once: on leaving the field or the page, and when another call comes up. */
  const flush = (): void => {
    const saved = callId;
    if (timer === undefined || !saved) return;
    forgetTimer();
    const written = draft.peek();
    void deps.notices.attend(() => deps.send('wrapUp.saveDraft', { callId: saved, draft: written }));
  };

  effect(() => {
    const { wrapUp } = deps.calls.value ?? {};
    if (wrapUp?.callId !== callId) {
      flush();
      callId = wrapUp?.callId;
      draft.value = wrapUp?.draft ?? EMPTY_DRAFT;
      missing.value = [];
      return;
    }
    const mine = draft.peek();
    // What the line's outcome suggests arrives with the end of the call.
    if (wrapUp && mine.disposition === '' && wrapUp.draft.disposition !== '') {
      draft.value = { ...mine, disposition: wrapUp.draft.disposition };
    }
  });

  return {
    draft,
    missing,
    isSending,
    flush,
    change: (part: Partial<WrapUpDraft>): void => {
      const before = draft.value;
      draft.value = { ...before, ...part };
      if (missing.value.length > 0) missing.value = missing.value.filter((field) => !isAnswered(field, before, part));
      clearTimeout(timer);
      timer = setTimeout(flush, PAUSE_MS);
    },
    /** True once the log is on disk; false leaves the form as it is, with what is missing named. */
    submit: async (): Promise<boolean> => {
      const submitted = callId;
      if (!submitted || isSending.value) return false;
      forgetTimer();
      isSending.value = true;
      const written = draft.value;
      const reply = await deps.notices
        .run(() => deps.send('wrapUp.submit', { callId: submitted, draft: written }))
        .finally(() => {
          isSending.value = false;
        });
      missing.value = reply?.kind === 'missing' ? reply.fields : [];
      if (reply?.kind === 'saved') {
        deps.onSaved();
        return true;
      }
      // Not logged yet: what is written is a draft again, and is kept as one.
      if (callId === submitted) timer = setTimeout(flush, PAUSE_MS);
      return false;
    },
    takeUp: (taken: CallId): Promise<unknown> => deps.notices.run(() => deps.send('wrapUp.takeUp', { callId: taken })),
    waive: (waived: CallId): Promise<unknown> => deps.notices.run(() => deps.send('wrapUp.waive', { callId: waived })),
  };
}
