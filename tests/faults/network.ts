import type { Loftline } from '../support/browser/launch.ts';
import { until } from '../support/browser/until.ts';

export type Outage = {
  /** Whether the worker knows: `navigator.onLine` is what it goes by. */
  readonly isKnown: () => Promise<boolean>;
  readonly comeBack: () => Promise<void>;
};

/** Takes the network from the worker, as from a laptop whose Wi-Fi is gone. It must not be stopped meanwhile. */
export async function goOffline(loftline: Loftline): Promise<Outage> {
  const worker = await loftline.worker();
  const emulate = (offline: boolean): Promise<unknown> =>
    worker.client.send('Network.emulateNetworkConditions', {
      offline,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput: -1,
    });
  const isOffline = (): Promise<boolean> => worker.evaluate(() => !navigator.onLine);
  await worker.client.send('Network.enable');
  await emulate(true);
  await until('the worker knows that it is offline', isOffline);
  return {
    isKnown: isOffline,
    comeBack: async () => {
      await emulate(false);
      await until('the worker knows that it is online', async () => !(await isOffline()));
    },
  };
}
