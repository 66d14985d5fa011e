import { until } from '../../support/browser/until.ts';
import { fails } from '../../salesloft/scenarios/outages.ts';
import { refusesFields } from '../../salesloft/scenarios/refused-fields.ts';
import type { Scenario } from '../../salesloft/scenarios/scenario.ts';
import { forCall } from '../aim.ts';
import { makeCall, newText } from '../calls.ts';
import { readEntries, retryAllNow, waitUntilSettled } from '../outbox.ts';
import type { FaultRow } from '../row.ts';
import { onStage } from '../stage.ts';

const ON = 'POST /v2/activities/calls';
const OTHERS = 3;

const POISONS: readonly (() => Scenario)[] = [
  ...['disposition', 'sentiment', 'duration', 'to', 'notes', 'person_id', 'user_guid', 'a_field_nobody_knows'].map(
    (field) => () => refusesFields({ [field]: ['is invalid'] }),
  ),
  () => fails({ on: ON, status: 403 }),
  () => fails({ on: ON, status: 404 }),
];

/** A log that Salesloft will not have, by each field, and for a person who is gone: it waits for the rep, the others go on. */
export const f08Poison: FaultRow = {
  id: 'F8',
  title: 'refused logs among good ones',
  where: 'Chromium',
  rounds: 1,
  shortRounds: 1,
  run: ({ rounds, isShort }) =>
    onStage({ people: (OTHERS + 1) * POISONS.length * rounds }, async (stage) => {
      const { salesloft, ledger, rep } = stage;
      const faults: Scenario[] = [];
      for (const poison of Array.from({ length: rounds }, () =>
        isShort ? POISONS.filter((_poison, index) => index % 3 === 0) : POISONS,
      ).flat()) {
        const text = newText();
        faults.push(salesloft.bend(forCall(poison(), text)));
        await makeCall(stage, { text });
        for (let other = 0; other < OTHERS; other += 1) await makeCall(stage);
      }
      const good = faults.length * OTHERS;
      await until('the others are in Salesloft', () => salesloft.world.calls.size === good);
      await until(
        'each refused one waits for the rep',
        async () => (await readEntries(rep.panel)).filter(({ state }) => state === 'dead').length === faults.length,
      );
      const slowest = ledger.compare(salesloft, { runs: 0, bites: 0 }).worstDelayMs;
      salesloft.unbend();
      await retryAllNow(rep.panel);
      await waitUntilSettled(rep.panel);
      return ledger.compare(salesloft, {
        runs: faults.length,
        bites: faults.filter(({ bites }) => bites > 0).length,
        note: `no good log waited longer than ${slowest} ms for a refused one`,
      });
    }),
};
