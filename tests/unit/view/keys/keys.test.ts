import { describe, expect, it } from 'vitest';
import { arrangeChoices } from '@/lib/domain/wrap-up/choices';
import { DEFAULT_KEYS } from '@/lib/domain/keys/key-map';
import { readKey, type KeyContext } from '@/lib/view/keys/keys';
import { someTeamRules } from '@/tests/support/builders/builders';

const rules = someTeamRules();
const choices = {
  dispositions: arrangeChoices(rules.dispositions, []),
  sentiments: arrangeChoices(rules.sentiments, []),
};
const listening: KeyContext = {
  isLive: false,
  hasCall: false,
  isCallShown: false,
  isNextShown: false,
  hasSession: false,
  choices,
  keys: DEFAULT_KEYS,
};
const live: KeyContext = {
  isLive: true,
  hasCall: true,
  isCallShown: true,
  isNextShown: false,
  hasSession: false,
  choices,
  keys: DEFAULT_KEYS,
};
const ended: KeyContext = { ...live, isLive: false };
const elsewhere: KeyContext = { ...live, isCallShown: false };

const press = (key: string, shiftKey = false) => {
  const isDigit = /^\d$/.test(key);
  return { key: isDigit && shiftKey ? '!' : key, code: isDigit ? `Digit${key}` : `Key${key.toUpperCase()}`, shiftKey };
};

describe('single keys', () => {
  it.each([
    ['0', 'hangUp'],
    ['m', 'mute'],
    ['H', 'hold'],
    ['d', 'keypad'],
    ['n', 'notes'],
    ['?', 'keySheet'],
  ])('%s during a call means %s', (key, kind) => {
    expect(readKey(press(key), live)).toEqual({ kind });
  });

  it('choose the team’s names by their place, with Shift whatever the keyboard writes then', () => {
    expect(readKey(press('2'), live)).toEqual({ kind: 'disposition', name: 'No Answer' });
    expect(readKey(press('1', true), ended)).toEqual({ kind: 'sentiment', name: 'Interested' });
    expect(readKey(press('9'), ended)).toBeUndefined();
    expect(readKey(press('1'), { ...ended, choices: { dispositions: [], sentiments: [] } })).toBeUndefined();
  });

  it('log only once the call has ended', () => {
    expect(readKey(press('Enter'), live)).toBeUndefined();
    expect(readKey(press('Enter'), ended)).toEqual({ kind: 'log' });
    expect(readKey(press('Enter'), listening)).toBeUndefined();
  });

  it('change nothing that is not on the screen, but can still hang up and mute', () => {
    for (const key of ['1', 'n', 'd', 'Enter']) expect(readKey(press(key), elsewhere)).toBeUndefined();
    expect(readKey(press('0'), elsewhere)).toEqual({ kind: 'hangUp' });
    expect(readKey(press('m'), elsewhere)).toEqual({ kind: 'mute' });
  });

  it('move in the list and undo while there is no call', () => {
    expect(readKey(press('j'), listening)).toEqual({ kind: 'move', step: 1 });
    expect(readKey(press('ArrowUp'), listening)).toEqual({ kind: 'move', step: -1 });
    expect(readKey(press('z'), listening)).toEqual({ kind: 'undo' });
    for (const key of ['j', 'ArrowUp', 'z']) expect(readKey(press(key), ended)).toBeUndefined();
    // During a call the outbox can be gone through all the same.
    expect(readKey(press('j'), elsewhere)).toEqual({ kind: 'move', step: 1 });
    expect(readKey(press('z'), elsewhere)).toBeUndefined();
    for (const key of ['0', 'm', 'h', '1', 'n']) expect(readKey(press(key), listening)).toBeUndefined();
  });

  it('mean what the rep has made of them, and nothing when they are off; Enter and the arrows stay', () => {
    const own = { ...live, keys: { ...DEFAULT_KEYS, mute: 'x' } };
    expect(readKey(press('x'), own)).toEqual({ kind: 'mute' });
    expect(readKey(press('m'), own)).toBeUndefined();
    const off = { ...ended, keys: undefined };
    for (const key of ['0', 'm', '1', 'n', '?', ' ']) expect(readKey(press(key), off)).toBeUndefined();
    expect(readKey(press('Enter'), off)).toEqual({ kind: 'log' });
    expect(readKey(press('ArrowDown'), { ...listening, keys: undefined })).toEqual({ kind: 'move', step: 1 });
  });

  it('skip, put off, dial and pause in a dial session', () => {
    const up = { ...listening, isNextShown: true, hasSession: true };
    expect(readKey(press('s'), up)).toEqual({ kind: 'skip' });
    expect(readKey(press('l'), up)).toEqual({ kind: 'later' });
    expect(readKey(press('Enter'), up)).toEqual({ kind: 'dial' });
    expect(readKey(press(' '), { ...live, hasSession: true })).toEqual({ kind: 'pauseOrResume' });
    expect(readKey(press('l'), ended)).toEqual({ kind: 'later' });
    for (const key of ['s', 'l', ' ']) expect(readKey(press(key), listening)).toBeUndefined();
  });
});
