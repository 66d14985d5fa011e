import { useId } from 'preact/hooks';
import { repView } from '@/lib/domain/deployment/rep-view';
import type { Settings } from '@/lib/domain/settings/values';
import { counted, text, type MessageKey } from '@/lib/text/text';

/** What a rep would meet under the policy: the line, the guards, the wrap-up and the dial session. */
export function RepPreview({ values }: { readonly values: Settings }) {
  const id = useId();
  const view = repView(values);
  return (
    <section class="workbench-preview" aria-labelledby={id}>
      <h2 id={id}>{text('previewTitle')}</h2>
      <p class="soft">{text('previewWords')}</p>
      <div class="preview-cards">
        <article class="preview-card">
          <h3>{text('previewCalls')}</h3>
          <p>{text(`previewLine_${view.line}` as MessageKey)}</p>
          <ul>
            {view.guards.map(({ guard, action }) => (
              <li key={guard} class={`preview-guard ${action}`}>
                <span>{text(`previewGuard_${guard}` as MessageKey)}</span>
                <strong>{text(`previewAction_${action}` as MessageKey)}</strong>
              </li>
            ))}
          </ul>
        </article>
        <article class="preview-card">
          <h3>{text('previewWrapUp')}</h3>
          <p>{text('previewDispositions')}</p>
          <ol>
            {view.dispositions.map(({ name, key }) => (
              <li key={name}>
                <kbd>{key === '' ? '–' : key}</kbd> <span dir="auto">{name}</span>
              </li>
            ))}
          </ol>
          <p>{view.template === '' ? text('previewNoTemplate') : view.template}</p>
        </article>
        <article class="preview-card">
          <h3>{text('previewAfter')}</h3>
          <p>{view.holdSeconds === 0 ? text('previewNoHold') : counted('previewHold', view.holdSeconds)}</p>
          <p>
            {view.countdownSeconds === 0
              ? text('previewNoCountdown')
              : counted('previewCountdown', view.countdownSeconds)}
          </p>
          <p>{text(view.keepsSignedIn ? 'previewKeepsSignedIn' : 'previewSignsInAgain')}</p>
        </article>
      </div>
    </section>
  );
}
