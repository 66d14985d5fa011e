import { counted, text } from '@/lib/text/text';
import { useStores } from '@/lib/view/panel/panel-context';
import { Button } from '@/components/ui/Button';
import './dial-session.css';

/** Above the list: one run through what it shows. */
export function StartSession() {
  const { dialSession } = useStores();
  const count = dialSession.callableCount.value;
  if (dialSession.run.value || count === 0) return null;
  return (
    <div class="start-session">
      <span class="soft numbers">{counted('toCall', count)}</span>
      <Button icon="play" onClick={() => void dialSession.start()}>
        {text('startSession')}
      </Button>
    </div>
  );
}
