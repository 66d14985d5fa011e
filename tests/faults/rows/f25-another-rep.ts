import { connect, readList } from '../../support/browser/rep.ts';
import { until } from '../../support/browser/until.ts';
import { anAction } from '../../salesloft/builders/due-work.ts';
import { aPerson } from '../../salesloft/builders/person.ts';
import { aUser } from '../../salesloft/builders/team.ts';
import { fails } from '../../salesloft/scenarios/outages.ts';
import { signedInUser, put } from '../../salesloft/world.ts';
import { many } from '../../salesloft/worlds/many.ts';
import { askUntilAnswered } from '../ask.ts';
import { makeCall, readWork } from '../calls.ts';
import { readEntry, retryAllNow, waitUntilSettled } from '../outbox.ts';
import type { FaultRow } from '../row.ts';
import { onStage, type Stage } from '../stage.ts';

/** Logs wait, and somebody else signs in: they wait on, and leave under their own rep's name. */
export const f25AnotherRep: FaultRow = {
  id: 'F25',
  title: 'another rep signs in while logs wait',
  where: 'Chromium',
  rounds: 3,
  shortRounds: 1,
  run: ({ rounds }) => {
    const world = many(rounds);
    const first = signedInUser(world);
    const second = aUser({ firstName: 'Robin', lastName: 'Second' });
    put(
      world,
      second,
      ...Array.from({ length: rounds }, (_none, index) =>
        anAction({ user: second, person: aPerson({ phone: `+1212555${2_000 + index}` }) }),
      ),
    );
    return onStage({ people: rounds, world }, async (stage) => {
      const { salesloft, rep, ledger } = stage;
      let bites = 0;
      for (let round = 0; round < rounds; round += 1) {
        const outage = salesloft.bend(fails({ on: 'POST /v2/activities/calls', status: 422 }));
        const { callId } = await makeCall(stage);
        await until('the log waits', () => outage.bites > 0);
        await signInAs(stage, second.id);
        salesloft.unbend(outage);
        const [work] = await readWork(rep.panel);
        if (!work) throw new Error('The other rep has nobody to call.');
        const own = await makeCall(stage, { work });
        await until(
          'the other rep’s own log is in',
          async () => (await readEntry(rep.panel, own.callId))?.state === 'delivered',
        );
        if ((await readEntry(rep.panel, callId))?.state !== 'delivered') bites += 1;
        await signInAs(stage, first.id);
        await retryAllNow(rep.panel);
        await waitUntilSettled(rep.panel);
      }
      return ledger.compare(salesloft, { runs: rounds, bites, note: 'none left under the other name' });
    });
  },
};

async function signInAs({ salesloft, rep }: Stage, userId: string | number): Promise<void> {
  await askUntilAnswered(rep.panel, 'signIn.disconnect', { evenWithLogsWaiting: true });
  salesloft.world.signedInUserId = userId;
  await connect(rep);
  await readList(rep.panel);
}
