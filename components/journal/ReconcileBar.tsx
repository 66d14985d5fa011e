import { useSignal } from '@preact/signals';
import { text } from '@/lib/text/text';
import { useStores } from '@/lib/view/panel/panel-context';
import { timeWords } from '@/lib/view/core/time-words';
import { Button } from '@/components/ui/Button';
import { whenUsed } from '@/components/ui/when-used';
import './journal.css';

const DayDialog = whenUsed(async () => (await import('./DayDialog')).DayDialog);

/** Below the outbox: the way to be sure that today's calls are in Salesloft. */
export function ReconcileBar() {
  const { journal } = useStores();
  const isOpen = useSignal(false);
  return (
    <div class="reconcile-bar">
      <p class="soft">
        {journal.checkedAt.value === 0
          ? text('reconcileHint')
          : text('reconciledAt', timeWords(journal.checkedAt.value))}
      </p>
      <Button
        icon="refresh"
        onClick={() => {
          isOpen.value = true;
          void journal.reconcile();
        }}
      >
        {text('reconcileToday')}
      </Button>
      {isOpen.value && (
        <DayDialog
          onClose={() => {
            isOpen.value = false;
          }}
        />
      )}
    </div>
  );
}
