import { RECORDINGS_FOLDER } from '@/lib/domain/recording-file-name';

const DOWNLOAD_TAKES_MS = 60_000;

/** Recordings of calls in the extension's private folder; the newest first, by name. */
export const keptRecordings = {
  list: async (): Promise<readonly string[]> => {
    const names: string[] = [];
    for await (const name of (await folder()).keys()) names.push(name);
    return names.sort().reverse();
  },
  /** Puts one into the downloads; it stays here until it is removed. */
  save: async (name: string): Promise<void> => {
    const file = await (await (await folder()).getFileHandle(name)).getFile();
    const link = document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), DOWNLOAD_TAKES_MS);
  },
  remove: async (name: string): Promise<void> => (await folder()).removeEntry(name),
};

/** Removes those that nothing was added to since then, ms since the epoch. */
export async function eraseRecordings(before: number): Promise<void> {
  const all = await folder();
  for (const name of await keptRecordings.list()) {
    const { lastModified } = await (await all.getFileHandle(name)).getFile();
    if (lastModified < before) await all.removeEntry(name);
  }
}

async function folder(): Promise<FileSystemDirectoryHandle> {
  return (await navigator.storage.getDirectory()).getDirectoryHandle(RECORDINGS_FOLDER, { create: true });
}
