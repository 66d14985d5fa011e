import { browser } from 'wxt/browser';
import { createAlarms, ERASURE_ALARM, OUTBOX_ALARM, STORAGE_ALARM } from '@/lib/platform/alarms';
import { onCommand } from '@/lib/platform/commands';
import { logBug } from '@/lib/platform/bug-log';
import { onPolicyChanged } from '@/lib/platform/managed-policy';
import { watchCleared } from '@/lib/storage/snapshots/publish-snapshots';
import type { Worker } from './assemble';
import { afterStart } from './start';

/** What wakes the worker besides messages. Everything waits for `ready`; nothing is lost meanwhile. */
export function listen(worker: Worker, ready: Promise<void>): void {
  const whenReady = (where: string, work: () => Promise<unknown>): void => {
    ready.then(work).catch((error: unknown) => logBug(where, error));
  };
  createAlarms().onRing(OUTBOX_ALARM, () => whenReady('outbox alarm', worker.delivery.flush));
  createAlarms().onRing(STORAGE_ALARM, () => whenReady('storage alarm', worker.storage.tryAgain));
  createAlarms().onRing(ERASURE_ALARM, () => whenReady('erasure alarm', worker.journal.eraseOld));
  watchCleared(() => whenReady('cleared snapshots', worker.recovery.publishAgain));
  onCommand('end-as-no-answer', () => whenReady('end as no answer', worker.oneKeys.endAsNoAnswer));
  onCommand('dial-next', () => whenReady('dial the next', worker.oneKeys.dialNext));
  onCommand('mute', () => whenReady('mute', worker.oneKeys.mute));
  onPolicyChanged(() => whenReady('policy', worker.settings.followPolicy));
  // Chrome wakes the worker for these two, and starting is all there is to do.
  browser.runtime.onStartup.addListener(() => undefined);
  browser.runtime.onInstalled.addListener(() => undefined);
  whenReady('start', () => afterStart(worker));
}
