import { useEffect, useRef } from 'preact/hooks';
import type { Call } from '@/lib/domain/call/call';
import { text } from '@/lib/text/text';
import { useStores } from '@/lib/view/panel/panel-context';
import { Button } from '@/components/ui/Button';
import { WrapUpFields } from './WrapUpFields';

/** Filled in during the call or after it; it can be logged once the call has ended. */
export function WrapUpForm(props: {
  readonly call: Call;
  readonly onLogged: () => void;
  readonly onLoggedAndNext: () => void;
}) {
  const { wrapUp, dialSession } = useStores();
  const form = useRef<HTMLDivElement>(null);
  const hasEnded = props.call.state === 'ended';
  const isSending = wrapUp.isSending.value;
  const log = async (goOn: () => void): Promise<void> => {
    if (await wrapUp.submit()) goOn();
  };
  useEffect(() => {
    // The hang-up button is gone: the first thing to decide takes the focus, unless the rep is writing.
    if (hasEnded && document.activeElement === document.body)
      focusFirst(form.current, 'input:checked', 'input', 'textarea');
  }, [hasEnded]);
  useEffect(() => {
    if (isSending) return;
    // What is missing is marked in the next drawing, also in parts that are loaded when used.
    requestAnimationFrame(() =>
      focusFirst(form.current, '[aria-invalid="true"] input, select[aria-invalid="true"], input[aria-invalid="true"]'),
    );
  }, [isSending]);
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
          <Button look="primary" isBusy={isSending} onClick={() => void log(props.onLoggedAndNext)}>
            {text('logAndNext')}
          </Button>
          <Button isBusy={isSending} onClick={() => void log(props.onLogged)}>
            {text('logCall')}
          </Button>
          <Button onClick={() => dialSession.ask('later')}>{text('callLater')}</Button>
        </div>
      )}
    </div>
  );
}

function focusFirst(form: HTMLElement | null, ...selectors: readonly string[]): void {
  for (const selector of selectors) {
    const found = form?.querySelector<HTMLElement>(selector);
    if (found) return found.focus();
  }
}
