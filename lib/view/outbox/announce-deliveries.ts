import { effect, type ReadonlySignal } from '@preact/signals';
import type { OutboxRow } from '@/lib/domain/outbox/outbox-row';
import { text } from '@/lib/text/text';

/** Says "Logged … for …" when a log arrives; what had arrived before this page was opened is no news. */
export function announceDeliveries(
  rows: ReadonlySignal<readonly OutboxRow[] | undefined>,
  say: (sentence: string) => void,
): () => void {
  let known: Set<string> | undefined;
  return effect(() => {
    if (!rows.value) return;
    const delivered = rows.value.filter((row) => row.state === 'delivered');
    const fresh = known && delivered.filter((row) => !known?.has(row.entryId)).at(0);
    known ??= new Set();
    for (const row of delivered) known.add(row.entryId);
    if (fresh) say(loggedWords(fresh));
  });
}

function loggedWords({ disposition, personName }: OutboxRow): string {
  return disposition === '' ? text('loggedCallFor', personName) : text('loggedFor', disposition, personName);
}
