import type { Devices } from '@/lib/domain/devices';
import type { LineConfig } from '@/lib/domain/line-config';
import { sendToPhone } from '@/lib/messaging/client';
import type { OffscreenDocument } from '@/lib/platform/offscreen';
import type { PhonePort } from '@/lib/services/phone-port';

/** The phone as the worker reaches it: the offscreen document is opened before anything is asked of it. */
export function createPhoneLine(deps: {
  readonly document: OffscreenDocument;
  readonly readLine: () => Promise<{ readonly callerId: string; readonly line: LineConfig }>;
  readonly readDevices: () => Promise<Devices>;
}): PhonePort & { readonly useDevices: (devices: Devices) => Promise<void> } {
  /** Commands for a call that is over find the document closed, and then there is nothing to do. */
  const whenOpen = async (ask: () => Promise<unknown>): Promise<void> => {
    if (await deps.document.isOpen()) await ask();
  };
  return {
    dial: async ({ callId, to, extension, callee }) => {
      const { callerId, line } = await deps.readLine();
      // The panel hands it to the computer's softphone.
      if (line.kind === 'handoff') return;
      const [devices] = await Promise.all([deps.readDevices(), deps.document.ensureOpen()]);
      const chosen: LineConfig = callee && line.kind === 'practice' ? { ...line, callee } : line;
      const dial = () => sendToPhone('phone.dial', { callId, to, extension, callerId, line: chosen, devices });
      await dial().catch(async (error: unknown) => {
        // It closed itself in that moment, after a quiet time. The same call rings once, however often it is asked for.
        if (await deps.document.isOpen()) throw error;
        await deps.document.ensureOpen();
        await dial();
      });
    },
    hangUp: (callId) => whenOpen(() => sendToPhone('phone.hangUp', { callId })),
    mute: (callId, muted) => whenOpen(() => sendToPhone('phone.mute', { callId, muted })),
    hold: (callId, held) => whenOpen(() => sendToPhone('phone.hold', { callId, held })),
    sendDigits: (callId, digits) => whenOpen(() => sendToPhone('phone.sendDigits', { callId, digits })),
    useDevices: (devices) => whenOpen(() => sendToPhone('phone.useDevices', devices)),
    liveCalls: async () => ((await deps.document.isOpen()) ? sendToPhone('phone.liveCalls', {}) : []),
  };
}
