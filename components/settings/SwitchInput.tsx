import { useRef } from 'preact/hooks';
import { text } from '@/lib/text/text';
import { inputAttributes, type SettingInputProps } from './setting-field';

/** A box to tick, with its state in words. The words can be clicked; screen readers get the state from the box. */
export function SwitchInput({
  isOn,
  field,
  onSave,
}: Pick<SettingInputProps, 'field' | 'onSave'> & { readonly isOn: boolean }) {
  const box = useRef<HTMLInputElement>(null);
  return (
    <span class="switch">
      <input
        {...inputAttributes(field)}
        ref={box}
        class="switch-box"
        type="checkbox"
        checked={isOn}
        onChange={(event) => onSave(event.currentTarget.checked)}
      />
      <span aria-hidden="true" onClick={() => box.current?.click()}>
        {text(isOn ? 'optionOn' : 'optionOff')}
      </span>
    </span>
  );
}
