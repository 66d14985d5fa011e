import { text } from '@/lib/text/text';
import { useStores } from '@/lib/view/context';
import { Button } from '@/components/ui/Button';
import './session.css';

/** How far the dial session is, above whatever is in hand. */
export function SessionBar() {
  const { dialSession } = useStores();
  const run = dialSession.run.value;
  const standing = dialSession.standing.value;
  if (!run || run.state === 'over' || !standing) return null;
  const isPaused = run.state === 'paused';
  return (
    <section class="session-bar" aria-label={text('dialSession')}>
      <div class="session-progress">
        <p class="numbers">
          {text(isPaused ? 'sessionPausedProgress' : 'sessionProgress', standing.done, standing.total)}
        </p>
        <progress aria-label={text('dialSession')} value={standing.done} max={Math.max(1, standing.total)} />
      </div>
      {isPaused ? (
        <Button icon="play" label={text('resumeSession')} onClick={() => void dialSession.resume()} />
      ) : (
        <Button icon="pause" label={text('pauseSession')} onClick={() => void dialSession.pause()} />
      )}
      <Button icon="end" look="quiet" label={text('endSession')} onClick={() => void dialSession.end()} />
    </section>
  );
}
