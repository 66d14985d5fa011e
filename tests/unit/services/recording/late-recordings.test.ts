import { expect, it } from 'vitest';
import { asId, type CallId } from '@/lib/domain/core/ids';
import type { LateRecording } from '@/lib/domain/recording/late-recording';
import { createLateRecordings } from '@/lib/services/recording/late-recordings';

const ONE = asId<CallId>('one');
const OTHER = asId<CallId>('other');

function setUp() {
  let kept: readonly LateRecording[] | undefined;
  let last: Promise<void> = Promise.resolve();
  return createLateRecordings({
    read: () => Promise.resolve(kept),
    write: (list) => Promise.resolve(void (kept = list)),
    underLock: (work) => (last = last.then(work)),
    now: () => 1_000,
  });
}

it('keeps every link that is added at the same moment, and of one call the latest', async () => {
  const late = setUp();
  await Promise.all([late.add(ONE, 'a'), late.add(OTHER, 'b'), late.add(ONE, 'c')]);
  expect((await late.list()).map(({ link }) => link)).toEqual(['b', 'c']);
});

it('keeps a link that came while an earlier one of the call was dealt with', async () => {
  const late = setUp();
  await late.add(ONE, 'a');
  const [first] = await late.list();
  await late.add(ONE, 'b');
  if (first) await late.settle(first, undefined);
  expect((await late.list()).map(({ link }) => link)).toEqual(['b']);
});

it('puts what waits to be tried again in its place, and lets go of what is done', async () => {
  const late = setUp();
  await late.add(ONE, 'a');
  const [first] = await late.list();
  if (!first) throw new Error('Nothing was added.');
  await late.settle(first, { ...first, tries: 1 });
  expect(await late.list()).toMatchObject([{ tries: 1 }]);
  await late.settle(first, undefined);
  expect(await late.list()).toEqual([]);
});
