import { expect, it } from 'vitest';
import { toCallLog } from '@/lib/domain/wrap-up/call-log';
import { anEndedCall } from '@/tests/support/builders/builders';

it('carries the call and the rep’s words, names not ids, whole seconds, the action alone', () => {
  const draft = { disposition: 'Connected', sentiment: 'Interested', notes: 'Spoke.' };
  expect(toCallLog(anEndedCall(), draft)).toEqual({
    personId: '26962',
    to: '+14045550134',
    duration: 62,
    ...draft,
    completes: { kind: 'action', actionId: '271088' },
  });
});
