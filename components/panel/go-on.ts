import type { DialSessionStore } from '@/lib/view/dial-session/dial-session-store';
import type { QueueStore } from '@/lib/view/queue/queue-store';
import { focusCallOf } from './focus';

/** After a log the keyboard goes on with the next on the list; in a dial session its card takes the focus by itself. */
export function goOn(dialSession: Pick<DialSessionStore, 'run'>, queue: Pick<QueueStore, 'current'>): void {
  if (dialSession.run.value?.state === 'running') return;
  focusCallOf(queue.current.value);
}
