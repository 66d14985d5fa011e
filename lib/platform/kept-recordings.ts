import type { UserGuid } from '@/lib/domain/core/ids';
import { RECORDINGS_FOLDER } from '@/lib/domain/recording/recording-file-name';

/** Recordings of calls in the extension's private files, each rep's in a folder of their own. */
export const keptRecordings = {
  /** Names, the newest first. */
  list: async (owner: UserGuid): Promise<readonly string[]> => (await namesIn(await folderOf(owner))).sort().reverse(),
  read: async (owner: UserGuid, name: string): Promise<Blob> =>
    (await (await folderOf(owner)).getFileHandle(name)).getFile(),
  remove: async (owner: UserGuid, name: string): Promise<void> => (await folderOf(owner)).removeEntry(name),
};

/** Removes everybody's that nothing was added to since then, ms since the epoch. */
export async function eraseRecordings(before: number): Promise<void> {
  const all = await allFolders();
  for (const owner of await namesIn(all)) {
    const folder = await all.getDirectoryHandle(owner);
    for (const name of await namesIn(folder)) {
      const { lastModified } = await (await folder.getFileHandle(name)).getFile();
      if (lastModified < before) await folder.removeEntry(name);
    }
  }
}

async function namesIn(folder: FileSystemDirectoryHandle): Promise<string[]> {
  const names: string[] = [];
  for await (const name of folder.keys()) names.push(name);
  return names;
}

async function folderOf(owner: UserGuid): Promise<FileSystemDirectoryHandle> {
  return (await allFolders()).getDirectoryHandle(owner, { create: true });
}

async function allFolders(): Promise<FileSystemDirectoryHandle> {
  return (await navigator.storage.getDirectory()).getDirectoryHandle(RECORDINGS_FOLDER, { create: true });
}
