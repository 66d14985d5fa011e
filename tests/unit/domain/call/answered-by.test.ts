import { expect, it } from 'vitest';
import { reachedPerson, sayWhoAnswered } from '@/lib/domain/call/answered-by';
import { aCall, anEndedCall } from '@/tests/support/builders/builders';

const connected = aCall({ state: 'connected', connectedAt: 1_000 });

it('takes the rep’s word for who answered, and takes it back', () => {
  const screened = sayWhoAnswered(connected, 'assistant');
  expect(screened.answeredBy).toBe('assistant');
  expect(sayWhoAnswered(screened, 'assistant')).toBe(screened);
  expect(sayWhoAnswered(screened, 'person').answeredBy).toBe('person');
  expect(sayWhoAnswered(connected, 'person')).toBe(connected);
});

it.each([
  ['that still rings', aCall({ state: 'ringing' })],
  ['that is over', anEndedCall()],
])('has nothing to say of a call %s', (_words, call) => {
  expect(sayWhoAnswered(call, 'assistant')).toBe(call);
});

it.each([
  ['answered', {}, true],
  ['answered by a voicemail', { answeredBy: 'voicemail' }, false],
  ['answered by an assistant', { answeredBy: 'assistant' }, false],
  ['answered by an assistant that put the person through', { answeredBy: 'person' }, true],
] as const)('a call %s', (_words, change, reached) => {
  expect(reachedPerson(anEndedCall(change))).toBe(reached);
});

it('counts no call as a connect that nobody answered', () => {
  expect(reachedPerson(aCall({ state: 'ended', endReason: 'noAnswer' }))).toBe(false);
});
