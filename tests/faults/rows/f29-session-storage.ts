import { answerSignIn, byRole, click } from '../../support/browser/act.ts';
import { ask } from '../ask.ts';
import { makeCall } from '../calls.ts';
import { waitUntilSettled } from '../outbox.ts';
import type { FaultRow } from '../row.ts';
import { onStage, type Stage } from '../stage.ts';

/** Chrome's memory for the session is full: logs are saved and delivered all the same. Then it is cleared, tokens and all. */
export const f29SessionStorage: FaultRow = {
  id: 'F29',
  title: 'storage.session full, then cleared',
  where: 'Chromium',
  rounds: 3,
  shortRounds: 1,
  run: ({ rounds }) =>
    onStage({ people: 2 * rounds }, async (stage) => {
      const { rep, ledger, salesloft } = stage;
      let bites = 0;
      for (let round = 0; round < rounds; round += 1) {
        if (await fill(stage)) bites += 1;
        await makeCall(stage);
        await waitUntilSettled(rep.panel);
        await rep.panel.evaluate(() => chrome.storage.session.clear());
        await rep.panel.reload();
        await ask(rep.panel, 'queue.read', { why: 'opened' });
        await byRole(rep.panel, 'button', 'Connect Salesloft', 60_000);
        bites += 1;
        await click(rep.panel, 'button', 'Connect Salesloft');
        await answerSignIn(rep.loftline, 'Authorize');
        await byRole(rep.panel, 'combobox', 'Cadence');
        await makeCall(stage);
        await waitUntilSettled(rep.panel);
      }
      return ledger.compare(salesloft, { runs: 2 * rounds, bites, note: '' });
    }),
};

/** Until nothing more goes in. */
function fill({ rep }: Stage): Promise<boolean> {
  return rep.panel.evaluate(async () => {
    let size = 1_000_000;
    for (let piece = 0; size >= 100; piece += 1) {
      try {
        await chrome.storage.session.set({ [`filled ${piece}`]: 'x'.repeat(size) });
      } catch {
        size = Math.floor(size / 10);
      }
    }
    return chrome.storage.session.set({ 'one more': 'x'.repeat(1_000) }).then(
      () => false,
      () => true,
    );
  });
}
