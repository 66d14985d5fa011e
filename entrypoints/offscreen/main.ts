import { MICROPHONE_LIGHT } from '@/lib/domain/call/microphone-state';
import { serve } from '@/lib/messaging/serve';
import { sendToWorker } from '@/lib/messaging/client';
import type { PhoneProtocol } from '@/lib/messaging/protocol';
import { choosePhone } from '@/lib/phone/line/choose-phone';
import { createDeviceChoice } from '@/lib/phone/audio/device-choice';
import { createCloseWhenQuiet } from '@/lib/phone/line/close-when-quiet';
import { createLine } from '@/lib/phone/line/line';
import { createKeptMicrophone } from '@/lib/phone/audio/kept-microphone';
import { captureDevice } from '@/lib/phone/audio/open-microphone';
import { createCallRecorder } from '@/lib/phone/recording/call-recorder';
import { startRecorder } from '@/lib/phone/recording/recorder';
import { openRecordingFile } from '@/lib/phone/recording/recording-file';
import { createLineGuardian } from '@/lib/phone/line/line-guardian';
import { createProgressReporter } from '@/lib/phone/line/report-progress';
import { logBug } from '@/lib/platform/bug-log';

const progress = createProgressReporter({
  send: (event) => sendToWorker('call.progressed', event),
  now: () => Date.now(),
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
});
const light = new BroadcastChannel(MICROPHONE_LIGHT);
const keptMicrophone = createKeptMicrophone({
  capture: captureDevice,
  tell: (isOpen) => light.postMessage({ isOpen }),
  isInCall: () => !line.isIdle(),
});
// A panel that has just been opened asks.
light.addEventListener('message', ({ data: word }: MessageEvent<{ isOpen?: boolean }>) => {
  if (word.isOpen === undefined) light.postMessage({ isOpen: keptMicrophone.isOpen() });
});
const devices = createDeviceChoice(keptMicrophone.take);
const recorder = createCallRecorder({
  connection: (callId) => line.connection(callId),
  openFile: openRecordingFile,
  start: startRecorder,
  report: progress.report,
});
const report = createLineGuardian({
  read: (callId) => line.readSound(callId),
  report: recorder.report,
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
  isIdle: () => line.isIdle() && !keptMicrophone.isOpen(),
  close: () => window.close(),
  now: () => performance.now(),
  patienceMs: QUIET_MS,
});
setInterval(() => {
  line.tellStillLive();
  closeWhenQuiet();
}, LOOK_EVERY_MS);

/** With its credentials; an answer goes to the page that asked alone. */
const readLine = () => sendToWorker('phone.lineNeeded', {});

serve<PhoneProtocol>(
  'phone',
  {
    'phone.prepare': async () => {
      await line.prepare(await readLine());
      return null;
    },
    'phone.dial': async ({ devices: chosen, ...request }) => {
      if (chosen) devices.set(chosen);
      await line.dial(await readLine(), request);
      return null;
    },
    'phone.hangUp': ({ callId }) => line.hangUp(callId).then(() => null),
    'phone.mute': ({ callId, muted }) => line.mute(callId, muted).then(() => null),
    'phone.hold': ({ callId, held }) => line.hold(callId, held).then(() => null),
    'phone.record': (order) => recorder.record(order).then(() => null),
    'phone.transfer': ({ callId, to }) => line.transfer(callId, to).then(() => null),
    'phone.sendDigits': ({ callId, digits }) => line.sendDigits(callId, digits).then(() => null),
    'phone.keepMicrophone': ({ devices: chosen }) => {
      if (chosen) void keptMicrophone.keep(chosen);
      else keptMicrophone.release();
      return null;
    },
    'phone.useDevices': (chosen) => {
      devices.set(chosen);
      if (keptMicrophone.isOpen()) void keptMicrophone.keep(chosen);
      return null;
    },
    'phone.liveCalls': () => line.liveCalls(),
  },
  { onBug: logBug },
);
