import { expect, it } from 'vitest';
import { DialerError } from '@/lib/domain/core/errors';
import { isWorkerGoing } from '@/lib/messaging/going-worker';

it.each([new Error('No SW'), new TypeError('No SW.')])('knows the words of a worker that is going: %s', (error) => {
  expect(isWorkerGoing(error)).toBe(true);
});

it.each([new Error('No SWitch'), new Error(''), new DialerError('storage-failed', 'No SW'), 'No SW', undefined])(
  'takes %s for what it is',
  (error) => {
    expect(isWorkerGoing(error)).toBe(false);
  },
);
