import { waitForWords } from '../../support/browser/act.ts';
import { withSmallDisk } from '../../support/browser/small-disk.ts';
import { until } from '../../support/browser/until.ts';
import { makeCall } from '../calls.ts';
import { readEntries, retryAllNow, waitUntilSettled } from '../outbox.ts';
import type { FaultRow } from '../row.ts';
import { onStage } from '../stage.ts';

/** More than is left of the last block of the database's file: a full disk must refuse it. */
const LONG = 'and much more that was said. '.repeat(300);
const CALLS = 3;
const SAVED_WITHIN_MS = 10_000;

/** The disk is full, and then has room again; Linux only. */
export const f13DiskFull: FaultRow = {
  id: 'F13',
  title: 'disk full, then free again',
  where: 'Chromium',
  rounds: 3,
  shortRounds: 0,
  run: async ({ rounds }) => {
    const disk = withSmallDisk();
    try {
      return await onStage(
        { people: CALLS * rounds, launch: { program: disk.program, profileDir: disk.profileDir } },
        async (stage) => {
          const { rep, ledger, salesloft } = stage;
          let bites = 0;
          let slowest = 0;
          let emptied = 0;
          for (let round = 0; round < rounds; round += 1) {
            const before = salesloft.world.calls.size;
            disk.fill(rep.loftline.browser);
            for (let made = 0; made < CALLS; made += 1) await makeCall(stage, { rest: LONG });
            await waitForWords(rep.panel, 'Not saved to disk');
            if (salesloft.world.calls.size < before + CALLS) bites += 1;
            const freedAt = Date.now();
            disk.free(rep.loftline.browser);
            const ours = ledger.made.slice(-CALLS);
            const isSaved = async (): Promise<boolean> => {
              const stored = new Set((await readEntries(rep.panel).catch(() => [])).map(({ callId }) => callId));
              return ours.every(({ callId }) => stored.has(callId));
            };
            await until('everything is saved', isSaved, SAVED_WITHIN_MS);
            slowest = Math.max(slowest, Date.now() - freedAt);
            await retryAllNow(rep.panel);
            await waitUntilSettled(rep.panel);
            // Chrome begins anew with an empty database when a full disk has left it one it cannot read.
            if ((await readEntries(rep.panel)).length < CALLS * (round + 1)) emptied += 1;
          }
          return ledger.compare(salesloft, {
            runs: rounds,
            bites,
            note: `saved ${slowest} ms after there was room; rows of delivered logs were gone after ${emptied}`,
          });
        },
      );
    } finally {
      disk.remove();
    }
  },
};
