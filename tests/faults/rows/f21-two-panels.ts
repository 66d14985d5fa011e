import type { Page } from 'puppeteer';
import { until } from '../../support/browser/until.ts';
import { readList } from '../../support/browser/rep.ts';
import { ask, askUntilAnswered, type Answer } from '../ask.ts';
import type { Chance } from '../chance.ts';
import { newText } from '../calls.ts';
import { waitUntilSettled } from '../outbox.ts';
import type { FaultRow } from '../row.ts';
import { onStage, type Stage } from '../stage.ts';

type Rival = { readonly page: Page; readonly surfaceId: string; token: number };

/**
 * Two panels, and every other round three, do the same at the same moment: dial, hang up, log, and take over from one another in
 * between. Each sends what it would send with the claim that it believes in, so half of all commands and more come from one that
 * has just lost it.
 */
export const f21TwoPanels: FaultRow = {
  id: 'F21',
  title: 'two and three panels dial, hang up and log at the same moment',
  where: 'Chromium',
  rounds: 125,
  shortRounds: 0,
  run: ({ chance, rounds }) =>
    onStage({ people: rounds }, async (stage) => {
      const others = [await stage.rep.loftline.openPanel(), await stage.rep.loftline.openPanel()];
      for (const other of others) await readList(other);
      const rivals: readonly Rival[] = [stage.rep.panel, ...others].map((page, place) => ({
        page,
        surfaceId: `rival-${place}`,
        token: 0,
      }));
      let pairs = 0;
      let refused = 0;
      for (let round = 0; round < rounds; round += 1) {
        const { made, lost } = await oneCall(stage, rivals.slice(0, 2 + (round % 2)), chance);
        pairs += made;
        refused += lost;
      }
      await waitUntilSettled(stage.rep.panel, 120_000);
      const note = `${refused} commands refused: another panel held the lease`;
      return stage.ledger.compare(stage.salesloft, { runs: pairs, bites: pairs, note });
    }),
};

/** One call that all want to make, end and log; how often they did something at once, and how often one was refused. */
async function oneCall(
  stage: Stage,
  rivals: readonly Rival[],
  chance: Chance,
): Promise<{ made: number; lost: number }> {
  const work = stage.nextWork();
  const text = newText();
  const draft = { disposition: 'No Answer', sentiment: '', notes: text };
  const ids = rivals.map(() => crypto.randomUUID());
  let lost = 0;
  let made = 0;
  const all = async (act: (rival: Rival, place: number) => Promise<Answer>): Promise<readonly Answer[]> => {
    made += 1;
    const answers = await Promise.all(rivals.map(act));
    lost += answers.filter((answer) => answer.kind === 'refused' && answer.code === 'lease-lost').length;
    return answers;
  };
  // One may have been told "denied" and try all the same.
  await Promise.all(rivals.map((rival) => acquire(rival)));
  const placed = await all((rival, place) =>
    asRival(rival, 'call.place', {
      callId: ids[place],
      personId: work.personId,
      to: work.to,
      source: work.source,
      overrides: [],
    }),
  );
  const calls = ids.filter((_id, place) => placed[place]?.kind === 'value');
  if (calls.length !== 1) throw new Error(`${calls.length} calls were placed by ${rivals.length} panels at once.`);
  const [callId = ''] = calls;
  if (chance.below(2) === 0) await takeOver(rivals);
  await until('the call has ended', async () => {
    await all((rival) => asRival(rival, 'call.hangUp', { callId }));
    return (await stateOf(stage.rep.panel, callId)) === 'ended';
  });
  if (chance.below(2) === 0) await takeOver(rivals);
  const logged = await all((rival) => asRival(rival, 'wrapUp.submit', { callId, draft }));
  const saved = new Set(
    logged.flatMap((answer) => (answer.kind === 'value' ? [(answer.value as { entryId: string }).entryId] : [])),
  );
  if (saved.size !== 1) throw new Error(`${saved.size} logs of one call.`);
  const completes =
    work.source.kind === 'none' ? '' : `${work.source.kind} ${work.source.actionId ?? work.source.taskId}`;
  const [user] = [...stage.salesloft.world.users.values()].filter(
    ({ id }) => id === stage.salesloft.world.signedInUserId,
  );
  stage.ledger.made.push({
    callId,
    text,
    personId: work.personId,
    to: work.to,
    disposition: draft.disposition,
    completes,
    userId: String(user?.id),
    savedAt: Date.now(),
  });
  return { made, lost };
}

function asRival({ page, surfaceId, token }: Rival, type: string, input: unknown): Promise<Answer> {
  return ask(page, type, input, { surfaceId, token });
}

async function acquire(rival: Rival, insteadOf?: string): Promise<void> {
  const wish = { surfaceId: rival.surfaceId, ...(insteadOf === undefined ? {} : { insteadOf }) };
  const answer = await askUntilAnswered(rival.page, 'lease.acquire', wish);
  const reply = (answer.kind === 'value' ? answer.value : undefined) as { kind?: string; token?: number } | undefined;
  if (reply?.kind === 'granted') rival.token = reply.token ?? 0;
}

/** Each from the next, all at once: whoever asks first, and the others a moment later. */
async function takeOver(rivals: readonly Rival[]): Promise<void> {
  await Promise.all(rivals.map((rival, place) => acquire(rival, rivals[(place + 1) % rivals.length]?.surfaceId)));
}

function stateOf(page: Page, callId: string): Promise<string> {
  return page.evaluate(async (wanted) => {
    const stored = (await chrome.storage.session.get('snapshot:call'))['snapshot:call'];
    const { call } = JSON.parse(typeof stored === 'string' ? stored : '{}') as {
      call?: { callId: string; state: string } | null;
    };
    return call?.callId === wanted ? call.state : 'not in hand';
  }, callId);
}
