import type { Browser, Target } from 'puppeteer';

/** Words of every console error, refused load and uncaught exception, each with where it happened. */
export type ErrorLog = { readonly all: () => readonly string[] };

/** Listens to every context of the extension from now on, whoever opens it; to the worker only if wished. */
export function collectErrors(browser: Browser, origin: string, listensToWorker: boolean): ErrorLog {
  const found: string[] = [];
  const listened = new WeakSet<Target>();
  const listen = (target: Target): void => {
    if (listened.has(target) || !target.url().startsWith(origin)) return;
    if (target.type() === 'service_worker' && !listensToWorker) return;
    listened.add(target);
    // A context that is gone before it can be listened to has nothing more to say.
    void attach(target, (words) => found.push(`${target.url()}: ${words}`)).catch(() => undefined);
  };
  browser.on('targetcreated', listen);
  browser.on('targetchanged', listen);
  browser.targets().forEach(listen);
  return { all: () => [...found] };
}

async function attach(target: Target, tell: (words: string) => void): Promise<void> {
  if (target.type() === 'service_worker') {
    const worker = await target.worker();
    worker?.on('console', (message) => {
      if (message.type() === 'error') tell(message.text());
    });
    return;
  }
  const page = target.type() === 'page' ? await target.page() : await target.asPage();
  page?.on('console', (message) => {
    if (message.type() === 'error') tell(message.text());
  });
  page?.on('pageerror', (error) => tell(error instanceof Error ? error.message : String(error)));
}
