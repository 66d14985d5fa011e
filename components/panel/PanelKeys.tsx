import { useEffect } from 'preact/hooks';
import { isLive } from '@/lib/domain/call/call';
import { unreachable } from '@/lib/domain/core/errors';
import { useStores, type PanelStores } from '@/lib/view/panel/panel-context';
import { isForField, readKey, type KeyMeaning } from '@/lib/view/keys/keys';
import { moveBetweenCalls, moveBetweenEntries } from './focus';
import { goOn } from './go-on';

type Acts = { readonly onUndo: () => void; readonly onKeySheet: () => void };

/** Single keys for the whole panel, while no field has the focus. */
export function PanelKeys({ areCallsShown, onUndo, onKeySheet }: Acts & { readonly areCallsShown: boolean }) {
  const stores = useStores();
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (isForField(event.target, event.key) || document.querySelector('dialog[open]')) return;
      if (stores.lease.isElsewhere.value) return;
      const call = stores.dialer.call.value;
      const meaning = readKey(event, {
        isLive: call !== undefined && isLive(call),
        hasCall: call !== undefined,
        isCallShown: call !== undefined && areCallsShown,
        isNextShown: areCallsShown && stores.dialSession.upNow.value !== undefined,
        hasSession: stores.dialSession.run.value !== undefined && stores.dialSession.run.value.state !== 'over',
        choices: stores.choices.value,
        keys: stores.keys.areOn.value ? stores.keys.map.value : undefined,
      });
      if (!meaning || (event.repeat && meaning.kind !== 'move')) return;
      if (act(stores, meaning, { onUndo, onKeySheet })) event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [stores, areCallsShown, onUndo, onKeySheet]);
  return null;
}

/** False when the key had nothing to act on and stays the browser's. */
function act(stores: PanelStores, meaning: KeyMeaning, { onUndo, onKeySheet }: Acts): boolean {
  if (meaning.kind === 'move')
    return document.querySelector('.outbox') ? moveBetweenEntries(meaning.step) : moveBetweenCalls(meaning.step);
  perform(stores, meaning, { onUndo, onKeySheet });
  return true;
}

function perform(
  stores: PanelStores,
  meaning: Exclude<KeyMeaning, { kind: 'move' }>,
  { onUndo, onKeySheet }: Acts,
): void {
  const { dialer, wrapUp, queue, dialSession } = stores;
  switch (meaning.kind) {
    case 'hangUp':
      return void dialer.hangUp();
    case 'mute':
      return void dialer.toggleMute();
    case 'hold':
      return void dialer.toggleHold();
    case 'keypad':
      return dialer.togglePad();
    case 'notes':
      return document.querySelector<HTMLElement>('.notes textarea')?.focus();
    case 'undo':
      return onUndo();
    case 'keySheet':
      return onKeySheet();
    case 'log':
      return void wrapUp.submit().then((isSaved) => isSaved && goOn(dialSession, queue));
    case 'skip':
    case 'later':
      return dialSession.ask(meaning.kind);
    case 'dial':
      return void dialSession.dialNow();
    case 'pauseOrResume':
      return void (dialSession.run.value?.state === 'paused' ? dialSession.resume() : dialSession.pause());
    case 'disposition':
      return wrapUp.change({ disposition: meaning.name });
    case 'sentiment':
      return wrapUp.change({ sentiment: meaning.name });
    default:
      return unreachable(meaning);
  }
}
