/** How far Salesloft's clock is ahead of ours, ms, from the `Date` of its latest reply; it has whole seconds. */
export type ClockOffset = { readonly ms: number };

export function offsetFrom(serverAt: number, now: number, before: ClockOffset): ClockOffset {
  return serverAt === 0 ? before : { ms: serverAt - now };
}
