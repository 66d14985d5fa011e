import { useSignal } from '@preact/signals';
import { text } from '@/lib/text/text';
import { Button } from '@/components/ui/Button';
import './transfer.css';

/** Passes the person on to another number, without asking it first. */
export function TransferForm({ onTransfer }: { readonly onTransfer: (to: string) => Promise<unknown> }) {
  const to = useSignal('');
  const isUnderWay = useSignal(false);
  const pass = async (): Promise<void> => {
    if (to.value.trim() === '' || isUnderWay.value) return;
    isUnderWay.value = true;
    await onTransfer(to.value);
    isUnderWay.value = false;
  };
  return (
    <form
      class="transfer"
      onSubmit={(event) => {
        event.preventDefault();
        void pass();
      }}
    >
      <input
        class="input numbers"
        type="tel"
        autocomplete="off"
        aria-label={text('transferTo')}
        placeholder={text('transferTo')}
        value={to.value}
        onInput={(event) => {
          to.value = event.currentTarget.value;
        }}
      />
      <Button isBusy={isUnderWay.value} onClick={() => void pass()}>
        {text('transfer')}
      </Button>
    </form>
  );
}
