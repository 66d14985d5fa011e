import type { Call } from '@/lib/domain/call/call';
import type { E164 } from '@/lib/domain/core/ids';
import { localTime } from '@/lib/domain/core/local-time';

/** When the person was last dialed, of their calls newest first; 0 when never. A call that never left this device is none. */
export function lastDialedAt(calls: readonly Call[]): number {
  return calls.find(({ state }) => state !== 'placing')?.placedAt ?? 0;
}

/**
 * On how many days in a row, newest first, calls to the number failed or were blocked. Anything else that happened to it
 * ends the row, but for a call that was cut off before the answer: that says nothing of the number.
 */
export function failedDays(calls: readonly Call[], to: E164, timeZone: string): number {
  const toNumber = calls.filter((call) => call.to === to && call.state === 'ended' && !isUntold(call));
  const lastGood = toNumber.findIndex(({ endReason }) => endReason !== 'failed' && endReason !== 'blocked');
  const failed = lastGood === -1 ? toNumber : toNumber.slice(0, lastGood);
  return new Set(failed.map(({ placedAt }) => (localTime(placedAt, timeZone) ?? localTime(placedAt, 'UTC'))?.date))
    .size;
}

function isUntold({ endReason, connectedAt }: Call): boolean {
  return endReason === 'lost' && connectedAt === undefined;
}
