// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { QueueRow } from '@/components/queue/QueueRow';
import type { CallsView } from '@/lib/domain/call/calls-view';
import type { Person } from '@/lib/domain/call/person';
import type { DueWork } from '@/lib/domain/queue/due-work';
import { createDialerStore } from '@/lib/view/call/dialer-store';
import { createNotices } from '@/lib/view/core/notices';
import { createQueueStore } from '@/lib/view/queue/queue-store';
import { aNumber, aPersonNumber } from '@/tests/support/builders/builders';
import { aDueWork, aQueue } from '@/tests/support/builders/view';
import { createFakeSend } from '@/tests/support/fakes/fake-send';
import { button, descriptionOf, draw, find } from '@/tests/support/panel/drawn';

afterEach(() => render(null, document.body));

const NOON = Date.UTC(2026, 5, 1, 16);
const NEXT = aDueWork('Next One');

function drawRow(person: Partial<Person> = {}, change: Partial<Omit<DueWork, 'person'>> = {}) {
  const work = aDueWork('Pat Lee', { person, ...change });
  const { send, sent, answer } = createFakeSend();
  answer({ kind: 'placed' });
  const notices = createNotices();
  const queue = createQueueStore({ send, notices, queue: signal(aQueue({ rows: [work, NEXT] })) });
  const dialer = createDialerStore({
    send,
    notices,
    calls: signal<CallsView | undefined>(undefined),
    microphone: signal('granted' as const),
    handOff: vi.fn(),
    openMicrophonePage: vi.fn(),
    newId: () => 'new-call',
  });
  const openPerson = vi.fn();
  const clock = { second: signal(NOON), minute: signal(NOON) };
  draw(<QueueRow work={work} place={1} count={2} isTabStop />, {
    dialer,
    queue,
    openPerson,
    clock,
    settings: signal(undefined),
  });
  const dialed = () =>
    sent.filter(({ type }) => type === 'call.place').map(({ input }) => (input as { to: string }).to);
  return { dialed, queue, openPerson };
}

const TWO = [
  aPersonNumber(),
  aPersonNumber({ kind: 'mobile', e164: aNumber('+14045550199'), display: '+1 404 555 0199' }),
];

describe('a row of the queue', () => {
  it('says who is to be called, why and on which number', () => {
    drawRow({ title: 'CFO', company: '' });
    expect([...document.body.querySelectorAll('.row-words > p')].slice(0, 3).map((line) => line.textContent)).toEqual([
      'Pat Lee',
      'CFO',
      'Winter · Day 1: Step 2 - Phone',
    ]);
    expect(descriptionOf(button('Call Pat Lee'))).toBe('+1 404 555 0134');
  });

  it('calls its only number, and the keyboard goes on with the next row', () => {
    const { dialed, queue } = drawRow();
    button('Call Pat Lee').click();
    expect(dialed()).toEqual(['+14045550134']);
    expect(queue.current.value).toBe(NEXT.workId);
  });

  it('calls the number that was chosen of several', () => {
    const { dialed } = drawRow({ numbers: TWO });
    const choice = find<HTMLSelectElement>('select[aria-label="Number of Pat Lee"]');
    void act(() => {
      choice.value = '+14045550199';
      choice.dispatchEvent(new Event('change', { bubbles: true }));
    });
    button('Call Pat Lee').click();
    expect(dialed()).toEqual(['+14045550199']);
  });

  it('without a number that can be dialed leads to the person in Salesloft', () => {
    const { openPerson } = drawRow({ numbers: [] });
    expect(document.body.textContent).toContain('No phone number in Salesloft');
    button('Open Pat Lee in Salesloft').click();
    expect(openPerson).toHaveBeenCalledExactlyOnceWith('Pat Lee');
  });

  it('of somebody who may not be called says so in place of the number, and calls nobody', () => {
    const { dialed } = drawRow({ doNotContact: 'yes' });
    const call = button('Call Pat Lee');
    expect([call.disabled, descriptionOf(call)]).toEqual([true, 'Do not contact']);
    call.click();
    expect(dialed()).toEqual([]);
  });

  it('has words for a person whose name Salesloft hides', () => {
    drawRow({ name: '' });
    expect(button('Call Person hidden in Salesloft').disabled).toBe(false);
  });

  it('is where the keyboard stands once something in it has the focus', () => {
    const { queue } = drawRow();
    void act(() => button('Call Pat Lee').focus());
    expect(queue.current.value).toBe('action:Pat Lee');
  });
});
