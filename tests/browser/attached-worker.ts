import type { Target, WebWorker } from 'puppeteer';

const attached = new WeakMap<Target, Promise<WebWorker | null>>();

/** The worker behind the target, with the debugger attached to it until `detachFrom`. */
export function attachTo(target: Target): Promise<WebWorker | null> {
  const worker = target.worker();
  attached.set(target, worker);
  return worker;
}

/**
 * Lets go of a worker that was attached to, and never attaches in order to do so: while puppeteer attaches by wish, it takes
 * an attachment of its own accord, as one comes with every start of a worker, for wished too, and keeps it for ever.
 */
export async function detachFrom(target: Target): Promise<void> {
  const worker = attached.get(target);
  attached.delete(target);
  // It may be gone already, and its attachment with it.
  await worker?.then((held) => held?.client.detach()).catch(() => undefined);
}
