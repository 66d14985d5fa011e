import { signal } from '@preact/signals';
import type { Notices } from './notices';

export type RecordingsStoreDeps = {
  readonly files: {
    readonly list: () => Promise<readonly string[]>;
    readonly save: (name: string) => Promise<void>;
    readonly remove: (name: string) => Promise<void>;
  };
  readonly notices: Pick<Notices, 'run'>;
};

export type RecordingsStore = ReturnType<typeof createRecordingsStore>;

/** The recordings that this computer keeps until the rep removes them. */
export function createRecordingsStore({ files, notices }: RecordingsStoreDeps) {
  const kept = signal<readonly string[]>([]);
  const look = async (): Promise<void> => {
    // A folder that cannot be read shows none; the next call looks again.
    kept.value = await files.list().catch(() => kept.value);
  };
  return {
    kept,
    look,
    save: (name: string): Promise<unknown> => notices.run(() => files.save(name)),
    remove: (name: string): Promise<unknown> => notices.run(() => files.remove(name).then(look)),
  };
}
