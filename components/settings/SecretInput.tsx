import { text } from '@/lib/text/text';
import { Button } from '@/components/ui/Button';
import { inputAttributes, type SettingField } from './setting-field';

/** A secret is never shown: the input is always empty, and words say whether one is set. */
export function SecretInput(props: {
  readonly isSet: boolean;
  readonly field: SettingField;
  readonly onSave: (secret: string) => void;
}) {
  const { isSet, field, onSave } = props;
  return (
    <>
      <input
        {...inputAttributes(field)}
        type="password"
        autocomplete="off"
        placeholder={field.isLocked ? '' : text('secretPlaceholder')}
        value=""
        onChange={(event) => {
          const secret = event.currentTarget.value;
          event.currentTarget.value = '';
          if (secret !== '') onSave(secret);
        }}
      />
      <div class="secret-state">
        <p class="soft">{text(isSet ? 'secretSet' : 'secretNotSet')}</p>
        {isSet && !field.isLocked && (
          <Button look="quiet" onClick={() => onSave('')}>
            {text('secretRemove')}
          </Button>
        )}
      </div>
    </>
  );
}
