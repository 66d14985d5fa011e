import { signal } from '@preact/signals';
import type { UserGuid } from '@/lib/domain/core/ids';
import type { Notices } from '@/lib/view/core/notices';

export type RecordingsStoreDeps = {
  readonly files: {
    readonly list: (owner: UserGuid) => Promise<readonly string[]>;
    readonly read: (owner: UserGuid, name: string) => Promise<Blob>;
    readonly remove: (owner: UserGuid, name: string) => Promise<void>;
  };
  /** Into the downloads; it stays here until it is removed. */
  readonly saveFile: (name: string, file: Blob) => void;
  /** Who is signed in. */
  readonly owner: () => UserGuid | undefined;
  readonly notices: Pick<Notices, 'run'>;
};

export type RecordingsStore = ReturnType<typeof createRecordingsStore>;

/** The rep's recordings that this computer keeps until they remove them. */
export function createRecordingsStore({ files, saveFile, owner, notices }: RecordingsStoreDeps) {
  const kept = signal<readonly string[]>([]);
  const look = async (): Promise<void> => {
    const rep = owner();
    // A folder that cannot be read shows none; the next call looks again.
    kept.value = rep === undefined ? [] : await files.list(rep).catch(() => []);
  };
  const ofRep = (work: (rep: UserGuid) => Promise<unknown>): Promise<unknown> => {
    const rep = owner();
    return rep === undefined ? Promise.resolve() : notices.run(() => work(rep));
  };
  return {
    kept,
    look,
    save: (name: string): Promise<unknown> => ofRep(async (rep) => saveFile(name, await files.read(rep, name))),
    remove: (name: string): Promise<unknown> => ofRep((rep) => files.remove(rep, name).then(look)),
  };
}
