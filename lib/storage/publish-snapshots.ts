import { setInSession } from './session-area';
import { pack, snapshotKey, type Published, type SnapshotName, type Snapshots } from './snapshots';

export type PublishSnapshot = <Name extends SnapshotName>(name: Name, value: Snapshots[Name]) => Promise<void>;

/** The snapshots' only writer, which stops nobody when the area is full: each is made again from what is stored; the worker alone may import this file. */
export function createSnapshotPublisher(now: () => number): PublishSnapshot {
  return async (name, value) => {
    const published: Published<typeof value> = { ...value, asOf: now() };
    await setInSession(snapshotKey(name), pack(published));
  };
}
