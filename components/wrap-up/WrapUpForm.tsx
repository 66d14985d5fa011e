import { useEffect, useRef } from 'preact/hooks';
import type { Call } from '@/lib/domain/call';
import { text } from '@/lib/text/text';
import { useStores } from '@/lib/view/context';
import { Button } from '@/components/ui/Button';
import { WrapUpFields } from './WrapUpFields';

/** Filled in during the call or after it; it can be logged once the call has ended. */
export function WrapUpForm({ call, onLogged }: { readonly call: Call; readonly onLogged: () => void }) {
  const { wrapUp } = useStores();
  const form = useRef<HTMLDivElement>(null);
  const hasEnded = call.state === 'ended';
  const log = async (): Promise<void> => {
    if (await wrapUp.submit()) return onLogged();
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"] input')?.focus();
  };
  useEffect(() => {
    // The hang-up button is gone: the first thing to decide takes the focus, unless the rep is writing.
    if (hasEnded && document.activeElement === document.body) form.current?.querySelector<HTMLElement>('input')?.focus();
  }, [hasEnded]);
  return (
    <div class="wrap-up" ref={form}>
      <WrapUpFields
        draft={wrapUp.draft.value}
        missing={wrapUp.missing.value}
        onChange={wrapUp.change}
        onLeave={wrapUp.flush}
      />
      {hasEnded && (
        <div class="wrap-up-actions">
          <Button look="primary" isDisabled={wrapUp.isSending.value} onClick={() => void log()}>
            {text('logAndNext')}
          </Button>
          <Button isDisabled={wrapUp.isSending.value} onClick={() => void log()}>
            {text('logCall')}
          </Button>
        </div>
      )}
    </div>
  );
}
