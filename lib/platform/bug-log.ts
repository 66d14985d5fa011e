import { isStorageTrouble } from '@/lib/domain/journal/storage-trouble';

/** Bugs, once each per context and message, on the console; expected trouble never comes here. */
const seen = new Set<string>();

export function logBug(where: string, error: unknown): void {
  // The disk refuses: the rep is told in the panel, and it is tried again.
  if (isStorageTrouble(error)) return;
  const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const key = `${where}: ${words}`;
  if (seen.has(key)) return;
  seen.add(key);
  console.error(`Loftline, ${where}:`, words);
}

/** For work that nobody waits for: what goes wrong in it is a bug told once, never silence. */
export function detach(where: string, work: () => Promise<unknown>): void {
  work().catch((error: unknown) => logBug(where, error));
}
