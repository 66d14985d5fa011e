import type { Page } from 'puppeteer';
import { click, saveSetting } from '../../support/browser/act.ts';
import { until } from '../../support/browser/until.ts';
import { isOffline } from '../../salesloft/scenarios/outages.ts';
import { wait } from '../../salesloft/scenarios/scenario.ts';
import { many } from '../../salesloft/worlds/many.ts';
import { makeWorkerKiller } from '../kill-worker.ts';
import { retryAllNow, waitUntilSettled } from '../outbox.ts';
import type { FaultRow } from '../row.ts';
import { onStage } from '../stage.ts';

const KEYS = ['0', 'Digit2', 'Enter'] as const;

/**
 * A dial session by keyboard alone, calls that nobody answers one after the other: hang up, choose, log. The next one rings
 * by itself. The worker is killed in every tenth, the network is gone in every fifteenth.
 */
export const d2KeyboardDay: FaultRow = {
  id: 'D2',
  title: '100 calls by keyboard, worker killed, network gone',
  where: 'Chromium',
  rounds: 100,
  shortRounds: 0,
  run: ({ chance, rounds }) => {
    const world = many(rounds);
    for (const person of world.people.values()) person.phone = `${(person.phone ?? '').slice(0, -1)}6`;
    return onStage({ people: rounds, world }, async (stage) => {
      const { salesloft, rep } = stage;
      const { panel } = rep;
      const killer = await makeWorkerKiller(rep.loftline);
      await saveSetting(panel, 'session.countdownSeconds', 1);
      await click(panel, 'button', 'Start session');
      let bites = 0;
      let faults = 0;
      let before = '';
      for (let call = 1; call <= rounds; call += 1) {
        await until(`call ${call} rings`, async () => {
          const now = await inHand(panel);
          return now.name !== before && now.state === 'Ringing';
        });
        before = (await inHand(panel)).name;
        const isKilled = call % 10 === 0;
        const outage = call % 15 === 0 ? salesloft.bend(isOffline()) : undefined;
        const killing = isKilled ? wait(chance.below(600)).then(killer.kill) : Promise.resolve(false);
        await panel.keyboard.press(KEYS[0]);
        await until(`call ${call} has ended`, async () => (await inHand(panel)).state === 'Call ended');
        await panel.keyboard.press(KEYS[1]);
        await panel.keyboard.press(KEYS[2]);
        await until(`call ${call} is logged`, async () => (await inHand(panel)).name !== before);
        if (isKilled) {
          faults += 1;
          bites += (await killing) ? 1 : 0;
        }
        if (outage) {
          faults += 1;
          await until('the outage has bitten', () => outage.bites > 0);
          bites += 1;
          salesloft.unbend(outage);
        }
      }
      await retryAllNow(panel);
      await waitUntilSettled(panel, 120_000);
      if (salesloft.violations.length > 0) throw new Error(salesloft.violations.join('\n'));
      const guards = [...salesloft.world.calls.values()].map(
        ({ action, task }) => `${action?.id ?? ''}/${task?.id ?? ''}`,
      );
      const inSalesloft = guards.length;
      const doubles = inSalesloft - new Set(guards).size;
      return {
        runs: faults,
        bites,
        made: rounds,
        inSalesloft,
        doubles,
        lost: Math.max(0, rounds - inSalesloft),
        worstDelayMs: 0,
        note: `${KEYS.length} keys a call, no mouse`,
      };
    });
  },
};

function inHand(panel: Page): Promise<{ readonly name: string; readonly state: string }> {
  return panel.evaluate(() => ({
    name: document.querySelector('.call-name')?.textContent ?? '',
    state: document.querySelector('.call-state')?.textContent ?? '',
  }));
}
