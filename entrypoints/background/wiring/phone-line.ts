import type { Devices } from '@/lib/domain/call/devices';
import type { phoneSettings } from '@/lib/domain/call/dial-settings';
import { sendToPhone } from '@/lib/messaging/client';
import type { OffscreenDocument } from '@/lib/platform/offscreen';
import type { PhonePort } from '@/lib/services/call/phone-port';

type LineSettings = ReturnType<typeof phoneSettings>;
type Prepared = LineSettings & { readonly devices: Devices };

/** The phone as the worker reaches it: the offscreen document is opened before anything is asked of it. */
export function createPhoneLine(deps: {
  readonly document: OffscreenDocument;
  readonly readLine: () => Promise<LineSettings>;
  readonly readDevices: () => Promise<Devices>;
}): PhonePort & {
  readonly useDevices: (devices: Devices) => Promise<void>;
  /** Between the calls of a dial session; never rejects. */
  readonly keepMicrophone: (isKept: boolean) => Promise<void>;
} {
  /** Commands for a call that is over find the document closed, and then there is nothing to do. */
  const whenOpen = async (ask: () => Promise<unknown>): Promise<void> => {
    if (await deps.document.isOpen()) await ask();
  };
  const gather = async (): Promise<Prepared> => {
    const [set, devices] = await Promise.all([deps.readLine(), deps.readDevices()]);
    // The panel hands it to the computer's softphone.
    if (set.line.kind !== 'handoff') await deps.document.ensureOpen();
    return { ...set, devices };
  };
  /** Of the dial that is being prepared: it finds everything there, and its word is sent before the panel draws the call. */
  let prepared: Promise<Prepared> | undefined;

  return {
    prepare: async () => {
      prepared = gather();
      try {
        const { line } = await prepared;
        if (line.kind !== 'handoff') await sendToPhone('phone.prepare', {});
      } catch {
        // The dial that follows meets the same, and tells it.
      }
    },
    dial: async ({ callId, to, extension, callee }) => {
      const { dial: settings, line, devices } = await (prepared ?? gather());
      prepared = undefined;
      if (line.kind === 'handoff') return;
      // Every open page of ours hears it, so the line’s credentials are not in it: the phone asks for them.
      const dial = () =>
        sendToPhone('phone.dial', { callId, to, extension, ...settings, devices, ...(callee ? { callee } : {}) });
      await dial().catch(async (error: unknown) => {
        // It closed itself in that moment, after a quiet time. The same call rings once, however often it is asked for.
        if (await deps.document.isOpen()) throw error;
        await deps.document.ensureOpen();
        await dial();
      });
    },
    hangUp: (callId) => whenOpen(() => sendToPhone('phone.hangUp', { callId })),
    mute: (callId, muted) => whenOpen(() => sendToPhone('phone.mute', { callId, muted })),
    record: (order) => whenOpen(() => sendToPhone('phone.record', order)),
    transfer: (callId, to) => whenOpen(() => sendToPhone('phone.transfer', { callId, to })),
    hold: (callId, held) => whenOpen(() => sendToPhone('phone.hold', { callId, held })),
    sendDigits: (callId, digits) => whenOpen(() => sendToPhone('phone.sendDigits', { callId, digits })),
    keepMicrophone: async (isKept) => {
      try {
        if (!isKept) return await whenOpen(() => sendToPhone('phone.keepMicrophone', {}));
        const { line, devices } = await gather();
        if (line.kind !== 'handoff') await sendToPhone('phone.keepMicrophone', { devices });
      } catch {
        // Only a head start is lost.
      }
    },
    useDevices: (devices) => whenOpen(() => sendToPhone('phone.useDevices', devices)),
    liveCalls: async () => ((await deps.document.isOpen()) ? sendToPhone('phone.liveCalls', {}) : []),
  };
}
