import { text, type MessageKey } from '@/lib/text/text';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';

const KEYS: readonly { readonly keys: readonly string[]; readonly does: MessageKey }[] = [
  { keys: ['J', 'K'], does: 'key_move' },
  { keys: ['Enter'], does: 'key_enter' },
  { keys: ['0'], does: 'key_hangUp' },
  { keys: ['M'], does: 'key_mute' },
  { keys: ['H'], does: 'key_hold' },
  { keys: ['D'], does: 'key_keypad' },
  { keys: ['N'], does: 'key_notes' },
  { keys: ['1', '9'], does: 'key_disposition' },
  { keys: ['Shift 1', '9'], does: 'key_sentiment' },
  { keys: ['S'], does: 'key_skip' },
  { keys: ['L'], does: 'key_later' },
  { keys: ['Space'], does: 'key_pause' },
  { keys: ['Z'], does: 'key_undo' },
  { keys: ['?'], does: 'key_sheet' },
];

/** As the manifest suggests them; Chrome lets people change them at chrome://extensions/shortcuts. */
const ANYWHERE: readonly { readonly keys: string; readonly does: MessageKey }[] = [
  { keys: 'Ctrl Shift 9', does: 'key_endAsNoAnswer' },
  { keys: 'Ctrl Shift 0', does: 'key_dialNext' },
  { keys: 'Ctrl Shift L', does: 'key_openPanel' },
];

export function KeySheet({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title={text('keysTitle')} onCancel={onClose} actions={<Button onClick={onClose}>{text('close')}</Button>}>
      <dl class="key-sheet">
        {KEYS.map(({ keys, does }) => (
          <div key={does}>
            <dt>
              {keys.map((key, index) => (
                <>
                  {index > 0 && (does === 'key_move' ? ' ' : '–')}
                  <kbd>{key}</kbd>
                </>
              ))}
            </dt>
            <dd>{text(does)}</dd>
          </div>
        ))}
      </dl>
      <p class="soft">{text('keysWhen')}</p>
      <h3>{text('keysAnywhere')}</h3>
      <dl class="key-sheet">
        {ANYWHERE.map(({ keys, does }) => (
          <div key={does}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{text(does)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
