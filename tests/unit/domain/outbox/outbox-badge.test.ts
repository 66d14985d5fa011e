import { expect, it } from 'vitest';
import { badgeOf } from '@/lib/domain/outbox/outbox-badge';

it.each([
  [{ unsent: 0, needsAttention: 0, isSignedIn: false }, { kind: 'none' }],
  [{ unsent: 3, needsAttention: 0, isSignedIn: true }, { kind: 'none' }],
  [
    { unsent: 3, needsAttention: 0, isSignedIn: false },
    { kind: 'needsSignIn', count: 3 },
  ],
  [
    { unsent: 3, needsAttention: 2, isSignedIn: false },
    { kind: 'needsAttention', count: 2 },
  ],
])('%o shows %o', (outbox, badge) => {
  expect(badgeOf(outbox)).toEqual(badge);
});
