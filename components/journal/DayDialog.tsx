import type { ComponentChildren } from 'preact';
import type { LoggedCall } from '@/lib/domain/core/api-result';
import { counted, text } from '@/lib/text/text';
import { useStores } from '@/lib/view/panel/panel-context';
import { durationWords, timeWords } from '@/lib/view/core/time-words';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { useSlow } from '@/components/ui/slow';
import { DayCall } from './DayCall';

/** What the comparison has found, in four groups; what is in order comes last and is only counted. */
export function DayDialog({ onClose }: { readonly onClose: () => void }) {
  const { journal } = useStores();
  const { isChecking, trouble } = journal;
  const isSlow = useSlow(isChecking.value);
  const actions = (
    <>
      <Button look="primary" isFirstChoice onClick={onClose}>
        {text('close')}
      </Button>
      <Button icon="refresh" isBusy={isChecking.value} onClick={() => void journal.reconcile()}>
        {text('checkAgain')}
      </Button>
    </>
  );
  return (
    <Dialog title={text('reconcileTitle')} onCancel={onClose} actions={actions}>
      {isChecking.value ? (
        <div class="day-loading">
          <div class="skeleton" />
          <div class="skeleton" />
          {isSlow.value && <p class="soft">{text('reconcileSlow')}</p>}
        </div>
      ) : trouble.value === '' ? (
        <DayGroups onClose={onClose} />
      ) : (
        <Banner tone="bad">{trouble.value}</Banner>
      )}
    </Dialog>
  );
}

function DayGroups({ onClose }: { readonly onClose: () => void }) {
  const report = useStores().journal.report.value;
  if (!report) return null;
  const { both, onlyHere, onlyThere, twice } = report;
  const isInOrder = onlyHere.length + onlyThere.length + twice.length === 0;
  return (
    <div class="day">
      {isInOrder && <Banner tone="good">{text(both.length === 0 ? 'dayNoCalls' : 'dayAllThere')}</Banner>}
      {onlyHere.length > 0 && (
        <Group title={counted('dayOnlyHere', onlyHere.length)}>
          {onlyHere.map((call) => (
            <DayCall key={call.callId} call={call} onClose={onClose} />
          ))}
        </Group>
      )}
      {twice.length > 0 && (
        <Group title={counted('dayTwice', twice.length)} hint={text('dayTwiceHint')}>
          {twice.map(({ call, logged }) => (
            <DayCall key={call.callId} call={call} onClose={onClose}>
              <p class="soft numbers">
                {text('dayTwiceTimes', logged.map(({ createdAt }) => timeWords(createdAt)).join(', '))}
              </p>
            </DayCall>
          ))}
        </Group>
      )}
      {onlyThere.length > 0 && (
        <Group title={counted('dayOnlyThere', onlyThere.length)} hint={text('dayOnlyThereHint')}>
          {onlyThere.map((call) => (
            <LoggedCallView key={call.loggedCallId} call={call} />
          ))}
        </Group>
      )}
      {both.length > 0 && <p class="day-both">{counted('dayBoth', both.length)}</p>}
    </div>
  );
}

function Group(props: { readonly title: string; readonly hint?: string; readonly children: ComponentChildren }) {
  return (
    <section class="day-group">
      <h3>{props.title}</h3>
      {props.hint && <p class="soft">{props.hint}</p>}
      <ul>{props.children}</ul>
    </section>
  );
}

/** Salesloft's list says whom only by an id: the number is what the rep knows. */
function LoggedCallView({ call }: { readonly call: LoggedCall }) {
  const { openPerson } = useStores();
  return (
    <li class="day-call">
      <p class="row-name numbers">{call.to === '' ? text('dayNoNumber') : call.to}</p>
      <p class="soft numbers">
        {[timeWords(call.createdAt), durationWords(call.duration), call.disposition]
          .filter((part) => part !== '')
          .join(' · ')}
      </p>
      <Button icon="open" onClick={() => openPerson(call.personId)}>
        {text('dayOpenPerson')}
      </Button>
    </li>
  );
}
