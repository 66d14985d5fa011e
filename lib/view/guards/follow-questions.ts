import { effect, type ReadonlySignal, type Signal } from '@preact/signals';
import type { Published, QuestionSnapshot } from '@/lib/storage/snapshots/snapshots';
import type { GuardQuestion } from '@/lib/view/call/dialer-store';

/** Asked longer ago, it was about a moment that is over. */
const FRESH_MS = 30_000;

/** Shows the rep, once, the guard question that stopped a key pressed in another tab. */
export function followQuestions(
  asked: ReadonlySignal<Published<QuestionSnapshot> | undefined>,
  dialer: { readonly question: Signal<GuardQuestion | undefined>; readonly blocked: Signal<GuardQuestion | undefined> },
  onSessionOver: () => void,
): void {
  effect(() => {
    const snapshot = asked.value;
    if (!snapshot?.question || Date.now() - snapshot.asOf >= FRESH_MS) return;
    if (snapshot.question.kind === 'session-over') return onSessionOver();
    const { kind, ...refusal } = snapshot.question;
    (kind === 'ask' ? dialer.question : dialer.blocked).value = refusal;
  });
}
