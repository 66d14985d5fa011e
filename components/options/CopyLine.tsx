import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { text } from '@/lib/text/text';
import { useOptions } from '@/lib/view/options/options-context';
import { Button } from '@/components/ui/Button';

/** Something an admin needs elsewhere, with a button that takes it along. */
export function CopyLine({ label, value }: { readonly label: string; readonly value: string }) {
  const { copy, notices } = useOptions();
  const outcome = useSignal<'none' | 'copied' | 'failed'>('none');
  const id = useId();
  const take = async (): Promise<void> => {
    const isCopied = await copy(value);
    outcome.value = isCopied ? 'copied' : 'failed';
    notices.say(text(isCopied ? 'copied' : 'copyFailed'));
  };
  return (
    <div class="copy-line">
      <p class="soft" id={id}>
        {label}
      </p>
      <code>{value}</code>
      <Button describedBy={id} onClick={() => void take()}>
        {text(outcome.value === 'copied' ? 'copied' : 'copy')}
      </Button>
      {outcome.value === 'failed' && <p>{text('copyFailed')}</p>}
    </div>
  );
}
