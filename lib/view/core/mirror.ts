import { signal, type ReadonlySignal } from '@preact/signals';
import {
  readSnapshot,
  watchSnapshot,
  type Published,
  type SnapshotName,
  type Snapshots,
} from '@/lib/storage/snapshots/snapshots';

/** A published snapshot as a signal: undefined until the worker has published it. Lives as long as its page. */
export function mirror<Name extends SnapshotName>(name: Name): ReadonlySignal<Published<Snapshots[Name]> | undefined> {
  const seen = signal<Published<Snapshots[Name]> | undefined>(undefined);
  watchSnapshot(name, (snapshot) => {
    seen.value = snapshot;
  });
  void readSnapshot(name).then((snapshot) => {
    // A change that came in meanwhile is newer than what was read.
    seen.value ??= snapshot;
  });
  return seen;
}
