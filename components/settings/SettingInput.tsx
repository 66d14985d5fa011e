import type { ListSpec, ObjectSpec, Spec } from '@/lib/domain/settings/spec';
import { text, type MessageKey } from '@/lib/text/text';
import { Button } from '@/components/ui/Button';
import { MapInput } from './MapInput';
import { PlainInput } from './PlainInput';
import { LineList, TickList, type ListProps } from './PlainList';
import { fieldInside, groupAttributes, isGroup, type SettingField, type SettingInputProps } from './setting-field';

/** The input for a kind of value. What is made of values draws an input for each, and so this file alone is recursive. */
export function SettingInput({ spec, ...props }: SettingInputProps) {
  if (spec.kind === 'object') return <ObjectInput spec={spec} {...props} />;
  if (spec.kind === 'list') return <ListInput spec={spec} {...props} />;
  if (spec.kind === 'map') return <MapInput {...props} />;
  return <PlainInput spec={spec} {...props} />;
}

/** Several values: one a line for texts, boxes to tick for choices, cards for groups of values. */
function ListInput({ spec, value, field, onSave }: SettingInputProps<ListSpec>) {
  const entries: readonly unknown[] = Array.isArray(value) ? value : [];
  if (spec.of.kind === 'choice')
    return <TickList options={spec.of.options} entries={entries} field={field} onSave={onSave} />;
  if (spec.of.kind === 'object') return <CardList of={spec.of} entries={entries} field={field} onSave={onSave} />;
  return <LineList entries={entries} field={field} onSave={onSave} />;
}

function CardList({ of, entries, field, onSave }: ListProps & { readonly of: ObjectSpec }) {
  return (
    <div class="cards" {...groupAttributes(field)}>
      {entries.map((entry, index) => (
        // Entries have no name of their own; their place is all they are known by.
        <fieldset class="card-entry setting-fields" key={index}>
          <legend>{text('entryNumber', index + 1)}</legend>
          <ObjectFields
            spec={of}
            value={entry}
            field={fieldInside(field, String(index + 1))}
            onSave={(changed) => onSave(entries.map((one, place) => (place === index ? changed : one)))}
          />
          {!field.isLocked && (
            <Button look="quiet" onClick={() => onSave(entries.filter((_one, place) => place !== index))}>
              {text('entryRemove', index + 1)}
            </Button>
          )}
        </fieldset>
      ))}
      {!field.isLocked && <Button onClick={() => onSave([...entries, emptyEntry(of)])}>{text('entryAdd')}</Button>}
    </div>
  );
}

/** A group of named values; a change of one saves the whole. */
function ObjectInput(props: SettingInputProps<ObjectSpec>) {
  return (
    <div class="setting-fields" {...groupAttributes(props.field)}>
      <ObjectFields {...props} />
    </div>
  );
}

/** The fields alone, for what stands in a group already. */
function ObjectFields({ spec, value, field, onSave }: SettingInputProps<ObjectSpec>) {
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

/** As a page sees it: secrets are not set. */
function emptyEntry(of: ObjectSpec): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(of.fields).map(([name, field]) => [name, isSecret(field.spec) ? false : field.default]),
  );
}

function isSecret(spec: Spec): boolean {
  return spec.kind === 'text' && spec.isSecret;
}
