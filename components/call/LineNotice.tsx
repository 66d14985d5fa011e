import type { Call } from '@/lib/domain/call';
import type { LineNotice as Notice } from '@/lib/domain/line-quality';
import { Icon } from '@/components/ui/Icon';
import { text, type MessageKey } from '@/lib/text/text';
import { decimalWords } from '@/lib/view/words';

/** What is said aloud, because the rep can do something about it; the rest is there to be looked at. */
const WARNINGS: Partial<Record<Notice, MessageKey>> = {
  repairing: 'line_repairing',
  nothingHeard: 'line_nothingHeard',
  microphoneSilent: 'line_microphoneSilent',
  mutedAndTalking: 'line_mutedAndTalking',
  poor: 'line_poor',
};

/** How the sound of a call is, in one line that keeps its place when there is nothing to say. */
export function LineNotice({ call: { state, notice, quality } }: { readonly call: Call }) {
  const warning = state === 'connected' && notice ? WARNINGS[notice] : undefined;
  return (
    <p class="line-notice">
      <span class="line-warning" role="status">
        {warning && <Icon name="alert" />}
        {warning && text(warning)}
      </span>
      {!warning && quality && (
        <span class="soft numbers">
          {text('line_numbers', text(gradeKey(quality.score)), decimalWords(quality.score), decimalWords(quality.lossPercent), String(quality.roundTripMs))}
        </span>
      )}
    </p>
  );
}

function gradeKey(score: number): MessageKey {
  if (score < 3) return 'line_gradePoor';
  return score < 4 ? 'line_gradeFair' : 'line_gradeGood';
}
