import type { OutboxRow } from '@/lib/domain/outbox-row';
import { errorText } from '@/lib/text/error-text';
import { text } from '@/lib/text/text';
import { timeWords } from '@/lib/view/words';

/** Why an entry is where it is, and what comes next; the receipt once it has arrived. */
export function EntryReason({ row }: { readonly row: OutboxRow }) {
  if (row.state === 'delivered') {
    const { receipt } = row;
    return receipt ? <p class="good">{text('receipt', receipt.loggedCallId, timeWords(receipt.loggedAt))}</p> : null;
  }
  return (
    <>
      {row.reason && <p class="entry-reason">{errorText(row.reason.code, row.reason.words)}</p>}
      {row.state === 'checking' && <p class="soft">{text('checkingWithSalesloft')}</p>}
      {row.nextTryAt > 0 && row.state !== 'needsSignIn' && (
        <p class="soft numbers">{text(row.state === 'held' ? 'leavesAt' : 'nextTry', timeWords(row.nextTryAt))}</p>
      )}
    </>
  );
}
