import type { Page } from 'puppeteer';
import { answerSignIn, byRole, click } from '../../support/browser/act.ts';
import { until } from '../../support/browser/until.ts';
import { losesAnswerAfterCommit } from '../../salesloft/scenarios/lost-answers.ts';
import { isSlow } from '../../salesloft/scenarios/slow-answers.ts';
import { ask } from '../ask.ts';
import { makeCall } from '../calls.ts';
import { readEntries, retryAllNow, waitUntilSettled } from '../outbox.ts';
import type { FaultRow } from '../row.ts';
import { onStage, type Stage } from '../stage.ts';

const TOKEN = 'POST /oauth/token';
const SLOW_MS = 5_000;
const PAGES = 5;

/** The token ends: five pages ask at once; the renewal is slow, its answer is lost, it is refused. */
export const f24TokenRefresh: FaultRow = {
  id: 'F24',
  title: 'token renewal by five at once, slow, lost, refused',
  where: 'Chromium',
  rounds: 3,
  shortRounds: 1,
  run: ({ rounds }) =>
    onStage({ people: 6 * rounds }, async (stage) => {
      const { salesloft, rep, ledger } = stage;
      const others: Page[] = [];
      for (let page = 1; page < PAGES; page += 1) others.push(await rep.loftline.openOptions());
      await rep.panel.bringToFront();
      let bites = 0;
      for (let round = 0; round < rounds; round += 1) {
        const slow = salesloft.bend(isSlow({ on: TOKEN, ms: SLOW_MS }));
        if (
          (await renewals(stage, () =>
            Promise.all(others.map((page) => ask(page, 'queue.read', { why: 'asked' }))),
          )) === 1
        )
          bites += 1;
        salesloft.unbend(slow);

        const lost = salesloft.bend(losesAnswerAfterCommit({ on: TOKEN, by: 'truncated', times: 1 }));
        salesloft.expireAccessTokens();
        await makeCall(stage);
        await until(
          'the answer is lost, and the log waits',
          async () => lost.bites > 0 && (await readEntries(rep.panel)).some(({ state }) => state === 'pending'),
        );
        await retryAllNow(rep.panel);
        if (await reconnect(stage)) bites += 1;

        salesloft.revokeGrants();
        await makeCall(stage);
        if (await reconnect(stage)) bites += 1;
      }
      return ledger.compare(salesloft, { runs: 3 * rounds, bites, note: 'one renewal for each end of a token' });
    }),
};

/** How many renewals one ended token leads to, while pages ask and a log leaves. */
async function renewals(stage: Stage, others: () => Promise<unknown>): Promise<number> {
  const { salesloft, rep } = stage;
  salesloft.expireAccessTokens();
  const before = salesloft.requests.length;
  await Promise.all([others(), makeCall(stage)]);
  await waitUntilSettled(rep.panel);
  const asked = salesloft.requests.slice(before).filter(({ path }) => path === '/oauth/token').length;
  if (asked !== 1) throw new Error(`The token was renewed ${asked} times.`);
  return asked;
}

/** The rep is asked once, and says yes; what waited goes. */
async function reconnect({ rep }: Stage): Promise<boolean> {
  await byRole(rep.panel, 'button', 'Reconnect Salesloft', 60_000);
  await click(rep.panel, 'button', 'Reconnect Salesloft');
  await answerSignIn(rep.loftline, 'Authorize');
  await waitUntilSettled(rep.panel);
  return true;
}
