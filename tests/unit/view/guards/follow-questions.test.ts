import { signal } from '@preact/signals';
import { expect, it, vi } from 'vitest';
import type { Published, QuestionSnapshot } from '@/lib/storage/snapshots/snapshots';
import type { GuardQuestion } from '@/lib/view/call/dialer-store';
import { followQuestions } from '@/lib/view/guards/follow-questions';
import { aPersonNumber } from '@/tests/support/builders/builders';
import { aDueWork } from '@/tests/support/builders/view';

function setUp() {
  const asked = signal<Published<QuestionSnapshot> | undefined>(undefined);
  const dialer = { question: signal<GuardQuestion | undefined>(), blocked: signal<GuardQuestion | undefined>() };
  const onSessionOver = vi.fn<() => void>();
  followQuestions(asked, dialer, onSessionOver);
  return { asked, dialer, onSessionOver };
}

const refusal = { reasons: ['called-recently'], work: aDueWork('Ann'), number: aPersonNumber() } as const;

it('puts what a guard asks and what it forbids into the dialogs of each', () => {
  const { asked, dialer } = setUp();
  asked.value = { question: { kind: 'ask', ...refusal }, asOf: Date.now() };
  expect([dialer.question.value?.work.person.name, dialer.blocked.value]).toEqual(['Ann', undefined]);
  asked.value = { question: { kind: 'blocked', ...refusal }, asOf: Date.now() };
  expect(dialer.blocked.value?.work.person.name).toBe('Ann');
});

it('says that the dial session is over', () => {
  const { asked, dialer, onSessionOver } = setUp();
  asked.value = { question: { kind: 'session-over' }, asOf: Date.now() };
  expect(onSessionOver).toHaveBeenCalledOnce();
  expect(dialer.blocked.value).toBeUndefined();
});

it('leaves out what was asked of a moment that is over', () => {
  const { asked, dialer, onSessionOver } = setUp();
  asked.value = { question: { kind: 'session-over' }, asOf: Date.now() - 30_000 };
  asked.value = { question: { kind: 'ask', ...refusal }, asOf: Date.now() - 30_000 };
  expect(onSessionOver).not.toHaveBeenCalled();
  expect(dialer.question.value).toBeUndefined();
});
