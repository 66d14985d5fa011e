import { text } from '@/lib/text/text';
import { inputAttributes, type SettingInputProps } from './setting-field';

/** Texts by name, one a line: "Call Purpose = Discovery". */
export function MapInput({ value, field, onSave }: Omit<SettingInputProps, 'spec'>) {
  const lines = Object.entries((value ?? {}) as Readonly<Record<string, string>>).map(
    ([name, one]) => `${name} = ${one}`,
  );
  return (
    <>
      <textarea
        {...inputAttributes(field)}
        rows={Math.min(10, Math.max(3, lines.length))}
        spellcheck={false}
        value={lines.join('\n')}
        onChange={(event) => onSave(readLines(event.currentTarget.value))}
      />
      <p class="soft">{text('settingHint_map')}</p>
    </>
  );
}

/** A line without "=" is a name with an empty text. */
function readLines(typed: string): Readonly<Record<string, string>> {
  const lines = typed.split('\n').filter((line) => line.trim() !== '');
  return Object.fromEntries(
    lines.map((line) => {
      const [name = '', ...rest] = line.split('=');
      return [name.trim(), rest.join('=').trim()];
    }),
  );
}
