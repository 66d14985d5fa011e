import { text } from '@/lib/text/text';
import { useStores } from '@/lib/view/panel/panel-context';
import { Icon } from '@/components/ui/Icon';
import { Button } from '@/components/ui/Button';
import './dial-session.css';

/** How far the dial session is, above whatever is in hand. */
export function SessionBar() {
  const { dialSession, isMicrophoneKept } = useStores();
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
      {isMicrophoneKept.value && (
        <span class="session-microphone" role="img" aria-label={text('microphoneKept')} title={text('microphoneKept')}>
          <Icon name="microphone" />
        </span>
      )}
      {isPaused ? (
        <Button icon="play" label={text('resumeSession')} onClick={() => void dialSession.resume()} />
      ) : (
        <Button icon="pause" label={text('pauseSession')} onClick={() => void dialSession.pause()} />
      )}
      <Button icon="end" look="quiet" label={text('endSession')} onClick={() => void dialSession.end()} />
    </section>
  );
}
