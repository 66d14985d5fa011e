import { serve } from '@/lib/messaging/serve';
import { sendToWorker } from '@/lib/messaging/client';
import type { PhoneProtocol } from '@/lib/messaging/protocol';
import { choosePhone } from '@/lib/phone/choose-phone';
import { createLine } from '@/lib/phone/line';
import { createProgressReporter } from '@/lib/phone/report-progress';
import { logBug } from '@/lib/platform/bug-log';

const progress = createProgressReporter({
  send: (event) => sendToWorker('call.progressed', event),
  now: () => Date.now(),
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
});
const line = createLine({ ...progress, choosePhone });

const STILL_LIVE_EVERY_MS = 10_000;
setInterval(line.tellStillLive, STILL_LIVE_EVERY_MS);

serve<PhoneProtocol>(
  'phone',
  {
    'phone.dial': async ({ callId, to, extension, callerId, line: config }) => {
      await line.dial(config.kind, {
        callId,
        to,
        extension,
        callerId,
        ...(config.callee ? { callee: config.callee } : {}),
      });
      return null;
    },
    'phone.hangUp': ({ callId }) => line.hangUp(callId).then(() => null),
    'phone.mute': ({ callId, muted }) => line.mute(callId, muted).then(() => null),
    'phone.hold': ({ callId, held }) => line.hold(callId, held).then(() => null),
    'phone.sendDigits': ({ callId, digits }) => line.sendDigits(callId, digits).then(() => null),
    'phone.liveCalls': () => line.liveCalls(),
  },
  { onBug: logBug },
);
