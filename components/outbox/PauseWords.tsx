import { counted } from '@/lib/text/text';
import { useStores } from '@/lib/view/panel/panel-context';
import { timeWords } from '@/lib/view/core/time-words';
import { Icon, type IconName } from '@/components/ui/Icon';
import { pauseOf, type Pause } from './pause';

const ICONS: Readonly<Record<Pause['kind'], IconName>> = { network: 'offline', signIn: 'lock', rateLimit: 'clock' };

/** What every waiting log waits for, said once above them all. */
export function PauseWords() {
  const stores = useStores();
  const pause = pauseOf(stores);
  const waiting = stores.outbox.unsent.value - stores.outbox.needsAttention.value;
  if (!pause || waiting <= 0) return null;
  return (
    <p class="outbox-pause numbers">
      <Icon name={ICONS[pause.kind]} />
      <span>{wordsOf(pause, waiting)}</span>
    </p>
  );
}

function wordsOf({ kind, until }: Pause, waiting: number): string {
  if (kind === 'network') return counted('waitsForNetwork', waiting);
  if (kind === 'signIn') return counted('waitsForSignIn', waiting);
  return counted('waitsForSalesloft', waiting, timeWords(until));
}
