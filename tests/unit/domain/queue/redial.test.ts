import { expect, it } from 'vitest';
import { mayRedial, workOfRedial } from '@/lib/domain/queue/redial';
import { aCall, aNumber } from '@/tests/support/builders/builders';

it('calls the same person and number again, for no piece of work', () => {
  const call = aCall();
  expect(workOfRedial(call)).toMatchObject({
    source: { kind: 'none' },
    person: {
      name: call.person.name,
      numbers: [{ e164: aNumber() }],
      doNotContact: 'unknown',
      callRestricted: 'unknown',
    },
  });
});

it('within the hour', () => {
  expect([mayRedial({ placedAt: 0 }, 3_599_999), mayRedial({ placedAt: 0 }, 3_600_000)]).toEqual([true, false]);
});
