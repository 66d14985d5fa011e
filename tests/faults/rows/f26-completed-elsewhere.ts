import { completesActionElsewhere } from '../../salesloft/scenarios/meanwhile.ts';
import { forCall } from '../aim.ts';
import { askUntilAnswered } from '../ask.ts';
import { makeCall, newText } from '../calls.ts';
import { waitUntilSettled } from '../outbox.ts';
import type { FaultRow } from '../row.ts';
import { onStage, type Stage } from '../stage.ts';

/** The step is completed in Salesloft itself just before the log arrives: the rep is told, and logs it without completing. */
export const f26CompletedElsewhere: FaultRow = {
  id: 'F26',
  title: 'action completed elsewhere before the log',
  where: 'Chromium',
  rounds: 10,
  shortRounds: 0,
  mostlyWaits: true,
  run: ({ rounds }) =>
    onStage({ people: rounds * 2 }, async (stage) => {
      const { salesloft, rep, ledger } = stage;
      const faults = [];
      for (let round = 0; round < rounds; round += 1) {
        const work = nextAction(stage);
        const text = newText();
        faults.push(salesloft.bend(forCall(completesActionElsewhere(work.source.actionId ?? '', { times: 1 }), text)));
        await makeCall(stage, { text, work });
      }
      const asked = await waitUntilSettled(rep.panel);
      const told = asked.filter(({ reason }) => reason?.code === 'completed-elsewhere');
      if (told.length !== rounds) throw new Error(`The rep was told of ${told.length} in ${rounds}.`);
      for (const made of ledger.made) made.completes = '';
      for (const { entryId } of told) await askUntilAnswered(rep.panel, 'outbox.logWithoutCompleting', { entryId });
      // It completes nothing any more, so it leaves when the settling time of such a log is over.
      await waitUntilSettled(rep.panel, 240_000);
      return ledger.compare(salesloft, {
        runs: rounds,
        bites: faults.filter(({ bites }) => bites > 0).length,
        note: 'each told as "completed elsewhere", each logged without completing',
      });
    }),
};

function nextAction(stage: Stage): ReturnType<Stage['nextWork']> {
  const work = stage.nextWork();
  return work.source.kind === 'action' ? work : nextAction(stage);
}
