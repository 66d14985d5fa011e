import { describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createSnapshotPublisher, watchCleared } from '@/lib/storage/snapshots/publish-snapshots';
import { setInSession } from '@/lib/storage/snapshots/session-area';
import type { QueueView } from '@/lib/domain/queue/queue-view';
import { readSnapshot } from '@/lib/storage/snapshots/snapshots';
import { SOUND_STORAGE } from '@/lib/domain/journal/storage-trouble';

const NO_CALLS = { call: null, wrapUp: null, unfinished: [] };
const QUEUE: QueueView = { state: 'ready', step: 'none', isComplete: true, readAt: 1, rows: [], otherCadences: [] };

/** Chrome's area with room for so many characters. */
function withRoomFor(characters: number): void {
  const area = browser.storage.session;
  const set: (items: Record<string, unknown>) => Promise<void> = area.set.bind(area);
  const spied: { mockImplementation: (work: typeof set) => unknown } = vi.spyOn(area, 'set');
  spied.mockImplementation(async (items) => {
    const all = { ...(await area.get(null)), ...items };
    if (JSON.stringify(all).length > characters) throw new Error('Session storage quota bytes exceeded.');
    await set(items);
  });
}

describe('a full storage.session', () => {
  it('lets the list of people go first, and stops nobody', async () => {
    fakeBrowser.reset();
    const publish = createSnapshotPublisher(() => 1);
    await publish('queue', QUEUE);
    await setInSession('other', 'x'.repeat(500));
    withRoomFor(700);
    await publish('call', NO_CALLS);
    expect(await readSnapshot('call')).toEqual({ ...NO_CALLS, asOf: 1 });
    expect(await readSnapshot('queue')).toBeUndefined();
  });

  it('takes as much of a list as there is room for, instead of none', async () => {
    fakeBrowser.reset();
    withRoomFor(1_500);
    const rows = Array.from(
      { length: 64 },
      (_none, index) => ({ workId: `action:${index}`, name: 'x'.repeat(20) }) as never,
    );
    await createSnapshotPublisher(() => 1)('queue', { ...QUEUE, rows });
    const kept = await readSnapshot('queue');
    expect([kept?.state, kept?.rows.length, kept?.isCut, kept?.rows[0]?.workId]).toEqual([
      'ready',
      16,
      true,
      'action:0',
    ]);
  });

  it('is no failure when there is no room at all', async () => {
    fakeBrowser.reset();
    withRoomFor(10);
    await expect(createSnapshotPublisher(() => 1)('call', NO_CALLS)).resolves.toBeUndefined();
    expect(await setInSession('unsaved', 'x'.repeat(50))).toBe(false);
  });
});

it('tells when the area was cleared, and not of its own changes', async () => {
  fakeBrowser.reset();
  const cleared = vi.fn();
  watchCleared(cleared);
  const publish = createSnapshotPublisher(() => 1);
  await publish('storage', SOUND_STORAGE);
  await publish('queue', QUEUE);
  await browser.storage.session.remove('snapshot:queue');
  expect(cleared).not.toHaveBeenCalled();
  // Chrome tells of a cleared area as of so many removed keys; the fake one tells nothing of `clear`.
  await browser.storage.session.remove('snapshot:storage');
  expect(cleared).toHaveBeenCalledOnce();
});
