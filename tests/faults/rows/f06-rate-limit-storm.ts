import { isRateLimited } from '../../salesloft/scenarios/rate-limits.ts';
import { makeCall } from '../calls.ts';
import { waitUntilSettled } from '../outbox.ts';
import type { FaultRow } from '../row.ts';
import { onStage } from '../stage.ts';

const STORM_MS = 130_000;
const LOGS = 20;
const BACK_WITHIN_MS = 120_000;

/** Two minutes of nothing but 429, without a word on when to come back; ten minutes and an hour go by a fake clock in Node. */
export const f06RateLimitStorm: FaultRow = {
  id: 'F6',
  title: '429 for two minutes, no Retry-After',
  where: 'Chromium',
  rounds: 1,
  shortRounds: 0,
  mostlyWaits: true,
  run: ({ rounds }) =>
    onStage({ people: LOGS * rounds }, async (stage) => {
      const { salesloft, ledger, rep } = stage;
      let bites = 0;
      let posts = 0;
      let longest = 0;
      for (let round = 0; round < rounds; round += 1) {
        const storm = salesloft.bend(
          isRateLimited({ on: 'POST /v2/activities/calls', hasHeaders: false, forMs: STORM_MS }),
        );
        const endsAt = Date.now() + STORM_MS;
        for (let made = 0; made < LOGS; made += 1) await makeCall(stage);
        const dead = await waitUntilSettled(rep.panel, STORM_MS + BACK_WITHIN_MS);
        if (dead.length > 0) throw new Error(`${dead.length} logs were given up in the storm.`);
        if (storm.bites > 0) bites += 1;
        posts = Math.max(posts, storm.bites);
        longest = Math.max(longest, Date.now() - endsAt);
      }
      // One when it begins, then one at the turn of each minute at most.
      const most = 1 + Math.ceil(STORM_MS / 60_000);
      if (posts > most) throw new Error(`${posts} posts in a storm in which ${most} were enough.`);
      return ledger.compare(salesloft, {
        runs: rounds,
        bites,
        note: `${posts} posts in the storm; all in ${Math.round(longest / 1_000)} s after its end`,
      });
    }),
};
