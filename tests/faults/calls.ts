import { randomUUID } from 'node:crypto';
import type { Page } from 'puppeteer';
import { until } from '../support/browser/until.ts';
import { ask, askUntilAnswered, type Answer } from './ask.ts';
import { repIdOf } from './ledger.ts';
import type { Stage } from './stage.ts';

/** One row of the list, as far as a call needs it. */
export type Work = {
  readonly personId: string;
  readonly source: { readonly kind: 'action' | 'task' | 'none'; readonly actionId?: string; readonly taskId?: string };
  readonly to: string;
};

export type CallFacts = {
  readonly work?: Work;
  /** Not for an action or a task: nothing in Salesloft guards such a log. */
  readonly isAdHoc?: boolean;
  /** What the practice line's callee does, whatever the number's last digit says. */
  readonly callee?: 'answers';
  readonly disposition?: string;
  /** From `newText`, for a row that must know it before. */
  readonly text?: string;
  /** What follows the first line of the notes. */
  readonly rest?: string;
  /** Sends the wrap-up for the first time, with whatever the row does around that moment. */
  readonly around?: (submit: () => Promise<Answer>) => Promise<Answer>;
};

export type MadeInFact = { readonly callId: string; readonly text: string; readonly answersLost: number };

/** Everybody on the list, as the worker has published it. */
export async function readWork(page: Page): Promise<readonly Work[]> {
  const rows = await page.evaluate(async () => {
    const stored = await chrome.storage.session.get('snapshot:queue');
    return (
      JSON.parse(String(stored['snapshot:queue'])) as {
        rows: { person: { personId: string; numbers: { e164?: string }[] }; source: Work['source'] }[];
      }
    ).rows;
  });
  return rows.flatMap(({ person: { personId, numbers }, source }) => {
    const to = numbers[0]?.e164;
    return to === undefined ? [] : [{ personId, source, to }];
  });
}

let textsSoFar = 0;

/** The first line of a call's notes, which no other call has. */
export function newText(): string {
  textsSoFar += 1;
  return `fault call ${textsSoFar}.`;
}

/** A call on its way, with all it will be known by in Salesloft. */
export type OpenCall = {
  readonly callId: string;
  readonly text: string;
  readonly rest: string;
  readonly work: Work;
  readonly source: Work['source'];
  readonly disposition: string;
};

export async function placeCall({ rep, nextWork }: Stage, facts: CallFacts = {}): Promise<OpenCall> {
  const { work = nextWork(), isAdHoc = false, callee, disposition = 'No Answer', text = newText(), rest = '' } = facts;
  const callId = randomUUID();
  const source = isAdHoc ? { kind: 'none' as const } : work.source;
  const placed = await askUntilAnswered(rep.panel, 'call.place', {
    callId,
    personId: work.personId,
    to: work.to,
    source,
    callee,
    overrides: [],
  });
  if (placed.kind !== 'value') throw new Error(`The call was refused: ${placed.code}`);
  const reply = placed.value as { readonly kind: string };
  if (reply.kind !== 'placed') throw new Error(`The call was not placed: ${JSON.stringify(reply)}`);
  return { callId, text, rest, work, source, disposition };
}

export async function endCall({ rep }: Stage, { callId }: OpenCall): Promise<void> {
  await until('the call has ended', async () => {
    await ask(rep.panel, 'call.hangUp', { callId });
    return (await stateOf(rep.panel, callId)) === 'ended';
  });
}

/** Sends the wrap-up until it is answered, and enters the call in the ledger; how many answers were lost. */
export async function logCall(stage: Stage, call: OpenCall, around?: CallFacts['around']): Promise<number> {
  const draft = {
    disposition: call.disposition,
    sentiment: '',
    notes: call.rest === '' ? call.text : `${call.text}\n${call.rest}`,
  };
  const submit = (): Promise<Answer> => ask(stage.rep.panel, 'wrapUp.submit', { callId: call.callId, draft });
  let answersLost = 0;
  let answer = await (around ? around(submit) : submit());
  while (answer.kind === 'lost') {
    answersLost += 1;
    if (answersLost > 50) throw new Error('The worker does not answer any more.');
    answer = await submit();
  }
  if (answer.kind !== 'value') throw new Error(`The log was refused: ${answer.code}`);
  enter(stage, call);
  return answersLost;
}

/** Into the ledger: from now on the call must be in Salesloft sooner or later. */
export function enter({ ledger, salesloft }: Stage, { callId, text, work, source, disposition }: OpenCall): void {
  const completes = source.kind === 'none' ? '' : `${source.kind} ${source.actionId ?? source.taskId}`;
  const userId = repIdOf(salesloft.world);
  ledger.made.push({
    callId,
    text,
    personId: work.personId,
    to: work.to,
    disposition,
    completes,
    userId,
    savedAt: Date.now(),
  });
}

/**
 * Calls, hangs up while it rings, and logs, by the panel's own messages; a message whose answer is lost is sent again,
 * as a rep presses again.
 */
export async function makeCall(stage: Stage, facts: CallFacts = {}): Promise<MadeInFact> {
  const call = await placeCall(stage, facts);
  await endCall(stage, call);
  const answersLost = await logCall(stage, call, facts.around);
  return { callId: call.callId, text: call.text, answersLost };
}

function stateOf(page: Page, callId: string): Promise<string> {
  return page.evaluate(async (wanted) => {
    const stored = await chrome.storage.session.get('snapshot:call');
    const text = stored['snapshot:call'] as string | undefined;
    const { call } = JSON.parse(text ?? '{}') as { call?: { callId: string; state: string } | null };
    return call?.callId === wanted ? call.state : 'not in hand';
  }, callId);
}
