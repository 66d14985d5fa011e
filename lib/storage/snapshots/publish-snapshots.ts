import { browser } from 'wxt/browser';
import { setInSession } from './session-area';
import { pack, snapshotKey, type Published, type SnapshotName, type Snapshots } from './snapshots';

export type PublishSnapshot = <Name extends SnapshotName>(name: Name, value: Snapshots[Name]) => Promise<void>;

/**
 * The snapshots' only writer; the worker alone may import this file. A full area stops nobody: each snapshot is made
 * again from what is stored.
 */
export function createSnapshotPublisher(now: () => number): PublishSnapshot {
  return async (name, value) => {
    const published: Published<typeof value> = { ...value, asOf: now() };
    await setInSession(snapshotKey(name), pack(published));
  };
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
