import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createSnapshotPublisher } from '@/lib/storage/snapshots/publish-snapshots';
import { readSnapshot, watchSnapshot } from '@/lib/storage/snapshots/snapshots';
import { aSignedInAccount } from '@/tests/support/builders/builders';

describe('snapshots', () => {
  beforeEach(() => {
    fakeBrowser.reset();
  });

  it('are read back whole, with the time they were published at', async () => {
    const publish = createSnapshotPublisher(() => 5_000);
    await publish('signIn', aSignedInAccount());
    expect(await readSnapshot('signIn')).toEqual({ ...aSignedInAccount(), asOf: 5_000 });
  });

  it('are undefined before the worker has published', async () => {
    expect(await readSnapshot('queue')).toBeUndefined();
  });

  it('reach who watches them, and nobody else, until the watching ends', async () => {
    const publish = createSnapshotPublisher(() => 1);
    const seen: unknown[] = [];
    const stop = watchSnapshot('signIn', (account) => seen.push(account?.state));
    await publish('signIn', { state: 'connecting' });
    await publish('outbox', { unsent: 1, needsAttention: 0, deliveredToday: 0, waitUntil: 0, entries: [] });
    stop();
    await publish('signIn', { state: 'signedOut' });
    expect(seen).toEqual(['connecting']);
  });
});
