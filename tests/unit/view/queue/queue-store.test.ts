import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import type { DueWork } from '@/lib/domain/queue/due-work';
import { asId, type CadenceId } from '@/lib/domain/core/ids';
import type { QueueView } from '@/lib/domain/queue/queue-view';
import { createNotices } from '@/lib/view/core/notices';
import { createQueueStore } from '@/lib/view/queue/queue-store';
import { aNumber, aPersonNumber } from '@/tests/support/builders/builders';
import { aDueWork, aQueue } from '../../../support/builders/view';
import { createFakeSend } from '../../../support/fakes/fake-send';

const cadence = (id: string, cadenceName: string) => ({ cadenceId: asId<CadenceId>(id), cadenceName });

function setUp(rows: readonly DueWork[], change: Partial<QueueView> = {}) {
  const worker = createFakeSend();
  const store = createQueueStore({
    send: worker.send,
    queue: signal(aQueue({ rows, ...change })),
    notices: createNotices(),
  });
  const names = () => store.shown.value.map((row) => row.person.name);
  return { worker, store, names };
}

describe('the queue as the rep filters it', () => {
  const rows = [
    aDueWork('Ada Lovelace', { person: { company: 'Analytical Engines' }, ...cadence('1', 'Winter') }),
    aDueWork('Bo Diddley', { person: { title: 'Head of Rhythm' }, isOverdue: false, ...cadence('2', 'Autumn') }),
    aDueWork('Cy Young', {
      isOverdue: false,
      person: { numbers: [aPersonNumber({ e164: aNumber('+442079460985'), raw: '020 7946 0985' })] },
    }),
  ];

  it('finds by name, company and title, whatever the case', () => {
    const { store, names } = setUp(rows);
    for (const [typed, found] of [
      ['love', 'Ada Lovelace'],
      ['ENGINES', 'Ada Lovelace'],
      ['rhythm', 'Bo Diddley'],
    ] as const) {
      store.search.value = typed;
      expect(names()).toEqual([found]);
    }
  });

  it('finds a number as dialed or as typed in Salesloft, with whatever signs between', () => {
    const { store, names } = setUp(rows);
    for (const typed of ['+44 20 7946', '020 7946-0985', '7946.0985', '(020) 7946']) {
      store.search.value = typed;
      expect(names()).toEqual(['Cy Young']);
    }
    expect(store.isNumberWanted.value).toBe(true);
  });

  it('knows a name from a number', () => {
    const { store } = setUp(rows);
    for (const typed of ['', '12', 'Area 51', 'Ada 404 555']) {
      store.search.value = typed;
      expect(store.isNumberWanted.value).toBe(false);
    }
  });

  it('offers the cadences with due work and their counts first, then the rest', () => {
    const others = [
      { cadenceId: asId<CadenceId>('9'), name: 'Spring' },
      { cadenceId: asId<CadenceId>('1'), name: 'Winter' },
    ];
    const { store, names } = setUp([...rows, aDueWork('Di', cadence('1', 'Winter'))], { otherCadences: others });
    expect(store.cadences.value).toEqual([
      { id: '2', name: 'Autumn', count: 1 },
      { id: '1', name: 'Winter', count: 2 },
      { id: '9', name: 'Spring', count: 0 },
    ]);
    store.cadence.value = '1';
    expect(names()).toEqual(['Ada Lovelace', 'Di']);
    expect([store.overdue.value.length, store.today.value.length]).toEqual([2, 0]);
    store.clearFilter();
    expect(store.isFiltered.value).toBe(false);
    expect(names()).toHaveLength(4);
  });

  it('goes on with the next person who has a number, and from the top after the last', () => {
    const people = [aDueWork('One'), aDueWork('None', { person: { numbers: [] } }), aDueWork('Three')];
    const { store } = setUp(people);
    store.moveOn('action:One');
    expect(store.current.value).toBe('action:Three');
    store.moveOn('action:Three');
    expect(store.current.value).toBe('action:One');
    const alone = setUp([aDueWork('One')]).store;
    alone.moveOn('action:One');
    expect(alone.current.value).toBe('');
  });

  it('writes a number as the list does', () => {
    const { store } = setUp(rows);
    expect(store.displayOf('+14045550134')).toBe('+1 404 555 0134');
    expect(store.displayOf('+15005550000')).toBe('+15005550000');
  });

  it('asks the worker to look, and says what went wrong', async () => {
    const worker = createFakeSend();
    const notices = createNotices();
    const store = createQueueStore({ send: worker.send, queue: signal(undefined), notices });
    notices.warn('Something the rep has not read yet');
    await store.read('opened');
    expect(notices.trouble.value).toBe('Something the rep has not read yet');
    await store.read('asked');
    expect(notices.trouble.value).toBe('');
    expect(worker.sent).toEqual([
      { type: 'queue.read', input: { why: 'opened' } },
      { type: 'queue.read', input: { why: 'asked' } },
    ]);
  });
});
