import type { OutboxRow } from '../../../lib/domain/outbox/outbox-row.ts';
import { entry, outbox, reason, receipt, rep, state, type PanelState } from './panel-snapshots.ts';
import { MARKUP_NAME } from './panel-rows.ts';
import { MINUTE, now, type Plain } from './plain.ts';

const RTL_NAME = 'نور الهدى عبد الرحمن بن عبد العزيز آل سعود';
const LONG_NAME = 'Gus With-A-Name-That-Is-Longer-Than-Any-Panel-Of-320-Pixels';

const refusal = (refusals: Record<string, string>): Plain<NonNullable<OutboxRow['reason']>> => ({
  code: 'refused',
  field: Object.keys(refusals)[0] ?? '',
  words: Object.entries(refusals)
    .map(([field, words]) => `${field} ${words}`)
    .join('; '),
  refusals,
});
const needy = (id: string, change: Plain<Partial<OutboxRow>>) => entry('needsAttention', { entryId: id, ...change });
const waiting = (count: number, change: Plain<Partial<OutboxRow>> = {}) =>
  Array.from({ length: count }, (_none, index) =>
    entry('waiting', {
      entryId: `waiting-${index}`,
      personName: `Ann Person-${index}`,
      createdAt: now - index * MINUTE,
      ...change,
    }),
  );
const delivered = (count: number) =>
  Array.from({ length: count }, (_none, index) =>
    entry('delivered', {
      entryId: `delivered-${index}`,
      personName: index === 0 ? RTL_NAME : `Bea Person-${index}`,
      receipt,
    }),
  );

const OUTBOX = (count: number) => ['tab', count === 0 ? 'Outbox' : `Outbox ${count}`] as const;

const everything = outbox(
  entry('held', { nextTryAt: now + 5 * MINUTE }),
  entry('waiting', { personName: MARKUP_NAME }),
  entry('sending', { personName: LONG_NAME }),
  entry('checking', { reason: reason('worker-stopped') }),
  entry('retry', { reason: reason('salesloft-error', 'upstream request timeout') }),
  needy('dead-1', { reason: refusal({ disposition: 'is not included in the list' }), personName: RTL_NAME }),
  needy('dead-2', { reason: reason('salesloft-timeout'), notes: 'a very long note '.repeat(60), hasMoreNotes: true }),
  needy('dead-3', { reason: reason('completed-elsewhere') }),
  needy('dead-4', { reason: reason('not-found', 'Not Found') }),
  ...delivered(3),
);

/** What the outbox may hold, each as a rep sees it. */
export const OUTBOX_STATES: readonly PanelState[] = [
  state('outbox', 'Retry 2 of 5', { outbox: everything }, [OUTBOX(9)]),
  state('outbox-unfolded', 'In Salesloft as call 440017', { outbox: outbox(entry('waiting'), ...delivered(3)) }, [
    OUTBOX(1),
    ['button', 'Delivered today 3'],
  ]),
  state('outbox-delivered-only', 'In Salesloft as call 440017', { outbox: outbox(...delivered(2)) }, [OUTBOX(0)]),
  state(
    'outbox-signed-out',
    '3 logs will be sent automatically once you sign in',
    {
      signIn: { state: 'expired', rep },
      outbox: outbox(...waiting(3, { state: 'needsSignIn', reason: reason('sign-in-expired') })),
    },
    [OUTBOX(3)],
  ),
  state('outbox-signed-out-wholly', '3 logs are saved on this device', {
    signIn: { state: 'signedOut' },
    outbox: outbox(...waiting(3)),
  }),
  state(
    'outbox-other-rep',
    'as another Salesloft user',
    { outbox: outbox(...waiting(1, { state: 'needsSignIn', isOfOther: true })) },
    [OUTBOX(1)],
  ),
  state(
    'outbox-rate-limited',
    'request limit applies until',
    {
      outbox: {
        ...outbox(...waiting(2, { state: 'retry', retry: 1, nextTryAt: now + MINUTE, reason: reason('rate-limited') })),
        waitUntil: now + 5 * MINUTE,
      },
    },
    [OUTBOX(2)],
  ),
  state('outbox-many', 'Ann Person-1', { outbox: { ...outbox(...waiting(40)), unsent: 40, deliveredToday: 1_000 } }, [
    OUTBOX(40),
  ]),
  state(
    'outbox-edit-number',
    'is not a valid phone number',
    {
      outbox: outbox(
        needy('dead-1', { personName: LONG_NAME, reason: refusal({ to: 'is not a valid phone number' }) }),
      ),
    },
    [OUTBOX(1), ['button', 'Edit']],
  ),
  state(
    'outbox-edit-renamed',
    'no longer exists in Salesloft',
    {
      outbox: outbox(
        needy('dead-1', { disposition: 'Reached', reason: refusal({ disposition: 'is not included in the list' }) }),
      ),
    },
    [OUTBOX(1), ['button', 'Edit']],
  ),
  state(
    'outbox-edit-unnamed',
    'Duration',
    { outbox: outbox(needy('dead-1', { reason: reason('refused', 'Unprocessable') })) },
    [OUTBOX(1), ['button', 'Edit']],
  ),
  state(
    'outbox-discard',
    'be in Salesloft. Discard this log permanently',
    { outbox: outbox(needy('dead-1', { personName: MARKUP_NAME, reason: reason('permission-missing') })) },
    [OUTBOX(1), ['button', 'Discard']],
  ),
  state('outbox-empty', 'The outbox is empty', {}, [OUTBOX(0)]),
];
