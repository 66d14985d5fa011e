import type { CalleeBehaviour } from './line-capabilities';
import type { E164 } from '@/lib/domain/core/ids';

/** What the practice line's simulated callee does by the number's last digit, 0 to 9. */
export const CALLEE_BY_LAST_DIGIT: readonly CalleeBehaviour[] = [
  'answers',
  'answers',
  'answers',
  'answers',
  'answers',
  'busy',
  'noAnswer',
  'hangsUp',
  'rejects',
  'voicemail',
];

export function calleeFor(to: E164, chosen: CalleeBehaviour | undefined): CalleeBehaviour {
  return chosen ?? CALLEE_BY_LAST_DIGIT[Number(to.at(-1))] ?? 'answers';
}

export type CalleeScript = {
  readonly ringMs: number;
  /** What comes after the ringing. */
  readonly then: 'answer' | 'busy' | 'noAnswer' | 'rejected';
  readonly sound: 'talk' | 'voicemail';
  /** Hangs up this long after the answer; undefined: never by itself. */
  readonly hangsUpAfterMs?: number;
};

/** The callee's part, in times a rep would expect of a person. */
export function scriptFor(behaviour: CalleeBehaviour): CalleeScript {
  switch (behaviour) {
    case 'answers':
      return { ringMs: 2_200, then: 'answer', sound: 'talk' };
    case 'hangsUp':
      return { ringMs: 2_200, then: 'answer', sound: 'talk', hangsUpAfterMs: 6_000 };
    case 'voicemail':
      return { ringMs: 3_500, then: 'answer', sound: 'voicemail' };
    case 'busy':
      return { ringMs: 400, then: 'busy', sound: 'talk' };
    case 'noAnswer':
      return { ringMs: 12_000, then: 'noAnswer', sound: 'talk' };
    case 'rejects':
      return { ringMs: 1_500, then: 'rejected', sound: 'talk' };
  }
}
