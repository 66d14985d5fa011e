import type { WorkerMessage } from './protocol';

/** Commands that ring, log or decide: only the surface that holds the lease may give them. */
const LEASED: ReadonlySet<string> = new Set<WorkerMessage>([
  'call.place',
  'call.hangUp',
  'call.answered',
  'call.mute',
  'call.record',
  'call.transfer',
  'call.hold',
  'call.sendDigits',
  'wrapUp.saveDraft',
  'wrapUp.submit',
  'wrapUp.takeUp',
  'wrapUp.waive',
  'dialSession.start',
  'dialSession.pause',
  'dialSession.resume',
  'dialSession.end',
  'dialSession.skip',
]);

export function isLeased(type: string): boolean {
  return LEASED.has(type);
}
