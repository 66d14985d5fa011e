import { useEffect } from 'preact/hooks';
import { isLive } from '@/lib/domain/call';
import { unreachable } from '@/lib/domain/errors';
import { useStores, type PanelStores } from '@/lib/view/context';
import { isForField, readKey, type KeyMeaning } from '@/lib/view/keys';
import { focusFirstCall } from './focus';

/** Single keys for the whole panel, while no field has the focus. */
export function PanelKeys({ onUndo }: { readonly onUndo: () => void }) {
  const stores = useStores();
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      if (isForField(event.target, event.key) || document.querySelector('dialog[open]')) return;
      const call = stores.dialer.call.value;
      const meaning = readKey(event, {
        isLive: call !== undefined && isLive(call),
        hasCall: call !== undefined,
        rules: stores.teamRules.value,
      });
      if (!meaning) return;
      event.preventDefault();
      act(stores, meaning, onUndo);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [stores, onUndo]);
  return null;
}

function act(stores: PanelStores, meaning: KeyMeaning, onUndo: () => void): void {
  const { dialer, wrapUp } = stores;
  switch (meaning.kind) {
    case 'hangUp':
      return void dialer.hangUp();
    case 'mute':
      return void dialer.toggleMute();
    case 'hold':
      return void dialer.toggleHold();
    case 'notes':
      return document.querySelector<HTMLElement>('.notes textarea')?.focus();
    case 'undo':
      return onUndo();
    case 'log':
      return void wrapUp.submit().then((isSaved) => isSaved && focusFirstCall());
    case 'disposition':
      return wrapUp.change({ disposition: meaning.name });
    case 'sentiment':
      return wrapUp.change({ sentiment: meaning.name });
    default:
      return unreachable(meaning);
  }
}
