import { useEffect, useRef } from 'preact/hooks';
import { summarize, type DialSession } from '@/lib/domain/dial-session/dial-session';
import { text, type MessageKey } from '@/lib/text/text';
import { useStores } from '@/lib/view/panel/panel-context';
import { durationWords } from '@/lib/view/core/time-words';
import { Button } from '@/components/ui/Button';
import './dial-session.css';

/** What a dial session has brought. */
export function SessionSummary({ run }: { readonly run: DialSession }) {
  const { dialSession } = useStores();
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => close.current?.focus(), []);
  const summary = summarize(run);
  const lasted = ((run.endedAt ?? run.startedAt) - run.startedAt) / 1_000;
  const rows: readonly (readonly [MessageKey, string | number])[] = [
    ['summaryCalls', summary.calls],
    ['summaryConnected', summary.connected],
    ['summaryTalk', durationWords(summary.talkSeconds)],
    ['summarySkipped', summary.skipped],
    ['summaryLater', summary.later],
    ['summaryLeft', summary.left],
    ['summaryLasted', durationWords(lasted)],
  ];
  return (
    <section class="session-summary" aria-labelledby="session-summary">
      <h2 id="session-summary">{text('sessionOver')}</h2>
      <dl>
        {rows.map(([key, value]) => (
          <div key={key}>
            <dt>{text(key)}</dt>
            <dd class="numbers">{value}</dd>
          </div>
        ))}
      </dl>
      {summary.dispositions.length > 0 && (
        <ul class="summary-dispositions">
          {summary.dispositions.map(({ name, count }) => (
            <li key={name} dir="auto">
              {text('summaryDisposition', name === '' ? text('summaryNoDisposition') : name, count)}
            </li>
          ))}
        </ul>
      )}
      <Button look="primary" buttonRef={close} onClick={() => void dialSession.close()}>
        {text('close')}
      </Button>
    </section>
  );
}
