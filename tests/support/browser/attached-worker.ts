import { CDPSessionEvent, type Browser, type CDPSession, type Connection } from 'puppeteer';

type Attachments = { readonly connection: Connection; readonly toWorkers: Set<string> };

const known = new WeakMap<Browser, Attachments>();

/**
 * Remembers every attachment of the debugger to a worker. Besides those that a test asks for, puppeteer gets one for each page
 * at whose opening a worker lives; it lets go of them at once, but takes one that comes while it attaches by wish for wished too,
 * and keeps it for ever.
 */
export async function watchAttachments(browser: Browser): Promise<void> {
  const session = await browser.target().createCDPSession();
  const connection = session.connection();
  await session.detach();
  if (!connection) throw new Error('The browser went away at its start.');
  const toWorkers = new Set<string>();
  const listen = (to: Connection | CDPSession): void =>
    void to.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
      if (targetInfo.type === 'service_worker') toWorkers.add(sessionId);
    });
  listen(connection);
  connection.on(CDPSessionEvent.SessionAttached, listen);
  known.set(browser, { connection, toWorkers });
}

/** Lets go of every worker. One may be gone already, and its attachment with it. */
export async function letWorkersGo(browser: Browser): Promise<void> {
  const { connection, toWorkers } = known.get(browser) ?? {};
  for (const sessionId of toWorkers ?? []) {
    toWorkers?.delete(sessionId);
    await connection
      ?.session(sessionId)
      ?.detach()
      .catch(() => undefined);
  }
}
