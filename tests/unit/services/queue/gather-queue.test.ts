import { expect, it } from 'vitest';
import { hiddenPerson } from '@/lib/domain/queue/due-queue';
import { asId, type ActionId, type CadenceId } from '@/lib/domain/core/ids';
import { gatherQueue } from '@/lib/services/queue/gather-queue';
import type { QueueSource } from '@/lib/services/queue/queue-port';
import { EMPTY_QUEUE, type QueueView } from '@/lib/domain/queue/queue-view';
import { aPersonId, aRep, noAnswer } from '@/tests/support/builders/builders';

const action = (id: string) => ({
  actionId: asId<ActionId>(id),
  dueAt: 1_000,
  personId: aPersonId(),
  cadenceId: asId<CadenceId>('5'),
  stepId: undefined,
  taskId: undefined,
});

const failedNames = () => Promise.resolve({ ok: false as const, failure: noAnswer() });

function gather(change: Partial<QueueSource>) {
  const published: QueueView[] = [];
  const failed = () => Promise.resolve({ ok: false as const, failure: noAnswer() });
  const source: QueueSource = {
    firstActions: failed,
    firstTasks: failed,
    people: (ids) => Promise.resolve({ ok: true, value: ids.map((id) => ({ ...hiddenPerson(id), name: 'Pat' })) }),
    accounts: failed,
    someCadences: failed,
    cadences: failed,
    steps: failed,
    ...change,
  };
  const deps = {
    source,
    publish: (view: QueueView) => Promise.resolve(void published.push(view)),
    doneAmong: () => Promise.resolve(new Set(['action:done'])),
  };
  return { published, gathered: gatherQueue(deps, aRep(), 5_000, EMPTY_QUEUE) };
}

it('shows rows as soon as the people are known, and none whose log is on its way', async () => {
  const { published, gathered } = gather({});
  gathered.add({ actions: [action('1'), action('done')], tasks: [] });
  expect(await gathered.readPeople('all')).toBeUndefined();
  expect(published[0]).toMatchObject({ isComplete: false, rows: [{ workId: 'action:1', person: { name: 'Pat' } }] });
});

it('does without company, cadence and step, but not without people', async () => {
  const whole = gather({});
  whole.gathered.add({ actions: [action('1')], tasks: [] });
  await whole.gathered.readPeople('all');
  await whole.gathered.readAccounts('all');
  await whole.gathered.readNames(failedNames());
  await whole.gathered.finish();
  expect(whole.published.at(-1)).toMatchObject({ state: 'ready', isComplete: true, rows: [{ cadenceName: '' }] });

  const without = gather({ people: () => Promise.resolve({ ok: false, failure: noAnswer() }) });
  without.gathered.add({ actions: [action('1')], tasks: [] });
  expect(await without.gathered.readPeople('all')).toMatchObject({ code: 'salesloft-timeout' });
});

it('names the cadences without due work apart', async () => {
  const { published, gathered } = gather({});
  gathered.add({ actions: [action('1')], tasks: [] });
  await gathered.readPeople('all');
  const some = [
    { id: '5', name: 'Due one' },
    { id: '6', name: 'Quiet one' },
  ];
  await gathered.readNames(Promise.resolve({ ok: true, value: some }));
  await gathered.finish();
  expect(published.at(-1)?.otherCadences).toEqual([{ cadenceId: '6', name: 'Quiet one' }]);
});
