import { text, type MessageKey } from '@/lib/text/text';
import { groupAttributes, inputAttributes, type SettingInputProps } from './setting-field';

export type ListProps = Pick<SettingInputProps, 'field' | 'onSave'> & { readonly entries: readonly unknown[] };

/** Texts, one a line. */
export function LineList({ entries, field, onSave }: ListProps) {
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

/** Choices, each with a box to tick. */
export function TickList({ options, entries, field, onSave }: ListProps & { readonly options: readonly string[] }) {
  return (
    <div class="ticks" {...groupAttributes(field)}>
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
    </div>
  );
}

function linesOf(typed: string): readonly string[] {
  return typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
