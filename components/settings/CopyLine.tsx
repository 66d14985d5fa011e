import { useSignal } from '@preact/signals';
import { text } from '@/lib/text/text';
import { useOptions } from '@/lib/view/options-context';
import { Button } from '@/components/ui/Button';

/** Something an admin needs elsewhere, with a button that takes it along. */
export function CopyLine({ label, value }: { readonly label: string; readonly value: string }) {
  const { copy } = useOptions();
  const isCopied = useSignal(false);
  return (
    <div class="copy-line">
      <p class="soft">{label}</p>
      <code>{value}</code>
      <Button
        label={`${text('copy')}: ${label}`}
        onClick={() =>
          void copy(value).then(() => {
            isCopied.value = true;
          })
        }
      >
        {text(isCopied.value ? 'copied' : 'copy')}
      </Button>
    </div>
  );
}
