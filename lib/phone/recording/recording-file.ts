import type { UserGuid } from '@/lib/domain/core/ids';
import { RECORDINGS_FOLDER } from '@/lib/domain/recording/recording-file-name';

export type RecordingFile = { append(piece: Blob): Promise<void> };

/** In the rep's own folder: nobody else who signs in here is shown it. Each piece is on disk when `append` resolves. */
export async function openRecordingFile(owner: UserGuid, name: string): Promise<RecordingFile> {
  const all = await (await navigator.storage.getDirectory()).getDirectoryHandle(RECORDINGS_FOLDER, { create: true });
  const folder = await all.getDirectoryHandle(owner, { create: true });
  const file = await folder.getFileHandle(name, { create: true });
  return {
    append: async (piece) => {
      const writable = await file.createWritable({ keepExistingData: true });
      await writable.seek((await file.getFile()).size);
      await writable.write(piece);
      await writable.close();
    },
  };
}
