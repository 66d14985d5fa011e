import { expect, it } from 'vitest';
import type { DialerError } from '@/lib/domain/core/errors';
import { createReconcileDay, type ReconcileDayDeps } from '@/lib/services/journal/reconcile-day';
import { aLoggedCall, anHttpFailure, aSignedInAccount } from '@/tests/support/builders/builders';

function setUp(change: Partial<ReconcileDayDeps> = {}) {
  const asked: string[] = [];
  const reconcileDay = createReconcileDay({
    readSignIn: () => Promise.resolve(aSignedInAccount()),
    listJournal: () => Promise.resolve([]),
    findLoggedSince: () => Promise.resolve({ ok: true, value: [aLoggedCall()] }),
    readNotes: (ids) => {
      asked.push(...ids);
      return Promise.resolve({ ok: true, value: new Map() });
    },
    mayRead: () => true,
    now: () => 1_700_000_000_000,
    ...change,
  });
  return { reconcileDay, asked };
}

it('reads the notes of calls that nothing else accounts for', async () => {
  const { reconcileDay, asked } = setUp();
  expect((await reconcileDay()).onlyThere).toHaveLength(1);
  expect(asked).toEqual(['77']);
});

it('decides by the fields where the rep may not read notes', async () => {
  const failure = anHttpFailure(403, { code: 'permission-missing' });
  const { reconcileDay } = setUp({ readNotes: () => Promise.resolve({ ok: false, failure }) });
  expect((await reconcileDay()).onlyThere).toHaveLength(1);
});

it.each([
  ['not-signed-in', { readSignIn: () => Promise.resolve({ state: 'signedOut' as const }) }],
  ['rate-limited', { mayRead: () => false }],
  [
    'salesloft-error',
    {
      findLoggedSince: () =>
        Promise.resolve({ ok: false as const, failure: anHttpFailure(500, { code: 'salesloft-error' }) }),
    },
  ],
])('says %s', async (code, change) => {
  await expect(setUp(change).reconcileDay()).rejects.toEqual(expect.objectContaining({ code }) as DialerError);
});
