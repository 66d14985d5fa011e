import { BUILD } from './act.ts';
import type { Loftline } from './launch.ts';
import { until } from './until.ts';

export type Packets = { readonly sent: number; readonly received: number };

/** Counts the sound packets of the live call, as the phone itself reports them, until `isEnough`. */
export async function packetsOf(loftline: Loftline, isEnough: (packets: Packets) => boolean): Promise<Packets> {
  let packets: Packets = { sent: 0, received: 0 };
  await until('enough sound packets both ways', async () => {
    const worker = await loftline.worker();
    packets = await worker.evaluate(async (build): Promise<Packets> => {
      const reply: unknown = await chrome.runtime.sendMessage({
        loftline: 'phone',
        type: 'phone.liveCalls',
        input: {},
        build,
      });
      const [live] = (reply as { value: { packetsSent: number; packetsReceived: number }[] }).value;
      return { sent: live?.packetsSent ?? 0, received: live?.packetsReceived ?? 0 };
    }, BUILD);
    return isEnough(packets);
  });
  return packets;
}
