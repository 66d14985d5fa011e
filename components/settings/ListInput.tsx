import type { ListSpec, ObjectSpec, Spec } from '@/lib/domain/settings/spec';
import { text, type MessageKey } from '@/lib/text/text';
import { Button } from '@/components/ui/Button';
import { ObjectFields } from './ObjectInput';
import { fieldInside, groupAttributes, inputAttributes, type SettingInputProps } from './setting-field';

/** Several values: one a line for texts, boxes to tick for choices, cards for groups of values. */
export function ListInput({ spec, value, field, onSave }: SettingInputProps<ListSpec>) {
  const entries: readonly unknown[] = Array.isArray(value) ? value : [];
  if (spec.of.kind === 'choice')
    return <TickList options={spec.of.options} entries={entries} field={field} onSave={onSave} />;
  if (spec.of.kind === 'object') return <CardList of={spec.of} entries={entries} field={field} onSave={onSave} />;
  return <LineList entries={entries} field={field} onSave={onSave} />;
}

type ListProps = Pick<SettingInputProps, 'field' | 'onSave'> & { readonly entries: readonly unknown[] };

function LineList({ entries, field, onSave }: ListProps) {
  return (
    <>
      <textarea
        {...inputAttributes(field)}
        rows={Math.min(10, Math.max(3, entries.length))}
        spellcheck={false}
        value={entries.join('\n')}
        onChange={(event) => onSave(linesOf(event.currentTarget.value))}
      />
      <p class="soft">{text('settingHint_list')}</p>
    </>
  );
}

function TickList({ options, entries, field, onSave }: ListProps & { readonly options: readonly string[] }) {
  return (
    <fieldset class="ticks" {...groupAttributes(field)}>
      {options.map((option) => (
        <label class="tick" key={option}>
          <input
            class="switch-box"
            type="checkbox"
            disabled={field.isLocked}
            checked={entries.includes(option)}
            onChange={(event) => {
              const isTicked = event.currentTarget.checked;
              onSave(options.filter((one) => (one === option ? isTicked : entries.includes(one))));
            }}
          />
          {text(`option_${option}` as MessageKey)}
        </label>
      ))}
    </fieldset>
  );
}

function CardList({ of, entries, field, onSave }: ListProps & { readonly of: ObjectSpec }) {
  return (
    <fieldset class="cards" {...groupAttributes(field)}>
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
    </fieldset>
  );
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

function linesOf(typed: string): readonly string[] {
  return typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
