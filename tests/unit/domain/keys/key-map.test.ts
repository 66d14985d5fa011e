import { describe, expect, it } from 'vitest';
import {
  actionOf,
  DEFAULT_KEYS,
  DEFAULT_KEY_PREFERENCES,
  KEY_ACTIONS,
  keyMapOf,
  keyProblem,
  readKeyPreferences,
} from '@/lib/domain/keys/key-map';

describe('single keys', () => {
  it('have one meaning each', () => {
    expect(new Set(Object.values(DEFAULT_KEYS)).size).toBe(KEY_ACTIONS.length);
    for (const action of KEY_ACTIONS) expect(keyProblem(action, DEFAULT_KEYS[action], DEFAULT_KEYS)).toBeUndefined();
  });

  it('mean what the rep has made of them, whatever their case', () => {
    const map = keyMapOf({ areOn: true, keys: { mute: 'x' } });
    expect(actionOf('X', map)).toBe('mute');
    expect(actionOf('m', map)).toBeUndefined();
    expect(actionOf('Enter', map)).toBeUndefined();
  });

  it.each([
    ['', { kind: 'not-one-key' }],
    ['ab', { kind: 'not-one-key' }],
    ['4', { kind: 'chooses' }],
    ['H', { kind: 'taken', by: 'hold' }],
    ['x', undefined],
    ['é', undefined],
  ])('%j for mute: %o', (key, problem) => {
    expect(keyProblem('mute', key, DEFAULT_KEYS)).toEqual(problem);
  });

  it.each([
    [undefined, DEFAULT_KEY_PREFERENCES],
    ['nonsense', DEFAULT_KEY_PREFERENCES],
    [
      { areOn: false, keys: { mute: 'X', hold: 7, nobody: 'y' } },
      { areOn: false, keys: { mute: 'x' } },
    ],
    [{ keys: { mute: 'h' } }, { areOn: true, keys: {} }],
    [{ keys: { mute: 'x', hold: 'x' } }, { areOn: true, keys: { mute: 'x' } }],
  ])('are read from %o as far as they make sense', (stored, wishes) => {
    expect(readKeyPreferences(stored)).toEqual(wishes);
  });
});
