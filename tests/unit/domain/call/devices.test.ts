import { expect, it } from 'vitest';
import { readDevices, STANDARD_DEVICES } from '@/lib/domain/call/devices';

it.each([[undefined], [null], ['x'], [{ microphoneId: 7, speakerId: {} }], [{ microphoneId: 'x'.repeat(300) }]])(
  'reads %o as the standard',
  (given) => {
    expect(readDevices(given)).toEqual(STANDARD_DEVICES);
  },
);

it('reads a choice, and nothing else with it', () => {
  expect(readDevices({ microphoneId: 'a', speakerId: 'b', more: 1 })).toEqual({ microphoneId: 'a', speakerId: 'b' });
});
