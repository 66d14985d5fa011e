import type { EndReason } from '@/lib/domain/call/call';

/** How a call ended. `failure` in the network's own words; empty where the reason says it all. */
export type CallOutcome = { readonly reason: EndReason; readonly failure: string };

/** Whether a network's own words say that it kept the call from the person, whatever number it gave for it. */
export function namesBlocking(words: string): boolean {
  return /\b(?:block(?:ed|ing)?|spam|robo-?call\w*|unwanted|scam|fraud\w*)\b/i.test(words);
}
