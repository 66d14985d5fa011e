import { expect, it, vi } from 'vitest';
import { createHold } from '@/lib/phone/sip/hold-call';

function setUp(given: { answers?: boolean; takes?: 'yes' | 'no' } = {}) {
  const asked: string[] = [];
  const ask = (what: string) => (_options: object, done?: () => void) => {
    asked.push(what);
    if (given.takes !== 'no') done?.();
    return true;
  };
  const leg = { hold: ask('hold'), unhold: ask('unhold') };
  const hold = createHold(leg, {
    isOver: () => false,
    answers: () => Promise.resolve(given.answers ?? true),
  });
  return { hold, asked };
}

it('holds, and goes on', async () => {
  const { hold, asked } = setUp();
  expect([await hold.set(true), await hold.set(false), asked]).toEqual([true, true, ['hold', 'unhold']]);
});

it('changes nothing while the phone system is out of reach', async () => {
  const { hold, asked } = setUp({ answers: false });
  expect([await hold.set(true), asked]).toEqual([false, []]);
});

it('gives the rep’s voice back when a hold comes to nothing', async () => {
  const { hold, asked } = setUp({ takes: 'no' });
  const held = hold.set(true);
  await vi.waitFor(() => expect(asked).toEqual(['hold']));
  hold.refused();
  expect([await held, asked]).toEqual([false, ['hold', 'unhold']]);
});
