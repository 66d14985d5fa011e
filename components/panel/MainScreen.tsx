import { useSignal } from '@preact/signals';
import { text } from '@/lib/text/text';
import { useStores } from '@/lib/view/context';
import { CallCard } from '@/components/call/CallCard';
import { CalleeChoice } from '@/components/call/CalleeChoice';
import { OutboxScreen } from '@/components/outbox/OutboxScreen';
import { Receipt } from '@/components/outbox/Receipt';
import { QueueScreen } from '@/components/queue/QueueScreen';
import { Tabs, tabPanelProps } from '@/components/ui/Tabs';
import { WrapUpForm } from '@/components/wrap-up/WrapUpForm';
import { Banners } from './Banners';
import { PanelKeys } from './PanelKeys';
import { PanelHeader } from './PanelHeader';
import { Questions } from './Questions';
import { focusFirstCall } from './focus';

export function MainScreen() {
  const { outbox, notices } = useStores();
  const tab = useSignal<'calls' | 'outbox'>('calls');
  const unsent = outbox.unsent.value;
  const undo = (): void => {
    const latest = outbox.latest.value;
    if (!latest) return;
    void outbox.undo(latest.entryId).then((outcome) => {
      if (outcome === 'undone') tab.value = 'calls';
      if (outcome === 'too-late') notices.say(text('undoTooLate'));
    });
  };
  return (
    <div class="panel">
      <PanelHeader />
      <Banners />
      <main class="panel-main">
        <Tabs
          label={text('extensionShortName')}
          tabs={[
            { id: 'calls', name: text('tabCalls') },
            { id: 'outbox', name: unsent === 0 ? text('tabOutbox') : text('tabOutboxCount', unsent) },
          ]}
          selected={tab.value}
          onSelect={(id) => {
            tab.value = id;
          }}
        />
        <div class="panel-tab" {...tabPanelProps(tab.value)}>
          {tab.value === 'outbox' ? <OutboxScreen onUndo={undo} /> : <CallsTab onUndo={undo} />}
        </div>
      </main>
      <Questions />
      <PanelKeys onUndo={undo} />
    </div>
  );
}

function CallsTab({ onUndo }: { readonly onUndo: () => void }) {
  const { dialer, outbox, isPracticeLine } = useStores();
  const call = dialer.call.value;
  if (call) {
    return (
      <div class="in-call">
        <CallCard call={call} />
        <WrapUpForm key={call.callId} call={call} onLogged={focusFirstCall} />
      </div>
    );
  }
  const latest = outbox.latest.value;
  return (
    <>
      {latest && <Receipt row={latest} onUndo={onUndo} />}
      <QueueScreen />
      {isPracticeLine.value && (
        <footer class="practice">
          <p class="practice-name">{text('practiceLine')}</p>
          <CalleeChoice />
        </footer>
      )}
    </>
  );
}
