import type { PlainSpec } from '@/lib/domain/settings/spec';
import { unreachable } from '@/lib/domain/core/errors';
import { text, type MessageKey } from '@/lib/text/text';
import { SecretInput } from './SecretInput';
import { SwitchInput } from './SwitchInput';
import { inputAttributes, type SettingInputProps } from './setting-field';

/** The input for a single value. It saves on change; what is refused stays in it, marked. */
export function PlainInput({ spec, value, field, onSave }: SettingInputProps<PlainSpec>) {
  const attributes = inputAttributes(field);
  switch (spec.kind) {
    case 'text':
      if (spec.isSecret) return <SecretInput isSet={value === true} field={field} onSave={onSave} />;
      if (spec.format === 'time') {
        return (
          <input
            {...attributes}
            class="input short"
            type="time"
            value={asText(value)}
            onChange={(event) => onSave(event.currentTarget.value)}
          />
        );
      }
      return (
        <input
          {...attributes}
          type="text"
          spellcheck={false}
          dir="auto"
          value={asText(value)}
          onChange={(event) => onSave(event.currentTarget.value.trim())}
        />
      );
    case 'url':
      return (
        <input
          {...attributes}
          type="url"
          spellcheck={false}
          placeholder={`${spec.scheme}://`}
          value={asText(value)}
          onChange={(event) => onSave(event.currentTarget.value.trim())}
        />
      );
    case 'number':
      return (
        <input
          {...attributes}
          class="input short"
          type="number"
          min={spec.min}
          max={spec.max}
          step={spec.isWhole ? 1 : 'any'}
          value={asText(value)}
          // An empty input is no number: the text goes along and is refused with the limits.
          onChange={(event) => onSave(event.currentTarget.value === '' ? '' : Number(event.currentTarget.value))}
        />
      );
    case 'boolean':
      return <SwitchInput isOn={value === true} field={field} onSave={onSave} />;
    case 'choice':
      return (
        <select {...attributes} value={asText(value)} onChange={(event) => onSave(event.currentTarget.value)}>
          {spec.options.map((option) => (
            <option key={option} value={option}>
              {text(`option_${option}` as MessageKey)}
            </option>
          ))}
        </select>
      );
    default:
      return unreachable(spec);
  }
}

function asText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
