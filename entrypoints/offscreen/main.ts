import { serve } from '@/lib/messaging/serve';
import { sendToWorker } from '@/lib/messaging/client';
import type { PhoneProtocol } from '@/lib/messaging/protocol';
import { choosePhone } from '@/lib/phone/choose-phone';
import { createDeviceChoice } from '@/lib/phone/device-choice';
import { createCloseWhenQuiet } from '@/lib/phone/close-when-quiet';
import { createLine } from '@/lib/phone/line';
import { createLineGuardian } from '@/lib/phone/line-guardian';
import { createProgressReporter } from '@/lib/phone/report-progress';
import { logBug } from '@/lib/platform/bug-log';

const progress = createProgressReporter({
  send: (event) => sendToWorker('call.progressed', event),
  now: () => Date.now(),
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
});
const devices = createDeviceChoice();
const report = createLineGuardian({
  read: (callId) => line.readSound(callId),
  report: progress.report,
  everySecond: (work) => {
    const timer = setInterval(work, 1_000);
    return () => clearInterval(timer);
  },
});
const line = createLine({ ...progress, report, choosePhone: (config, tell) => choosePhone(config, tell, devices) });

const LOOK_EVERY_MS = 10_000;
/** Between two dials of one session it stays: opening it anew takes a tenth of a second. */
const QUIET_MS = 2 * 60_000;
const closeWhenQuiet = createCloseWhenQuiet({
  isIdle: line.isIdle,
  close: () => window.close(),
  now: () => performance.now(),
  patienceMs: QUIET_MS,
});
setInterval(() => {
  line.tellStillLive();
  closeWhenQuiet();
}, LOOK_EVERY_MS);

serve<PhoneProtocol>(
  'phone',
  {
    'phone.prepare': ({ line: config }) => line.prepare(config).then(() => null),
    'phone.dial': async ({ callId, to, extension, callerId, line: config, devices: chosen }) => {
      if (chosen) devices.set(chosen);
      await line.dial(config, {
        callId,
        to,
        extension,
        callerId,
        ...(config.kind === 'practice' && config.callee ? { callee: config.callee } : {}),
      });
      return null;
    },
    'phone.hangUp': ({ callId }) => line.hangUp(callId).then(() => null),
    'phone.mute': ({ callId, muted }) => line.mute(callId, muted).then(() => null),
    'phone.hold': ({ callId, held }) => line.hold(callId, held).then(() => null),
    'phone.sendDigits': ({ callId, digits }) => line.sendDigits(callId, digits).then(() => null),
    'phone.useDevices': (chosen) => {
      devices.set(chosen);
      return null;
    },
    'phone.liveCalls': () => line.liveCalls(),
  },
  { onBug: logBug },
);
