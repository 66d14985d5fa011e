import type { Call } from '@/lib/domain/call/call';
import { text } from '@/lib/text/text';
import { endKey, failureWords } from '@/lib/view/call/call-words';
import { durationWords } from '@/lib/view/core/time-words';
import { useStores } from '@/lib/view/panel/panel-context';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';

/** How the call ended, in the place of its controls: what is below stays where it is. */
export function CallEnd({ call }: { readonly call: Call }) {
  const { dialer, wrapUp } = useStores();
  // The call that is over is logged first; the form says what it still needs for that.
  const redial = async (): Promise<void> => {
    if (await wrapUp.submit()) await dialer.redial(call);
  };
  const words = text(endKey(call));
  const hasTalked = call.connectedAt !== undefined;
  return (
    <div class="call-end">
      <p class="call-end-words">
        <Icon name="hangUp" />
        {hasTalked ? text('endedAfter', words, durationWords(call.durationSeconds)) : words}
      </p>
      <Button look="quiet" icon="phone" onClick={() => void redial()}>
        {text('redial')}
      </Button>
      {call.failure === '' ? (
        <p class="soft">{text('wrapUpHint')}</p>
      ) : (
        <p class="call-failure">{failureWords(call)}</p>
      )}
    </div>
  );
}
