import type { ComponentChildren } from 'preact';
import type { Call } from '@/lib/domain/call/call';
import type { LineNotice as Notice } from '@/lib/domain/call/line-quality';
import { Icon } from '@/components/ui/Icon';
import { text, type MessageKey } from '@/lib/text/text';
import { decimalWords } from '@/lib/view/core/time-words';

/** What is said aloud, because the rep can do something about it; the rest is there to be looked at. */
const WARNINGS: Partial<Record<Notice, MessageKey>> = {
  repairing: 'line_repairing',
  nothingHeard: 'line_nothingHeard',
  microphoneSilent: 'line_microphoneSilent',
  mutedAndTalking: 'line_mutedAndTalking',
  poor: 'line_poor',
};

/** How the sound of a call is, beside its facts; a warning takes their place, so that nothing moves. */
export function LineNotice({
  call: { state, notice, quality },
  children,
}: {
  readonly call: Call;
  readonly children: ComponentChildren;
}) {
  const warning = state === 'connected' && notice ? WARNINGS[notice] : undefined;
  const grade = quality && text(gradeKey(quality.score));
  return (
    <div class="call-facts soft">
      <span class="line-warning" role="status">
        {warning && <Icon name="alert" />}
        {warning && text(warning)}
      </span>
      {!warning && children}
      {!warning && grade && (
        <span
          class="line-grade"
          title={text(
            'line_numbers',
            grade,
            decimalWords(quality.score),
            decimalWords(quality.lossPercent),
            String(quality.roundTripMs),
          )}
        >
          {grade}
        </span>
      )}
    </div>
  );
}

function gradeKey(score: number): MessageKey {
  if (score < 3) return 'line_gradePoor';
  return score < 4 ? 'line_gradeFair' : 'line_gradeGood';
}
