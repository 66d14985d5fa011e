import type { Page } from 'puppeteer';
import { BUILD } from '../support/browser/act.ts';

/** A worker dies a few times in a row when it is killed at random, but not for ever. */
const MOST_TRIES = 50;

/** What came of one message to the worker; `lost` means unknown: the worker may have died after doing it. */
export type Answer =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'lost' };

/** Sends one message as the panel's own script does, with whatever claim to the lease stands, or another. */
export function ask(
  page: Page,
  type: string,
  input: unknown,
  claim?: { readonly surfaceId: string; readonly token: number },
): Promise<Answer> {
  return page.evaluate(
    async (message, own): Promise<Answer> => {
      try {
        const stored = (await chrome.storage.session.get('snapshot:lease'))['snapshot:lease'];
        const { holder, token } = JSON.parse(typeof stored === 'string' ? stored : '{}') as {
          holder?: string;
          token?: number;
        };
        const lease = own ?? (holder ? { surfaceId: holder, token } : undefined);
        const envelope = lease ? { ...message, lease } : message;
        const reply = (await chrome.runtime.sendMessage<
          unknown,
          { ok: boolean; value?: unknown; code?: string } | undefined
        >(envelope)) ?? { ok: false };
        if (reply.ok) return { kind: 'value', value: reply.value };
        return reply.code === undefined ? { kind: 'lost' } : { kind: 'refused', code: reply.code };
      } catch {
        return { kind: 'lost' };
      }
    },
    { loftline: 'worker', type, input, build: BUILD },
    claim ?? null,
  );
}

/** Asks as a rep presses again when nothing came of it; every message of ours may be repeated. */
export async function askUntilAnswered(
  page: Page,
  type: string,
  input: unknown,
): Promise<Exclude<Answer, { kind: 'lost' }>> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const answer = await ask(page, type, input);
    if (answer.kind !== 'lost') return answer;
  }
  throw new Error(`The worker does not answer ${type} any more.`);
}
