import type { OutboxRow } from '@/lib/domain/outbox/outbox-row';
import { text } from '@/lib/text/text';
import { useStores } from '@/lib/view/panel/panel-context';
import { timeWords } from '@/lib/view/core/time-words';
import { pauseOf } from './pause';
import { hasUsedUpTries, reasonWords } from './reason-words';

/** Under a minute is counted down; further off, the time of day. */
const NEAR_MS = 60_000;

/** Why an entry is where it is, and what comes next; the receipt once it has arrived. */
export function EntryReason({ row }: { readonly row: OutboxRow }) {
  const stores = useStores();
  if (row.state === 'delivered') {
    const { receipt } = row;
    return receipt ? (
      <p class="good numbers">{text('receipt', receipt.loggedCallId, timeWords(receipt.loggedAt))}</p>
    ) : null;
  }
  const pause = row.state === 'needsAttention' ? undefined : pauseOf(stores);
  // Said once above the list, for all.
  const isTold = pause !== undefined && row.reason !== undefined && pause.codes.includes(row.reason.code);
  return (
    <>
      {row.isOfOther && <p class="entry-reason">{text('ofOtherRep')}</p>}
      {row.reason && !isTold && (
        <div class="entry-reason">
          <p>{reasonWords(row.reason)}</p>
          {row.reason.words !== '' && (
            <p class="salesloft-words" dir="auto">
              {text('salesloftSays', row.reason.words)}
            </p>
          )}
          {hasUsedUpTries(row) && <p>{text('triesUsedUp')}</p>}
        </div>
      )}
      {row.state === 'checking' && <p class="soft">{text('checkingWithSalesloft')}</p>}
      {row.nextTryAt > 0 && !pause && <NextTry row={row} />}
    </>
  );
}

function NextTry({ row: { state, nextTryAt } }: { readonly row: OutboxRow }) {
  const { clock } = useStores();
  const isNear = nextTryAt - clock.minute.value < NEAR_MS * 2;
  const left = nextTryAt - (isNear ? clock.second.value : clock.minute.value);
  if (left <= 0) return null;
  const seconds = Math.ceil(left / 1_000);
  const words =
    state === 'held'
      ? text('leavesIn', seconds)
      : left < NEAR_MS
        ? text('nextTryIn', seconds)
        : text('nextTry', timeWords(nextTryAt));
  return <p class="soft numbers">{words}</p>;
}
