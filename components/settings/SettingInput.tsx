import { unreachable } from '@/lib/domain/errors';
import type { Spec } from '@/lib/domain/settings/spec';
import { text, type MessageKey } from '@/lib/text/text';

/** What every input of a setting carries. */
export type InputField = {
  readonly id: string;
  readonly label: string;
  readonly isLocked: boolean;
  readonly isInvalid: boolean;
  /** Ids of the texts that describe it. */
  readonly describedBy: string;
};

export type SettingInputProps = {
  readonly spec: Spec;
  readonly value: unknown;
  readonly field: InputField;
  readonly onSave: (value: unknown) => void;
};

/** The input for a kind of value. It saves on change; what is refused stays in the input, marked. */
export function SettingInput({ spec, value, field, onSave }: SettingInputProps) {
  switch (spec.kind) {
    case 'text':
      return spec.isSecret ? (
        <SecretInput value={value} field={field} onSave={onSave} />
      ) : (
        <input {...common(field)} type="text" value={asText(value)} onChange={(event) => onSave(event.currentTarget.value.trim())} />
      );
    case 'url':
      return (
        <input {...common(field)} type="url" value={asText(value)} onChange={(event) => onSave(event.currentTarget.value.trim())} />
      );
    case 'number':
      return (
        <input
          {...common(field)}
          class="input short"
          type="number"
          min={spec.min}
          max={spec.max}
          step={spec.isWhole ? 1 : 'any'}
          value={asText(value)}
          onChange={(event) => onSave(event.currentTarget.value === '' ? undefined : Number(event.currentTarget.value))}
        />
      );
    case 'boolean':
      return (
        <label class="switch">
          <input
            {...common(field)}
            class="switch-box"
            type="checkbox"
            checked={value === true}
            onChange={(event) => onSave(event.currentTarget.checked)}
          />
          <span aria-hidden="true">{text(value === true ? 'optionOn' : 'optionOff')}</span>
        </label>
      );
    case 'choice':
      return (
        <select {...common(field)} value={asText(value)} onChange={(event) => onSave(event.currentTarget.value)}>
          {spec.options.map((option) => (
            <option key={option} value={option}>
              {text(`option_${option}` as MessageKey)}
            </option>
          ))}
        </select>
      );
    case 'list':
      return <ListInput value={value} field={field} onSave={onSave} />;
    case 'object':
      return <ObjectInput spec={spec} value={value} field={field} onSave={onSave} />;
    default:
      return unreachable(spec);
  }
}

/** A secret is never shown: the input is always empty, and says whether one is set. */
function SecretInput({ value, field, onSave }: Omit<SettingInputProps, 'spec'>) {
  return (
    <>
      <input
        {...common(field)}
        type="password"
        autocomplete="off"
        placeholder={text('secretPlaceholder')}
        value=""
        onChange={(event) => {
          onSave(event.currentTarget.value);
          event.currentTarget.value = '';
        }}
      />
      <p class="soft">{text(value === true ? 'secretSet' : 'secretNotSet')}</p>
    </>
  );
}

function ListInput({ value, field, onSave }: Omit<SettingInputProps, 'spec'>) {
  const lines = Array.isArray(value) ? value.map(asText) : [];
  return (
    <>
      <textarea
        {...common(field)}
        rows={Math.min(10, Math.max(3, lines.length))}
        value={lines.join('\n')}
        onChange={(event) =>
          onSave(
            event.currentTarget.value
              .split('\n')
              .map((line) => line.trim())
              .filter((line) => line !== ''),
          )
        }
      />
      <p class="soft">{text('settingHint_list')}</p>
    </>
  );
}

function ObjectInput(props: SettingInputProps & { readonly spec: Extract<Spec, { kind: 'object' }> }) {
  const { spec, field, onSave } = props;
  const value = props.value as Readonly<Record<string, unknown>>;
  return (
    <fieldset class="setting-fields" aria-labelledby={`${field.id}-label`} aria-describedby={field.describedBy}>
      {Object.entries(spec.fields).map(([name, inner]) => {
        const label = text(`field_${name}` as MessageKey);
        const id = `${field.id}-${name}`;
        return (
          <div class="setting-field" key={name}>
            <label for={id}>{label}</label>
            <SettingInput
              spec={inner.spec}
              value={value[name]}
              field={{ ...field, id, label }}
              onSave={(changed) => onSave({ ...value, [name]: changed })}
            />
          </div>
        );
      })}
    </fieldset>
  );
}

function common(field: InputField) {
  return {
    id: field.id,
    class: 'input',
    disabled: field.isLocked,
    'aria-invalid': field.isInvalid,
    'aria-describedby': field.describedBy,
  };
}

function asText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
