import { browser } from 'wxt/browser';
import { DialerError } from '@/lib/domain/core/errors';
import { BUILD } from './build';
import { isEnvelope, type Address, type Envelope, type Reply } from './envelope';
import { isWorkerGoing } from './going-worker';
import { ruleOf } from './rules';
import { whoSent, type OwnAddresses } from './sender';

type AnyProtocol<Protocol> = { readonly [Type in keyof Protocol]: (input: never) => unknown };

export type Handlers<Protocol extends AnyProtocol<Protocol>> = {
  readonly [Type in keyof Protocol]: (
    input: Parameters<Protocol[Type]>[0],
    from: From,
  ) => ReturnType<Protocol[Type]> | Promise<ReturnType<Protocol[Type]>>;
};

/** The tab that a message came from; -1 for none. */
export type From = { readonly tabId: number; readonly windowId: number };

export type ServeOptions = {
  /** Runs in the turn of the message itself: Chrome opens a panel only while the rep's click is that fresh. */
  readonly atOnce?: (type: string, from: From) => void;
  /** Makes the handler's input of what came with a message; throws DialerError for what cannot be read. */
  readonly readInput?: (type: string, given: unknown) => unknown;
  /** Awaited before any handler runs; the listener itself is there from the first synchronous turn. */
  readonly ready?: Promise<unknown>;
  /** Asked before a command that needs the lease, with what the sender claims; unless true, it is refused as `lease-lost`. */
  readonly mayAct?: (claim: unknown) => Promise<boolean>;
  /** Told of every failure that is a bug rather than an answer. */
  readonly onBug: (where: string, error: unknown) => void;
};

/** Answers the messages of one address. Messages to others, and messages nobody may send, get no answer at all. */
export function serve<Protocol extends AnyProtocol<Protocol>>(
  address: Address,
  handlers: Handlers<Protocol>,
  options: ServeOptions,
): void {
  const own = ownAddresses();
  const table = handlers as unknown as Readonly<Record<string, (input: unknown, from: From) => unknown>>;
  browser.runtime.onMessage.addListener((message: unknown, sender, respond: (reply: Reply | undefined) => void) => {
    if (!isEnvelope(message) || message.loftline !== address) return false;
    if (ruleOf(address, message.type)?.from !== whoSent(sender, own)) return false;
    const from = { tabId: sender.tab?.id ?? -1, windowId: sender.tab?.windowId ?? -1 };
    if (message.build === BUILD) options.atOnce?.(message.type, from);
    void answer(message, from, table, options).then(respond);
    // Keeps the channel open for an answer that comes later.
    return true;
  });
}

async function answer(
  message: Envelope,
  from: From,
  table: Readonly<Record<string, (input: unknown, from: From) => unknown>>,
  options: ServeOptions,
): Promise<Reply | undefined> {
  if (message.build !== BUILD) return { ok: false, code: 'reload-needed', detail: '' };
  try {
    await options.ready;
    const needsLease = ruleOf(message.loftline, message.type)?.needsLease ?? true;
    if (needsLease && !(await options.mayAct?.(message.lease))) return { ok: false, code: 'lease-lost', detail: '' };
    const input = options.readInput ? options.readInput(message.type, message.input) : message.input;
    const value: unknown = await table[message.type]?.(input, from);
    return { ok: true, value: value ?? null };
  } catch (error) {
    if (error instanceof DialerError) return { ok: false, code: error.code, detail: error.detail };
    // No answer is a lost answer: the sender asks again, and the next worker finds out.
    if (isWorkerGoing(error)) return undefined;
    options.onBug(message.type, error);
    return { ok: false, code: 'unexpected', detail: error instanceof Error ? error.message : String(error) };
  }
}

function ownAddresses(): OwnAddresses {
  const origin = browser.runtime.getURL('/').replace(/\/$/, '');
  return {
    id: browser.runtime.id,
    origin,
    workerUrl: `${origin}/background.js`,
    phoneUrl: `${origin}/offscreen.html`,
  };
}
