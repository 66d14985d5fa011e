import { defineBackground } from 'wxt/utils/define-background';
import { readInput } from '@/lib/messaging/inputs';
import { serve } from '@/lib/messaging/serve';
import type { WorkerProtocol } from '@/lib/messaging/protocol';
import { logBug } from '@/lib/platform/bug-log';
import { openPanelIn } from '@/lib/platform/side-panel';
import { assembleWorker } from './assemble';
import { createHandlers } from './handlers';
import { listen } from './listeners';
import { startWorker } from './start';

/** Chrome wakes the worker only for listeners that stand after its first synchronous turn: nothing is awaited here. */
export default defineBackground(() => {
  const worker = assembleWorker();
  const ready = startWorker(worker);
  listen(worker, ready);
  serve<WorkerProtocol>('worker', createHandlers(worker), {
    ready,
    readInput,
    onBug: logBug,
    mayAct: worker.lease.mayAct,
    atOnce: (type, { windowId }) => {
      if (type === 'overlay.callRequested') openPanelIn(windowId);
    },
  });
});
