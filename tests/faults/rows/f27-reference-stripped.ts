import { until } from '../../support/browser/until.ts';
import { aCall } from '../../salesloft/builders/logged-call.ts';
import { losesAnswerAfterCommit } from '../../salesloft/scenarios/lost-answers.ts';
import { manglesNotes } from '../../salesloft/scenarios/meanwhile.ts';
import { put, signedInUser } from '../../salesloft/world.ts';
import { forCall } from '../aim.ts';
import { askUntilAnswered } from '../ask.ts';
import { makeCall, newText } from '../calls.ts';
import { waitUntilSettled } from '../outbox.ts';
import type { FaultRow } from '../row.ts';
import { onStage } from '../stage.ts';

/** The answer is lost and the CRM has cut our line from the note; for every second one a call by hand looks just the same. */
export const f27ReferenceStripped: FaultRow = {
  id: 'F27',
  title: 'reference cut from the note, and a look-alike',
  where: 'Chromium',
  rounds: 3,
  shortRounds: 0,
  mostlyWaits: true,
  run: ({ rounds }) =>
    onStage({ people: rounds * 2 }, async (stage) => {
      const { salesloft, rep, ledger } = stage;
      const { world } = salesloft;
      const mangled = salesloft.bend(manglesNotes());
      let bites = 0;
      for (let round = 0; round < rounds * 2; round += 1) {
        const text = newText();
        const fault = salesloft.bend(forCall(losesAnswerAfterCommit({ by: 'truncated', times: 1 }), text));
        const work = stage.nextWork();
        await makeCall(stage, { text, work, isAdHoc: true });
        await until('the answer is lost', () => fault.bites > 0);
        bites += 1;
        const person = world.people.get(work.personId);
        if (round % 2 === 0 || !person) continue;
        const byHand = `by hand ${round}`;
        ledger.foreign.add(byHand);
        put(
          world,
          aCall({ person, user: signedInUser(world), to: work.to, durationSeconds: 0, notes: byHand, at: Date.now() }),
        );
      }
      const asked = await waitUntilSettled(rep.panel, 240_000);
      const undecided = asked.filter(({ reason }) => reason?.code === 'maybe-logged');
      if (undecided.length !== rounds || asked.length !== rounds)
        throw new Error(`The rep was asked about ${undecided.length} of ${rounds} with a look-alike.`);
      // The rep looks into Salesloft, and sees that the call is there.
      for (const { entryId } of undecided)
        await askUntilAnswered(rep.panel, 'outbox.discard', { entryId, why: 'It is there.' });
      if (mangled.bites === 0) throw new Error('No reference was cut.');
      return ledger.compare(salesloft, {
        runs: rounds * 2,
        bites,
        note: `0 false receipts; the rep decided ${undecided.length} with two candidates`,
      });
    }),
};
