import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { KEY_ACTIONS, type KeyAction, type KeyProblem } from '@/lib/domain/keys/key-map';
import { text } from '@/lib/text/text';
import { KEY_TEXTS, keyWords } from '@/lib/view/keys/key-words';
import { useOptions } from '@/lib/view/options/options-context';
import { Button } from '@/components/ui/Button';

/** Single keys: on or off, and which does what. Press a key in its field to change it. */
export function KeyboardSection() {
  const { keys } = useOptions();
  return (
    <>
      <p class="soft">{text('keyboardWords')}</p>
      <label class="tick">
        <input
          class="switch-box"
          type="checkbox"
          checked={keys.areOn.value}
          onChange={(event) => keys.switchOn(event.currentTarget.checked)}
        />
        {text('keysAreOn')}
      </label>
      <div class="key-fields">
        {KEY_ACTIONS.map((action) => (
          <KeyField key={action} action={action} />
        ))}
      </div>
      {keys.isChanged.value && <Button onClick={keys.reset}>{text('keysReset')}</Button>}
      <p class="soft">{text('keysElsewhere')}</p>
    </>
  );
}

function KeyField({ action }: { readonly action: KeyAction }) {
  const { keys } = useOptions();
  const id = useId();
  const problem = useSignal<KeyProblem | undefined>(undefined);
  return (
    <div class="setting-field">
      <label for={id}>{text(KEY_TEXTS[action])}</label>
      <input
        id={id}
        class="input short"
        readOnly
        value={keyWords(keys.map.value[action])}
        aria-invalid={problem.value ? true : undefined}
        aria-describedby={problem.value ? `${id}-problem` : undefined}
        onKeyDown={(event) => {
          // Whoever moves through the page goes on; everything else is the key that is wanted.
          if (event.ctrlKey || event.metaKey || event.altKey || [...event.key].length !== 1) return;
          event.preventDefault();
          problem.value = keys.setKey(action, event.key);
        }}
        onBlur={() => {
          problem.value = undefined;
        }}
      />
      {problem.value && (
        <p class="missing" id={`${id}-problem`} role="alert">
          {problem.value.kind === 'taken'
            ? text('keyTaken', text(KEY_TEXTS[problem.value.by]))
            : text(problem.value.kind === 'chooses' ? 'keyChooses' : 'keyNotOne')}
        </p>
      )}
    </div>
  );
}
