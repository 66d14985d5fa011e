import type { PhoneSystem } from './phone-system.ts';

/** How the way to a call can be cut; `halfOpen`: the socket stays open and carries nothing ever after. */
export type Cut = 'socket' | 'sound' | 'socket and sound' | 'half-open socket' | 'half-open socket and sound';

export const CUTS: readonly Cut[] = [
  'socket',
  'sound',
  'socket and sound',
  'half-open socket',
  'half-open socket and sound',
];

/** In a quick round each cut is tried once; all lengths of all cuts take four minutes. */
export const QUICK: readonly (readonly [Cut, number])[] = [
  ['socket', 1],
  ['sound', 5],
  ['socket and sound', 1],
  ['socket and sound', 20],
  ['half-open socket', 5],
];
export const ALL = CUTS.flatMap((cut) => [1, 5, 20].map((seconds) => [cut, seconds] as const));

/** Cuts at once; resolves when the way is whole again. `whileCut` happens in the middle. */
export async function cutFor(
  system: PhoneSystem,
  cut: Cut,
  seconds: number,
  whileCut: () => Promise<void>,
): Promise<void> {
  if (cut.endsWith('sound')) system.mediaGate.shut();
  if (cut.startsWith('half-open')) system.gate.deafen();
  else if (cut.startsWith('socket')) system.gate.shut();
  const over = new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
  await whileCut();
  await over;
  system.mediaGate.reopen();
  system.gate.reopen();
}
