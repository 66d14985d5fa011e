import { KEY_ACTIONS } from '@/lib/domain/keys/key-map';
import { text, type MessageKey } from '@/lib/text/text';
import { useStores } from '@/lib/view/panel/panel-context';
import { KEY_TEXTS, keyWords } from '@/lib/view/keys/key-words';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';

/** Keys that are what they are. */
const FIXED: readonly { readonly keys: string; readonly does: MessageKey }[] = [
  { keys: 'Enter', does: 'key_enter' },
  { keys: '1–9', does: 'key_disposition' },
  { keys: 'Shift 1–9', does: 'key_sentiment' },
];

/** As the manifest suggests them; Chrome lets people change them at chrome://extensions/shortcuts. */
const ANYWHERE: readonly { readonly keys: string; readonly does: MessageKey }[] = [
  { keys: 'Ctrl Shift 9', does: 'key_endAsNoAnswer' },
  { keys: 'Ctrl Shift 0', does: 'key_dialNext' },
  { keys: 'Ctrl Shift L', does: 'key_openPanel' },
];

/** Every key as it is now. */
export function KeySheet({ onClose }: { readonly onClose: () => void }) {
  const { keys } = useStores();
  const own = keys.areOn.value
    ? KEY_ACTIONS.map((action) => ({ keys: keyWords(keys.map.value[action]), does: KEY_TEXTS[action] }))
    : [];
  return (
    <Dialog title={text('keysTitle')} onCancel={onClose} actions={<Button onClick={onClose}>{text('close')}</Button>}>
      <KeyRows rows={[...FIXED, ...own]} />
      <p class="soft">{text(keys.areOn.value ? 'keysWhen' : 'keysAreOff')}</p>
      <h3>{text('keysAnywhere')}</h3>
      <KeyRows rows={ANYWHERE} />
    </Dialog>
  );
}

function KeyRows({ rows }: { readonly rows: readonly { readonly keys: string; readonly does: MessageKey }[] }) {
  return (
    <dl class="key-sheet">
      {rows.map(({ keys, does }) => (
        <div key={does}>
          <dt>
            <kbd>{keys}</kbd>
          </dt>
          <dd>{text(does)}</dd>
        </div>
      ))}
    </dl>
  );
}
