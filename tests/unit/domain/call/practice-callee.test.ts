import { describe, expect, it } from 'vitest';
import { CALLEE_BEHAVIOURS } from '@/lib/domain/call/line-capabilities';
import { calleeFor, scriptFor } from '@/lib/domain/call/practice-callee';
import { aNumber } from '@/tests/support/builders/builders';

describe('the practice callee', () => {
  it.each([
    ['0', 'answers'],
    ['4', 'answers'],
    ['5', 'busy'],
    ['6', 'noAnswer'],
    ['7', 'hangsUp'],
    ['8', 'rejects'],
    ['9', 'voicemail'],
  ] as const)('plays by the last digit: %s %s', (digit, behaviour) => {
    expect(calleeFor(aNumber(`+1404555013${digit}`), undefined)).toBe(behaviour);
  });

  it('does what the rep chose, whatever the number says', () => {
    expect(calleeFor(aNumber('+14045550135'), 'voicemail')).toBe('voicemail');
  });

  it('answers after about two seconds, rings out after twelve, and hangs up six seconds into the call', () => {
    expect(scriptFor('answers').ringMs).toBeGreaterThanOrEqual(1_500);
    expect(scriptFor('answers').ringMs).toBeLessThanOrEqual(2_500);
    expect(scriptFor('noAnswer')).toMatchObject({ ringMs: 12_000, then: 'noAnswer' });
    expect(scriptFor('hangsUp')).toMatchObject({ then: 'answer', hangsUpAfterMs: 6_000 });
  });

  it('hangs up by itself only where that is its part', () => {
    const byThemselves = CALLEE_BEHAVIOURS.filter((behaviour) => scriptFor(behaviour).hangsUpAfterMs !== undefined);
    expect(byThemselves).toEqual(['hangsUp']);
  });
});
