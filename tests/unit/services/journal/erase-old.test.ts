import { beforeEach, describe, expect, it } from 'vitest';
import { asId, type CallId } from '@/lib/domain/core/ids';
import { createEraseOld, type ErasureMark } from '@/lib/services/journal/erase-old';

const DAY = 86_400_000;

describe('erasing what is old', () => {
  const world = {
    now: 100 * DAY,
    mark: undefined as ErasureMark | undefined,
    calls: new Map<CallId, number>(),
    waiting: new Set<CallId>(),
    erased: [] as CallId[],
  };
  const eraseOld = createEraseOld({
    readMark: () => Promise.resolve(world.mark),
    writeMark: (mark) => Promise.resolve(void (world.mark = mark)),
    listPlaced: (after, until, limit) =>
      Promise.resolve(
        [...world.calls]
          .filter(([, at]) => at > after && at <= until)
          .slice(0, limit)
          .map(([callId, placedAt]) => ({ callId, placedAt })),
      ),
    erase: (callId) => {
      if (world.waiting.has(callId)) return Promise.resolve(false);
      world.erased.push(callId);
      return Promise.resolve(true);
    },
    readRetentionDays: () => Promise.resolve(7),
    now: () => world.now,
  });
  const id = (place: number) => asId<CallId>(`call-${place}`);

  beforeEach(() => {
    Object.assign(world, { now: 100 * DAY, mark: undefined, waiting: new Set(), erased: [] });
    world.calls = new Map(Array.from({ length: 250 }, (_, place) => [id(place), 92 * DAY + place]));
    world.calls.set(id(999), 95 * DAY);
  });

  it('erases all that is old enough, and looks at nothing twice', async () => {
    await eraseOld();
    expect(world.erased).toHaveLength(250);
    await eraseOld();
    expect(world.erased).toHaveLength(250);
    world.now += 3 * DAY;
    await eraseOld();
    expect(world.erased.at(-1)).toBe(id(999));
  });

  it('comes back to what could not be erased yet', async () => {
    world.waiting.add(id(5));
    await eraseOld();
    expect(world.erased).not.toContain(id(5));
    world.waiting.clear();
    await eraseOld();
    expect(world.erased.at(-1)).toBe(id(5));
  });
});
