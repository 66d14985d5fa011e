import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { text } from '@/lib/text/text';
import { useStores } from '@/lib/view/panel/panel-context';
import { CallCard } from '@/components/call/CallCard';
import { KeptRecordings } from '@/components/recording/KeptRecordings';
import { RecordControl } from '@/components/recording/RecordControl';
import { CalleeChoice } from '@/components/call/CalleeChoice';
import { ReconcileBar } from '@/components/journal/ReconcileBar';
import { Receipt } from '@/components/outbox/Receipt';
import { ShownPerson } from '@/components/queue/ShownPerson';
import { QueueScreen } from '@/components/queue/QueueScreen';
import { RowFacts } from '@/components/queue/RowFacts';
import { LaterDialog } from '@/components/dial-session/dialogs';
import { NextCall } from '@/components/dial-session/NextCall';
import { SessionBar } from '@/components/dial-session/SessionBar';
import { SessionSummary } from '@/components/dial-session/SessionSummary';
import { StartSession } from '@/components/dial-session/StartSession';
import { Tabs, tabPanelProps } from '@/components/ui/Tabs';
import { whenUsed } from '@/components/ui/when-used';
import { WrapUpForm } from '@/components/wrap-up/WrapUpForm';
import { Banners } from './Banners';
import { PanelKeys } from './PanelKeys';
import { PanelHeader } from './PanelHeader';
import { Questions } from '@/components/guards/Questions';
import { goOn } from './go-on';
import { focusReceipt } from './focus';

const OutboxScreen = whenUsed(async () => (await import('@/components/outbox/OutboxScreen')).OutboxScreen);
const KeySheet = whenUsed(async () => (await import('@/components/keys/KeySheet')).KeySheet);

const HOUR_MS = 60 * 60_000;

export function MainScreen() {
  const { outbox, notices, dialer, dialSession } = useStores();
  const tab = useSignal<'calls' | 'outbox'>('calls');
  const isKeySheetOpen = useSignal(false);
  const unsent = outbox.unsent.value;
  const callId = dialer.call.value?.callId;
  const summaryCalls = dialSession.summaryCalls.value;
  // A call that comes up, whether dialed, undone or taken up, is what the rep has to do now.
  useEffect(() => {
    if (callId !== undefined) tab.value = 'calls';
  }, [callId, tab]);
  useEffect(() => {
    if (summaryCalls > 0) tab.value = 'calls';
  }, [summaryCalls, tab]);
  const undo = (row = outbox.latest.value): void => {
    if (!row) return;
    void outbox.undo(row.entryId).then((outcome) => {
      if (outcome === 'too-late') notices.say(text('undoTooLate'));
    });
  };
  const openKeySheet = (): void => {
    isKeySheetOpen.value = true;
  };
  const closeKeySheet = (): void => {
    isKeySheetOpen.value = false;
  };
  return (
    <div class="panel">
      <PanelHeader onKeySheet={openKeySheet} />
      <main class="panel-main">
        <Banners />
        <Tabs
          label={text('extensionShortName')}
          tabs={[
            { id: 'calls', name: text('tabCalls') },
            {
              id: 'outbox',
              name: unsent === 0 ? text('tabOutbox') : text('tabOutboxCount', unsent),
              isMarked: outbox.needsAttention.value > 0,
            },
          ]}
          selected={tab.value}
          onSelect={(id) => {
            tab.value = id;
          }}
        />
        <div class="panel-tab" {...tabPanelProps(tab.value)}>
          {tab.value === 'outbox' ? (
            <OutboxScreen onUndo={undo}>
              <ReconcileBar />
            </OutboxScreen>
          ) : (
            <CallsTab onUndo={() => undo()} />
          )}
        </div>
      </main>
      <Questions />
      {isKeySheetOpen.value && <KeySheet onClose={closeKeySheet} />}
      <PanelKeys areCallsShown={tab.value === 'calls'} onUndo={() => undo()} onKeySheet={openKeySheet} />
    </div>
  );
}

function CallsTab({ onUndo }: { readonly onUndo: () => void }) {
  const { clock, dialer, dialSession, lease, outbox, queue, shown, isPracticeLine } = useStores();
  const isElsewhere = lease.isElsewhere.value;
  const call = dialer.call.value;
  if (call) {
    return (
      <div class="in-call" inert={isElsewhere}>
        <SessionBar />
        <CallCard call={call}>{call.mayRecord && call.state !== 'ended' && <RecordControl call={call} />}</CallCard>
        <WrapUpForm
          key={call.callId}
          call={call}
          onLogged={focusReceipt}
          onLoggedAndNext={() => goOn(dialSession, queue)}
        />
        {call.state === 'ended' && dialSession.asked.value === 'later' && (
          <LaterDialog
            personId={call.person.personId}
            personName={call.person.name}
            source={call.source}
            callId={call.callId}
            onClose={() => dialSession.ask(undefined)}
          />
        )}
      </div>
    );
  }
  const up = isElsewhere ? undefined : dialSession.upNow.value;
  const run = dialSession.run.value;
  const over = run?.state === 'over' ? run : undefined;
  const latest = outbox.latest.value;
  // A receipt is news for an hour; then it is in the outbox only.
  const isNews = latest && clock.minute.value - (latest.receipt?.loggedAt ?? latest.createdAt) < HOUR_MS;
  return (
    <>
      <KeptRecordings />
      {isNews && <Receipt row={latest} onUndo={onUndo} />}
      {over ? <SessionSummary run={over} /> : <SessionBar />}
      {up && (
        <NextCall key={up.workId} work={up} next={dialSession.standing.value?.next}>
          <RowFacts work={up} />
        </NextCall>
      )}
      {!up && !over && !isElsewhere && shown.person.value && (
        <ShownPerson key={shown.person.value.work.workId} shown={shown.person.value} />
      )}
      {!up && !over && (
        <QueueScreen>
          <StartSession />
        </QueueScreen>
      )}
      {isPracticeLine.value && <CalleeChoice />}
    </>
  );
}
