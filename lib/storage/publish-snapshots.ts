import { browser } from 'wxt/browser';
import { pack, snapshotKey, type Published, type SnapshotName, type Snapshots } from './snapshots';

export type PublishSnapshot = <Name extends SnapshotName>(name: Name, value: Snapshots[Name]) => Promise<void>;

/** The snapshots' only writer; the worker alone may import this file. */
export function createSnapshotPublisher(now: () => number): PublishSnapshot {
  return async (name, value) => {
    const published: Published<typeof value> = { ...value, asOf: now() };
    await browser.storage.session.set({ [snapshotKey(name)]: pack(published) });
  };
}
