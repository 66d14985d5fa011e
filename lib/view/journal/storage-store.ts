import { computed, type ReadonlySignal } from '@preact/signals';
import { SOUND_STORAGE, type StorageState } from '@/lib/domain/journal/storage-trouble';
import type { sendToWorker } from '@/lib/messaging/client';
import { text } from '@/lib/text/text';
import type { Notices } from '@/lib/view/core/notices';

export type StorageStore = ReturnType<typeof createStorageStore>;

/** How it stands with what is kept on this computer, and the file that a rep can save of it. */
export function createStorageStore(deps: {
  readonly send: typeof sendToWorker;
  readonly storage: ReadonlySignal<StorageState | undefined>;
  readonly notices: Notices;
  readonly saveFile: (name: string, words: string) => void;
  readonly now: () => number;
}) {
  const state = computed(() => deps.storage.value ?? SOUND_STORAGE);
  return {
    state,
    isTroubled: computed(() => state.value.trouble !== 'none'),
    export: async (): Promise<void> => {
      const exported = await deps.notices.run(() => deps.send('storage.export', {}));
      if (!exported) return;
      const name = `loftline-${new Date(deps.now()).toISOString().slice(0, 19).replaceAll(':', '-')}.json`;
      deps.saveFile(name, JSON.stringify(exported, null, 2));
      deps.notices.say(text('exported', name));
    },
    closeNotice: (): Promise<unknown> => deps.notices.run(() => deps.send('storage.closeNotice', {})),
  };
}
