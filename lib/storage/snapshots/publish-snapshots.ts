import { browser } from 'wxt/browser';
import { halved } from '@/lib/domain/queue/queue-limit';
import { setInSession } from './session-area';
import { pack, snapshotKey, type Published, type SnapshotName, type Snapshots } from './snapshots';

export type PublishSnapshot = <Name extends SnapshotName>(name: Name, value: Snapshots[Name]) => Promise<void>;

/**
 * The snapshots' only writer; the worker alone may import this file. A full area stops nobody: each snapshot is made
 * again from what is stored.
 */
export function createSnapshotPublisher(now: () => number): PublishSnapshot {
  return async (name, value) => {
    const write = (what: typeof value): Promise<boolean> => {
      const published: Published<typeof value> = { ...what, asOf: now() };
      return setInSession(snapshotKey(name), pack(published));
    };
    if ((await write(value)) || !isQueue(name, value)) return;
    // Half a list is better than one that is "loading" for ever.
    for (let part = halved(value); part && !(await write(part as typeof value));) part = halved(part);
  };
}

function isQueue(name: SnapshotName, value: Snapshots[SnapshotName]): value is Snapshots['queue'] {
  return name === 'queue' && 'rows' in value;
}

/** Published at every worker start and never taken back: when it goes, the area was cleared under us. */
const ALWAYS_THERE = snapshotKey('storage');

/** Tells that somebody has cleared `storage.session`: everything in it must be published again. */
export function watchCleared(onCleared: () => void): void {
  browser.storage.session.onChanged.addListener((changes) => {
    const change = changes[ALWAYS_THERE];
    if (change && typeof change.newValue !== 'string') onCleared();
  });
}
