import type { ComponentChildren } from 'preact';
import type { JournalCall } from '@/lib/domain/journal/journal';
import { text, type MessageKey } from '@/lib/text/text';
import { useStores } from '@/lib/view/panel/panel-context';
import { durationWords, timeWords } from '@/lib/view/core/time-words';
import { Button } from '@/components/ui/Button';

/** Why a call is not in Salesloft, as far as this device knows. */
const WHY: Readonly<Record<JournalCall['state'], MessageKey>> = {
  live: 'dayLive',
  notLogged: 'dayNotLogged',
  onItsWay: 'dayOnItsWay',
  needsAttention: 'dayNeedsAttention',
  receipted: 'dayReceipted',
  discarded: 'dayDiscarded',
  waived: 'dayWaived',
};

export function DayCall(props: {
  readonly call: JournalCall;
  readonly onClose: () => void;
  readonly children?: ComponentChildren;
}) {
  const { journal } = useStores();
  const { call } = props;
  const name = call.personName === '' ? text('personHidden') : call.personName;
  const { entryId } = call;
  const isSent = entryId !== undefined && journal.sent.value.has(entryId);
  return (
    <li class="day-call">
      <p class="row-name clip" dir="auto" title={name}>
        {name}
      </p>
      <p class="soft numbers">
        {[timeWords(call.calledAt), durationWords(call.durationSeconds), call.disposition]
          .filter((part) => part !== '')
          .join(' · ')}
      </p>
      {props.children ?? <p class="soft">{text(isSent ? 'daySentAgain' : WHY[call.state])}</p>}
      {!props.children && call.state === 'receipted' && entryId && !isSent && (
        <Button icon="send" onClick={() => void journal.sendAgain(entryId)}>
          {text('send')}
        </Button>
      )}
      {!props.children && call.state === 'notLogged' && (
        <Button
          onClick={() => {
            void journal.logIt(call.callId);
            props.onClose();
          }}
        >
          {text('logIt')}
        </Button>
      )}
    </li>
  );
}
