import { text } from '@/lib/text/text';
import { useStores } from '@/lib/view/panel/panel-context';
import type { QueueStep } from '@/lib/view/queue/queue-store';
import { agoWords } from '@/lib/view/core/time-words';
import { useSlow } from '@/components/ui/slow';

/** How old the list is, or what it is waiting for. */
export function QueueAge() {
  const { queue, clock } = useStores();
  const snapshot = queue.queue.value;
  const isLoading = snapshot?.state === 'loading';
  const isSlow = useSlow(isLoading);
  const readAt = snapshot?.readAt ?? 0;
  const age = readAt > 0 ? agoWords(readAt, clock.second.value) : '';
  return <p class="queue-age soft clip">{isLoading ? loadingWords(snapshot.step, isSlow.value) : age}</p>;
}

function loadingWords(step: QueueStep, isSlow: boolean): string {
  if (!isSlow) return text('updating');
  return text(`slow_${step === 'due-work' || step === 'none' ? 'work' : step}`);
}
