import { openPanelOnActionClick } from '@/lib/platform/side-panel';
import type { Worker } from './assemble';
import { readSignIn } from './wiring/published-state';

/** Everything that must be true before the first message is answered. */
export async function startWorker(worker: Worker): Promise<void> {
  await worker.settings.closeToPages();
  await worker.settings.publishSettings();
  await worker.connection.resume();
  await worker.recovery.atStart();
  await worker.clock.restore();
}

/** What may wait until messages are answered. */
export async function afterStart(worker: Worker): Promise<void> {
  await openPanelOnActionClick();
  await worker.recovery.afterStart();
  await worker.dialSession.restore();
  await worker.lease.restore();
  await worker.oneKeys.resume();
  if ((await readSignIn()).state === 'signedIn') await worker.teamRules.current();
  await worker.delivery.flush();
  await worker.journal.eraseOld();
}
