import { useSignal } from '@preact/signals';
import type { CallSource } from '@/lib/domain/call/call';
import { dayIn } from '@/lib/domain/dial-session/call-later';
import type { PersonId } from '@/lib/domain/core/ids';
import { text } from '@/lib/text/text';
import { useStores } from '@/lib/view/panel/panel-context';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';

const DAYS = [
  { days: 1, key: 'laterTomorrow' },
  { days: 3, key: 'laterThreeDays' },
  { days: 7, key: 'laterWeek' },
] as const;

/** Which day they are to be called again. */
export function LaterDialog(props: {
  readonly personId: PersonId;
  readonly personName: string;
  readonly source: CallSource;
  readonly callId?: string;
  readonly onClose: () => void;
}) {
  const { signIn, clock, dialSession } = useStores();
  const timeZone = signIn.rep.value?.timeZone ?? '';
  const day = (days: number): string => dayIn(days, clock.minute.value, timeZone);
  const dueDate = useSignal(day(1));
  const isSending = useSignal(false);
  const save = async (): Promise<void> => {
    const { personId, personName, source, callId } = props;
    isSending.value = true;
    const isSaved = await dialSession.callLater({
      personId,
      personName,
      source,
      dueDate: dueDate.value,
      ...(callId === undefined ? {} : { callId }),
    });
    isSending.value = false;
    if (isSaved) props.onClose();
  };
  return (
    <Dialog
      title={text('laterTitle', props.personName)}
      onCancel={props.onClose}
      actions={
        <>
          <Button look="primary" isBusy={isSending.value} onClick={() => void save()}>
            {text('callLater')}
          </Button>
          <Button onClick={props.onClose}>{text('cancel')}</Button>
        </>
      }
    >
      <form
        class="later"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <div class="later-days" role="group" aria-label={text('laterDay')}>
          {DAYS.map(({ days, key }) => (
            <Button
              key={key}
              isPressed={dueDate.value === day(days)}
              onClick={() => {
                dueDate.value = day(days);
              }}
            >
              {text(key)}
            </Button>
          ))}
        </div>
        <label>
          <span class="soft">{text('laterDay')}</span>
          <input
            class="input"
            type="date"
            required
            min={day(1)}
            max={day(365)}
            value={dueDate.value}
            onInput={(event) => {
              dueDate.value = event.currentTarget.value;
            }}
          />
        </label>
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}
