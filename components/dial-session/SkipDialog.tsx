import { useSignal } from '@preact/signals';
import { SKIP_REASONS, type SkipReason } from '@/lib/domain/dial-session/dial-session';
import type { DueWork } from '@/lib/domain/queue/due-work';
import { text, type MessageKey } from '@/lib/text/text';
import { useStores } from '@/lib/view/panel/panel-context';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';

const REASONS = SKIP_REASONS.filter((reason) => reason !== 'not-allowed');
const WORDS: Readonly<Record<SkipReason, MessageKey>> = {
  'not-now': 'skip_not_now',
  'look-up-first': 'skip_look_up_first',
  'wrong-person': 'skip_wrong_person',
  'bad-number': 'skip_bad_number',
  'not-allowed': 'callNotAllowed',
};

/** Why this person is passed over; Enter takes the first reason, the work stays due in Salesloft. */
export function SkipDialog({ work, onClose }: { readonly work: DueWork; readonly onClose: () => void }) {
  const { dialSession } = useStores();
  const reason = useSignal<SkipReason>(REASONS[0] ?? 'not-now');
  const skip = (): void => {
    onClose();
    void dialSession.skip(work.workId, reason.value);
  };
  return (
    <Dialog
      title={text('skipTitle', work.person.name)}
      onCancel={onClose}
      actions={
        <>
          <Button look="primary" onClick={skip}>
            {text('skip')}
          </Button>
          <Button onClick={onClose}>{text('cancel')}</Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          skip();
        }}
      >
        <div class="skip-reasons" role="radiogroup" aria-label={text('skipWhy')}>
          {REASONS.map((one) => (
            <label key={one} class="skip-reason">
              <input
                type="radio"
                name="skip-reason"
                checked={reason.value === one}
                autofocus={one === reason.value}
                onChange={() => {
                  reason.value = one;
                }}
              />
              <span>{text(WORDS[one])}</span>
            </label>
          ))}
        </div>
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}
