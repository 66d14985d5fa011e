import { until } from '../../support/browser/until.ts';
import { losesAnswerAfterCommit } from '../../salesloft/scenarios/lost-answers.ts';
import { isOffline } from '../../salesloft/scenarios/outages.ts';
import { forCall, postsOf } from '../aim.ts';
import { makeCall, newText } from '../calls.ts';
import { goOffline } from '../network.ts';
import { readEntry, retryAllNow, waitUntilSettled } from '../outbox.ts';
import type { FaultRow } from '../row.ts';
import { onStage, type Stage } from '../stage.ts';

/** No network before the log leaves: no try is spent. No network while it is on its way: it is read back. */
export const f09Offline: FaultRow = {
  id: 'F9',
  title: 'offline before sending, and while',
  where: 'Chromium',
  rounds: 5,
  shortRounds: 1,
  mostlyWaits: true,
  run: ({ rounds }) =>
    onStage({ people: 2 * rounds }, async (stage) => {
      let bites = 0;
      for (let round = 0; round < rounds; round += 1) {
        bites += (await before(stage)) ? 1 : 0;
        bites += (await during(stage)) ? 1 : 0;
      }
      return stage.ledger.compare(stage.salesloft, { runs: 2 * rounds, bites, note: 'no try spent while offline' });
    }),
};

async function before(stage: Stage): Promise<boolean> {
  const { salesloft, rep } = stage;
  const offline = salesloft.bend(isOffline());
  const network = await goOffline(rep.loftline);
  const { callId, text } = await makeCall(stage);
  await until('the log waits', async () => (await readEntry(rep.panel, callId))?.state === 'pending');
  const entry = await readEntry(rep.panel, callId);
  const isKnown = await network.isKnown();
  if (entry?.attempts !== 0 || postsOf(salesloft, text) !== 0) throw new Error('A try was spent without a network.');
  salesloft.unbend(offline);
  await network.comeBack();
  // Nobody touches anything: Loftline must notice by itself.
  await waitUntilSettled(rep.panel);
  return isKnown;
}

async function during(stage: Stage): Promise<boolean> {
  const { salesloft, rep } = stage;
  const text = newText();
  const slow = salesloft.bend(forCall(losesAnswerAfterCommit({ by: 'silence', silenceMs: 1_500, times: 1 }), text));
  const { callId } = await makeCall(stage, { text });
  await until('the log is on its way', () => slow.bites > 0);
  const offline = salesloft.bend(isOffline());
  const network = await goOffline(rep.loftline);
  await until('its outcome is unknown', async () => (await readEntry(rep.panel, callId))?.state !== 'sending');
  const wasUnknown = (await readEntry(rep.panel, callId))?.state === 'pending';
  salesloft.unbend(slow);
  salesloft.unbend(offline);
  await network.comeBack();
  await retryAllNow(rep.panel);
  await waitUntilSettled(rep.panel);
  return wasUnknown;
}
