import type { ObjectSpec } from '@/lib/domain/settings/spec';
import { text, type MessageKey } from '@/lib/text/text';
import { fieldInside, groupAttributes, isGroup, type SettingField, type SettingInputProps } from './setting-field';
import { SettingInput } from './SettingInput';

/** A group of named values; a change of one saves the whole. */
export function ObjectInput(props: SettingInputProps<ObjectSpec>) {
  return (
    <fieldset class="setting-fields" {...groupAttributes(props.field)}>
      <ObjectFields {...props} />
    </fieldset>
  );
}

/** The fields alone, for what stands in a group already. */
export function ObjectFields({ spec, value, field, onSave }: SettingInputProps<ObjectSpec>) {
  const fields = asFields(value);
  return (
    <>
      {Object.entries(spec.fields).map(([name, inner]) => {
        const inside: SettingField = fieldInside(field, name);
        const words = text(`field_${name}` as MessageKey);
        return (
          <div class={isGroup(inner.spec) ? 'setting-field wide' : 'setting-field'} key={name}>
            {isGroup(inner.spec) ? (
              <span id={`${inside.id}-label`}>{words}</span>
            ) : (
              <label for={inside.id}>{words}</label>
            )}
            <SettingInput
              spec={inner.spec}
              value={fields[name] ?? inner.default}
              field={inside}
              onSave={(changed) => onSave({ ...fields, [name]: changed })}
            />
          </div>
        );
      })}
    </>
  );
}

function asFields(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
