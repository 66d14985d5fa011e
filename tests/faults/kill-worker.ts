import type { CDPSession } from 'puppeteer';
import type { Loftline } from '../support/browser/launch.ts';

export type WorkerKiller = {
  /** Stops the worker at once; false when none was running. Resolves when Chrome has taken the order. */
  readonly kill: () => Promise<boolean>;
};

/** Stops workers so fast that the moment can be chosen: the connection stands before, and one message is enough. */
export async function makeWorkerKiller(loftline: Loftline): Promise<WorkerKiller> {
  const devtools: CDPSession = await loftline.browser.target().createCDPSession();
  const workers = new Map<string, true>();
  devtools.on('Target.targetCreated', ({ targetInfo: { targetId, type, url } }) => {
    if (type === 'service_worker' && url.includes(loftline.extensionId)) workers.set(targetId, true);
  });
  devtools.on('Target.targetDestroyed', ({ targetId }) => void workers.delete(targetId));
  await devtools.send('Target.setDiscoverTargets', { discover: true });
  return {
    kill: async () => {
      const [targetId] = workers.keys();
      if (targetId === undefined) return false;
      return devtools.send('Target.closeTarget', { targetId }).then(
        () => true,
        () => false,
      );
    },
  };
}
