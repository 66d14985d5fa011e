import { browser } from 'wxt/browser';
import { DialerError } from '@/lib/domain/core/errors';
import type { LeaseClaim } from '@/lib/domain/lease/lease';
import { BUILD } from './build';
import type { Address, Envelope, Reply } from './envelope';
import type { PhoneMessage, PhoneProtocol, WorkerMessage, WorkerProtocol } from './protocol';

export { isLeased, isRepeatable } from './rules';

/**
 * Asks the worker. Rejects with a DialerError; `answer-lost` means unknown, not failed: the worker may have been
 * stopped after doing what it was asked, so the snapshots tell.
 */
export function sendToWorker<Type extends WorkerMessage>(
  type: Type,
  input: Parameters<WorkerProtocol[Type]>[0],
  lease?: LeaseClaim,
): Promise<ReturnType<WorkerProtocol[Type]>> {
  return send('worker', type, input, lease) as Promise<ReturnType<WorkerProtocol[Type]>>;
}

/** Asks the offscreen document, which must be open. Only the worker calls this. */
export function sendToPhone<Type extends PhoneMessage>(
  type: Type,
  input: Parameters<PhoneProtocol[Type]>[0],
): Promise<ReturnType<PhoneProtocol[Type]>> {
  return send('phone', type, input) as Promise<ReturnType<PhoneProtocol[Type]>>;
}

async function send(address: Address, type: string, input: unknown, lease?: LeaseClaim): Promise<unknown> {
  const envelope: Envelope = { loftline: address, type, input, build: BUILD, ...(lease ? { lease } : {}) };
  let reply: Reply | undefined;
  try {
    reply = await browser.runtime.sendMessage<Envelope, Reply | undefined>(envelope);
  } catch (error) {
    throw new DialerError('answer-lost', error instanceof Error ? error.message : String(error));
  }
  if (reply === undefined) throw new DialerError('answer-lost');
  if (!reply.ok) throw new DialerError(reply.code, reply.detail);
  return reply.value;
}
