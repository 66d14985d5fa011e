import { useId } from 'preact/hooks';
import { CATALOGUE, SETTING_KEYS } from '@/lib/domain/settings/catalogue';
import { withoutSecrets } from '@/lib/domain/settings/keep-secrets';
import type { Spec } from '@/lib/domain/settings/spec';
import type { EffectiveSettings } from '@/lib/domain/settings/resolve';
import { text, type MessageKey } from '@/lib/text/text';

/** Every setting that a policy may set, as it would be in force, and where each value comes from. */
export function EffectiveTable({ effective }: { readonly effective: EffectiveSettings }) {
  const id = useId();
  const keys = SETTING_KEYS.filter((key) => CATALOGUE[key].isManaged);
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{text('workbenchEffective')}</h2>
      <div class="workbench-scroll" tabIndex={0} role="group" aria-labelledby={id}>
        <table class="workbench-table" aria-labelledby={id}>
          <thead>
            <tr>
              <th scope="col">{text('workbenchKey')}</th>
              <th scope="col">{text('workbenchValue')}</th>
              <th scope="col">{text('workbenchOrigin')}</th>
            </tr>
          </thead>
          <tbody>
            {keys.map((key) => (
              <tr key={key} class={effective.origins[key]}>
                <th scope="row">
                  <span>{text(`setting_${key.replaceAll('.', '_')}` as MessageKey)}</span>
                  <code class="soft">{key}</code>
                </th>
                <td dir="auto">{shown(CATALOGUE[key].spec, effective.values[key])}</td>
                <td>{text(effective.origins[key] === 'policy' ? 'originPolicy' : 'originDefault')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** Of a secret only whether it is set, also inside a group. */
function shown(spec: Spec, value: unknown): string {
  if (spec.kind === 'text' && spec.isSecret) return text(value === '' ? 'workbenchNothing' : 'workbenchSecretSet');
  if (value === '' || (Array.isArray(value) && value.length === 0)) return text('workbenchNothing');
  return typeof value === 'string' ? value : JSON.stringify(withoutSecrets(spec, value));
}
