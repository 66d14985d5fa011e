import type { Browser, Page, Target, WebWorker } from 'puppeteer';
import { letWorkersGo } from './attached-worker.ts';
import { until } from './until.ts';

const PATIENCE_MS = 15_000;

/** The running service worker; waits for one to start, which a message or an opened page makes it do. */
export async function findWorker(browser: Browser, extensionId: string): Promise<WebWorker> {
  const target = await browser.waitForTarget((candidate) => isWorkerOf(candidate, extensionId), {
    timeout: PATIENCE_MS,
  });
  const worker = await target.worker();
  if (!worker) throw new Error('The service worker went away while it was being looked at.');
  return worker;
}

/**
 * Stops the service worker, as Chrome does when it is idle; resolves once it is gone. Nobody may be attached to it at that
 * moment: Chrome then stops it only by half, and it answers nothing any more.
 */
export async function stopWorker(browser: Browser, extensionId: string): Promise<void> {
  const running = (): readonly Target[] => browser.targets().filter((candidate) => isWorkerOf(candidate, extensionId));
  const url = running()[0]?.url();
  if (url === undefined) return;
  const devtools = await browser.target().createCDPSession();
  const findInfo = async () => {
    const { targetInfos } = await devtools.send('Target.getTargets');
    return targetInfos.find((info) => info.type === 'service_worker' && info.url === url);
  };
  await until('nobody is attached to the worker', async () => {
    // Chrome may stop it by itself at this very moment, and start another one.
    await letWorkersGo(browser);
    return (await findInfo())?.attached !== true;
  });
  const info = await findInfo();
  const stopped = running();
  if (info) {
    await devtools.send('Target.closeTarget', { targetId: info.targetId }).catch(() => undefined);
    await until('the worker is gone', () => !browser.targets().some((target) => stopped.includes(target)));
  }
  await devtools.detach();
}

/** The offscreen document; puppeteer counts it among the background pages. */
export async function findOffscreen(browser: Browser, url: string): Promise<Page> {
  const target = await browser.waitForTarget((candidate) => candidate.url() === url, { timeout: PATIENCE_MS });
  return target.asPage();
}

/** A page that some act opens by itself: Salesloft's sign-in window, the microphone page, the side panel. */
export async function waitForPage(browser: Browser, isIt: (url: string) => boolean): Promise<Page> {
  const target = await browser.waitForTarget((candidate) => candidate.type() === 'page' && isIt(candidate.url()), {
    timeout: PATIENCE_MS,
  });
  return target.asPage();
}

function isWorkerOf(target: Target, extensionId: string): boolean {
  return target.type() === 'service_worker' && target.url().startsWith(`chrome-extension://${extensionId}/`);
}
