import { useId } from 'preact/hooks';
import type { Spec } from '@/lib/domain/settings/spec';
import type { SettingOrigin } from '@/lib/domain/settings-view';
import { text, type MessageKey } from '@/lib/text/text';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { SettingInput } from './SettingInput';

/** One setting, drawn from its spec: label, help, input, where the value comes from, and what is wrong with it. */
export function SettingRow(props: {
  readonly settingKey: string;
  readonly spec: Spec;
  readonly value: unknown;
  readonly origin: SettingOrigin;
  /** In words; empty when nothing is wrong. */
  readonly problem: string;
  readonly onSave: (value: unknown) => void;
  readonly onReset: () => void;
}) {
  const id = useId();
  const name = `setting_${props.settingKey.replaceAll('.', '_')}`;
  const isLocked = props.origin === 'policy';
  const described = [isLocked ? `${id}-origin` : '', props.problem === '' ? '' : `${id}-problem`, `${id}-help`];
  const field = {
    id,
    label: text(name as MessageKey),
    isLocked,
    isInvalid: props.problem !== '',
    describedBy: described.filter((one) => one !== '').join(' '),
  };
  return (
    <div class="setting">
      <div class="setting-head">
        <label class="setting-label" for={id} id={`${id}-label`}>
          {field.label}
        </label>
        {isLocked && (
          <span class="origin locked" id={`${id}-origin`}>
            <Icon name="lock" />
            {text('setByOrganization')}
          </span>
        )}
        {props.origin === 'own' && <span class="origin">{text('originOwn')}</span>}
      </div>
      <p class="soft" id={`${id}-help`}>
        {text(`${name}_help` as MessageKey)}
      </p>
      <SettingInput spec={props.spec} value={props.value} field={field} onSave={props.onSave} />
      {props.problem !== '' && (
        <p class="missing" id={`${id}-problem`} role="alert">
          {props.problem}
        </p>
      )}
      {props.origin === 'own' && (
        <Button look="quiet" icon="undo" onClick={props.onReset}>
          {text('resetToDefault')}
        </Button>
      )}
      <code class="setting-key soft">{props.settingKey}</code>
    </div>
  );
}
