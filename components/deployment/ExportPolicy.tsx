import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { POLICY_FORMS, type PolicyForm } from '@/lib/domain/deployment/policy';
import { text, type MessageKey } from '@/lib/text/text';
import { Button } from '@/components/ui/Button';

const FORM_KEYS: Readonly<Record<PolicyForm, MessageKey>> = {
  linux: 'policyForm_linux',
  registry: 'policyForm_registry',
  admx: 'policyForm_admx',
  edgePowershell: 'policyForm_edgePowershell',
  macos: 'policyForm_macos',
  macosEdge: 'policyForm_macosEdge',
  googleAdmin: 'policyForm_googleAdmin',
};

/** The checked policy as files for one platform. */
export function ExportPolicy({ onExport }: { readonly onExport: (form: PolicyForm) => void }) {
  const id = useId();
  const form = useSignal<PolicyForm>('linux');
  return (
    <section class="workbench-export" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{text('workbenchExportTitle')}</h2>
      <div class="workbench-actions">
        <label for={id}>{text('workbenchExportAs')}</label>
        <select
          id={id}
          class="input"
          value={form.value}
          onChange={(event) => {
            form.value = POLICY_FORMS.find((one) => one === event.currentTarget.value) ?? 'linux';
          }}
        >
          {POLICY_FORMS.map((one) => (
            <option key={one} value={one}>
              {text(FORM_KEYS[one])}
            </option>
          ))}
        </select>
        <Button look="primary" onClick={() => onExport(form.value)}>
          {text('workbenchExport')}
        </Button>
      </div>
      <p class="soft">{text('workbenchExportWords')}</p>
    </section>
  );
}
