import { useId } from 'preact/hooks';
import type { Spec } from '@/lib/domain/settings/spec';
import type { SettingOrigin } from '@/lib/domain/settings/settings-view';
import { text, type MessageKey } from '@/lib/text/text';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { isGroup, type SettingField } from './setting-field';
import { SettingInput } from './SettingInput';

export type RowProblem = {
  readonly words: string;
  readonly wrongAt: readonly string[];
  /** True for a value just typed and not saved; false for one that is stored or given by policy. */
  readonly isRefusal: boolean;
};

/** One setting, drawn from its spec: label, help, input, where the value comes from, and what is wrong with it. */
export function SettingRow(props: {
  readonly settingKey: string;
  readonly spec: Spec;
  readonly value: unknown;
  readonly origin: SettingOrigin;
  readonly problem: RowProblem | undefined;
  readonly onSave: (value: unknown) => void;
  readonly onReset: () => void;
  /** Forgets a refused value. */
  readonly onDrop: () => void;
}) {
  const id = useId();
  const { origin, problem, spec } = props;
  const name = `setting_${props.settingKey.replaceAll('.', '_')}`;
  const isLocked = origin === 'policy';
  const field: SettingField = {
    id,
    isLocked,
    lockId: isLocked ? `${id}-origin` : '',
    helpId: `${id}-help`,
    problemId: `${id}-problem`,
    isInvalid: problem !== undefined,
    wrongAt: problem?.wrongAt ?? [],
  };
  // The button that was pressed goes away, and the focus must not go with it.
  const andFocusInput = (act: () => void) => () => {
    act();
    document.getElementById(id)?.focus();
  };
  const labelAttributes = { class: 'setting-label', id: `${id}-label` };
  const label = text(name as MessageKey);
  return (
    <div class="setting">
      <div class="setting-head">
        {isGroup(spec) ? (
          <span {...labelAttributes}>{label}</span>
        ) : (
          <label {...labelAttributes} for={id}>
            {label}
          </label>
        )}
        {isLocked && (
          <span class="origin locked" id={`${id}-origin`}>
            <Icon name="lock" />
            {text('setByOrganization')}
          </span>
        )}
        {origin === 'own' && <span class="origin">{text('originOwn')}</span>}
      </div>
      <p class="soft" id={`${id}-help`}>
        {text(`${name}_help` as MessageKey)}
      </p>
      <SettingInput spec={spec} value={props.value} field={field} onSave={props.onSave} />
      {problem && (
        <p class="setting-problem" id={`${id}-problem`} role={problem.isRefusal ? 'alert' : undefined}>
          <Icon name="alert" />
          <span>{problem.words}</span>
        </p>
      )}
      <div class="setting-foot">
        <code class="setting-key soft">{props.settingKey}</code>
        {problem?.isRefusal && (
          <Button look="quiet" onClick={andFocusInput(props.onDrop)} describedBy={`${id}-label`}>
            {text('keepSavedValue')}
          </Button>
        )}
        {origin === 'own' && (
          <Button look="quiet" icon="undo" onClick={andFocusInput(props.onReset)} describedBy={`${id}-label`}>
            {text('resetToDefault')}
          </Button>
        )}
      </div>
    </div>
  );
}
