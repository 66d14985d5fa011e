import { guardWords } from '@/lib/view/guards/guard-words';
import { text } from '@/lib/text/text';
import { useStores } from '@/lib/view/panel/panel-context';
import { dateTimeWords, durationWords } from '@/lib/view/core/time-words';
import { useSignal } from '@preact/signals';
import type { Call } from '@/lib/domain/call/call';
import type { WrapUp } from '@/lib/domain/call/wrap-up-record';
import { AlertDialog } from '@/components/ui/AlertDialog';
import { Button } from '@/components/ui/Button';

/** What cannot wait: a guard's question, and a call that a crash has left unfinished. One at a time. */
export function Questions() {
  const { dialer } = useStores();
  const unfinished = dialer.call.value ? undefined : dialer.unfinished.value[0];
  if (dialer.question.value) return <GuardQuestion />;
  if (dialer.blocked.value) return <BlockedNotice />;
  return unfinished ? <UnfinishedCall key={unfinished.call.callId} {...unfinished} /> : null;
}

function GuardQuestion() {
  const { dialer } = useStores();
  const asked = dialer.question.value;
  if (!asked) return null;
  return (
    <AlertDialog
      title={text('beforeYouCall')}
      onCancel={() => void dialer.answerQuestion(false)}
      actions={
        <>
          <Button look="primary" onClick={() => void dialer.answerQuestion(true)}>
            {text('callAnyway')}
          </Button>
          <Button isFirstChoice onClick={() => void dialer.answerQuestion(false)}>
            {text('cancel')}
          </Button>
        </>
      }
    >
      <p dir="auto">{asked.work.person.name}</p>
      <ul class="reasons">
        {guardWords(asked).map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </AlertDialog>
  );
}

function BlockedNotice() {
  const { dialer } = useStores();
  const blocked = dialer.blocked.value;
  if (!blocked) return null;
  return (
    <AlertDialog
      title={text('callNotAllowed')}
      onCancel={dialer.closeBlocked}
      actions={<Button onClick={dialer.closeBlocked}>{text('close')}</Button>}
    >
      <p dir="auto">{blocked.work.person.name}</p>
      <ul class="reasons">
        {guardWords(blocked).map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </AlertDialog>
  );
}

function UnfinishedCall({ call, wrapUp }: { readonly call: Call; readonly wrapUp: WrapUp }) {
  const stores = useStores();
  const isSure = useSignal(false);
  return (
    <AlertDialog
      title={text('unfinishedCall')}
      actions={
        <>
          <Button look="primary" onClick={() => void stores.wrapUp.takeUp(call.callId)}>
            {text('logIt')}
          </Button>
          {isSure.value ? (
            <Button look="stop" onClick={() => void stores.wrapUp.waive(call.callId)}>
              {text('discardForGood')}
            </Button>
          ) : (
            <Button
              onClick={() => {
                isSure.value = true;
              }}
            >
              {text('discard')}
            </Button>
          )}
        </>
      }
    >
      <p dir="auto">
        {text('unfinishedWords', call.person.name, dateTimeWords(call.placedAt), durationWords(call.durationSeconds))}
      </p>
      {wrapUp.draft.notes !== '' && (
        <p class="soft unfinished-notes" dir="auto">
          {wrapUp.draft.notes}
        </p>
      )}
    </AlertDialog>
  );
}
