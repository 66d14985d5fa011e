import { expect, it } from 'vitest';
import {
  endDialSession,
  pauseDialSession,
  settleWork,
  startDialSession,
  type DialSession,
} from '@/lib/domain/dial-session/dial-session';
import type { DueWork } from '@/lib/domain/queue/due-work';
import { createDialNext } from '@/lib/services/dial-session/dial-next';
import type { PlaceCallOutcome } from '@/lib/domain/guards/place-call-request';
import { aCallId } from '@/tests/support/builders/builders';
import { aDueWork } from '@/tests/support/builders/view';

const ann = aDueWork('Ann');
const ben = aDueWork('Ben');

function setUp({
  rows = [ann, ben],
  run,
  outcomes = {},
}: {
  readonly rows?: readonly DueWork[];
  readonly run?: DialSession;
  readonly outcomes?: Readonly<Record<string, PlaceCallOutcome>>;
}) {
  const told: string[] = [];
  let left = rows;
  const dialNext = createDialNext({
    readRows: () => Promise.resolve(left),
    readRun: () => Promise.resolve(run),
    place: ({ personId }) => {
      told.push(`place ${personId}`);
      return Promise.resolve(outcomes[personId] ?? { kind: 'placed' });
    },
    skip: (workId) => {
      told.push(`skip ${workId}`);
      left = left.filter((row) => row.workId !== workId);
      return Promise.resolve();
    },
    show: (reason) =>
      Promise.resolve(void told.push(`show ${reason.kind}${'work' in reason ? `: ${reason.work.person.name}` : ''}`)),
    newId: () => aCallId(),
  });
  return { dialNext, told };
}

it('dials the first on the list, but not one that is done this moment, nor one who is marked', async () => {
  const { dialNext, told } = setUp({ rows: [aDueWork('Never', { person: { doNotContact: 'yes' } }), ann, ben] });
  await dialNext(ann.workId);
  expect(told).toEqual(['place Ben']);
});

it('dials who is up in the dial session, and passes over whom nobody may call', async () => {
  const { dialNext, told } = setUp({
    run: startDialSession([ben.workId, ann.workId], 1_000),
    outcomes: { Ben: { kind: 'blocked', reasons: ['blocked-date'] } },
  });
  await dialNext();
  expect(told).toEqual(['place Ben', `skip ${ben.workId}`, 'place Ann']);
});

it('leaves a question to the rep, without a session a block as well, and in one what a pause puts right', async () => {
  const asking = setUp({ outcomes: { Ann: { kind: 'ask', reasons: ['called-recently'] } } });
  await asking.dialNext();
  expect(asking.told).toEqual(['place Ann', 'show ask: Ann']);
  const blocked = setUp({ outcomes: { Ann: { kind: 'blocked', reasons: ['too-many-today'] } } });
  await blocked.dialNext();
  expect(blocked.told).toEqual(['place Ann', 'show blocked: Ann']);
  const braked = setUp({
    run: startDialSession([ann.workId, ben.workId], 1_000),
    outcomes: { Ann: { kind: 'blocked', reasons: ['too-many-this-minute'], freeAt: 61_000 } },
  });
  await braked.dialNext();
  expect(braked.told).toEqual(['place Ann', 'show blocked: Ann']);
});

const planned = startDialSession([ben.workId], 1_000);

it.each([
  ['is over', endDialSession(planned, 2_000)],
  ['has nobody left', settleWork(planned, ben.workId, { kind: 'skipped', reason: 'not-now' })],
  [
    'is paused with nobody left',
    pauseDialSession(settleWork(planned, ben.workId, { kind: 'skipped', reason: 'not-now' })),
  ],
])('dials nobody outside the plan of a session that %s, and says so', async (_name, run) => {
  const { dialNext, told } = setUp({ run });
  await dialNext();
  expect(told).toEqual(['show session-over']);
});

it('dials who is up in a paused session, not the first on the list', async () => {
  const { dialNext, told } = setUp({ run: pauseDialSession(planned) });
  await dialNext();
  expect(told).toEqual(['place Ben']);
});

it('says that the session is over when the last of its plan may not be called', async () => {
  const { dialNext, told } = setUp({ run: planned, outcomes: { Ben: { kind: 'blocked', reasons: ['blocked-date'] } } });
  await dialNext();
  expect(told).toEqual(['place Ben', `skip ${ben.workId}`, 'show session-over']);
});

it('dials nobody when nobody is left', async () => {
  const { dialNext, told } = setUp({ rows: [] });
  await dialNext();
  expect(told).toEqual([]);
});
