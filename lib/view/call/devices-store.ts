import { signal } from '@preact/signals';
import { STANDARD_DEVICES, type Devices } from '@/lib/domain/call/devices';
import type { sendToWorker } from '@/lib/messaging/client';
import { text } from '@/lib/text/text';
import type { Notices } from '@/lib/view/core/notices';

type Found = { readonly microphones: readonly Named[]; readonly speakers: readonly Named[] };
type Named = { readonly id: string; readonly name: string };

export type DevicesStore = ReturnType<typeof createDevicesStore>;

/** The microphones and loudspeakers of this computer, and which are chosen. */
export function createDevicesStore(deps: {
  readonly send: typeof sendToWorker;
  readonly read: () => Promise<Devices>;
  readonly watch: (onChange: (devices: Devices) => void) => void;
  readonly watchDevices: (tell: (found: Found) => void) => void;
  readonly isInCall: () => boolean;
  readonly notices: Notices;
}) {
  const chosen = signal(STANDARD_DEVICES);
  const microphones = signal<readonly Named[]>([]);
  const speakers = signal<readonly Named[]>([]);
  const take = (devices: Devices): void => {
    chosen.value = devices;
  };
  void deps.read().then(take);
  deps.watch(take);
  /** The call goes on with what the computer has left: the rep is told which one it was. */
  const tellOfGone = (found: Found): void => {
    const there = new Set([...found.microphones, ...found.speakers].map(({ id }) => id));
    const mayBeInUse = (gone: Named, chosenId: string): boolean =>
      !there.has(gone.id) && (chosenId === '' || chosenId === gone.id);
    const gone =
      microphones.peek().find((one) => mayBeInUse(one, chosen.peek().microphoneId)) ??
      speakers.peek().find((one) => mayBeInUse(one, chosen.peek().speakerId));
    if (gone && deps.isInCall()) deps.notices.say(text('deviceUnplugged', gone.name));
  };
  deps.watchDevices((found) => {
    tellOfGone(found);
    microphones.value = found.microphones;
    speakers.value = found.speakers;
  });
  const choose = (devices: Devices): void => {
    chosen.value = devices;
    void deps.notices.run(() => deps.send('devices.choose', devices));
  };
  return {
    chosen,
    microphones,
    speakers,
    chooseMicrophone: (microphoneId: string): void => choose({ ...chosen.peek(), microphoneId }),
    chooseSpeaker: (speakerId: string): void => choose({ ...chosen.peek(), speakerId }),
  };
}
