/** How far Salesloft's clock is ahead of ours, ms. */
export type ClockOffset = { readonly ms: number };

/** `serverAt`: the reply's `Date`, 0 when it has none. The others by our own clock: when it was asked for, and when it came. */
export type DatedReply = { readonly serverAt: number; readonly askedAt: number; readonly cameAt: number };

/** A `Date` has whole seconds, rounded down. */
const WITHIN_MS = 999;

/**
 * What a reply proves of the offset. It was dated somewhere between asking and coming, which may be long: the computer may have
 * slept in between. So the offset known before stays as long as it can be true, and moves no further than it must.
 */
export function offsetFrom({ serverAt, askedAt, cameAt }: DatedReply, before: ClockOffset): ClockOffset {
  if (serverAt === 0) return before;
  return { ms: Math.max(serverAt - cameAt, Math.min(before.ms, serverAt + WITHIN_MS - askedAt)) };
}
