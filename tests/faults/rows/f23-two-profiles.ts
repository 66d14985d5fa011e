import { connect, launchRep, readList } from '../../support/browser/rep.ts';
import { saveSetting } from '../../support/browser/act.ts';
import { askUntilAnswered } from '../ask.ts';
import { endCall, logCall, makeCall, placeCall } from '../calls.ts';
import { openLedger } from '../ledger.ts';
import { waitUntilSettled } from '../outbox.ts';
import type { FaultRow } from '../row.ts';
import { onStage, type Stage } from '../stage.ts';

/** The same rep in two profiles of Chrome, which know nothing of one another: both call for the same step at the same time. */
export const f23TwoProfiles: FaultRow = {
  id: 'F23',
  title: 'two profiles of one rep call for the same step',
  where: 'Chromium',
  rounds: 10,
  shortRounds: 0,
  run: ({ rounds }) =>
    onStage({ people: rounds * 4 }, async (stage) => {
      const rep = await launchRep(stage.salesloft, { listensToWorker: false });
      try {
        await saveSetting(rep.panel, 'logging.holdSeconds', 0);
        await connect(rep);
        await readList(rep.panel);
        const other: Stage = { ...stage, rep, ledger: openLedger() };
        let asked = 0;
        for (let round = 0; round < rounds; round += 1) asked += await oneStep(stage, other);
        const bites = other.ledger.made.length;
        return stage.ledger.compare(stage.salesloft, {
          runs: rounds,
          bites,
          note: `each second log told as "completed elsewhere", ${asked} later dials asked about first`,
        });
      } finally {
        await rep.loftline.close();
      }
    }),
};

/** Both are in the call before either logs it; how often the second was asked when it dialed once more. */
async function oneStep(stage: Stage, other: Stage): Promise<number> {
  const work = nextAction(stage);
  const [mine, theirs] = await Promise.all([placeCall(stage, { work }), placeCall(other, { work })]);
  await Promise.all([endCall(stage, mine), endCall(other, theirs)]);
  await logCall(stage, mine);
  await waitUntilSettled(stage.rep.panel);
  await logCall(other, theirs);
  const needy = await waitUntilSettled(other.rep.panel);
  const told = needy.filter(({ reason }) => reason?.code === 'completed-elsewhere');
  if (told.length !== 1) throw new Error(`The second profile was told of ${told.length} steps completed elsewhere.`);
  for (const { entryId } of told)
    await askUntilAnswered(other.rep.panel, 'outbox.discard', { entryId, why: 'called from the other profile' });
  // Another step, which the first profile has done and the second still has on its list.
  const done = nextAction(stage);
  await makeCall(stage, { work: done });
  await waitUntilSettled(stage.rep.panel);
  const late = {
    callId: crypto.randomUUID(),
    personId: done.personId,
    to: done.to,
    source: done.source,
    overrides: [],
  };
  const answer = await askUntilAnswered(other.rep.panel, 'call.place', late);
  const reply = (answer.kind === 'value' ? answer.value : {}) as { kind?: string; reasons?: readonly string[] };
  if (reply.kind !== 'ask' || !reply.reasons?.includes('done-elsewhere'))
    throw new Error(`The second profile was not asked: ${JSON.stringify(answer)}`);
  return 1;
}

function nextAction(stage: Stage): ReturnType<Stage['nextWork']> {
  const work = stage.nextWork();
  return work.source.kind === 'action' ? work : nextAction(stage);
}
