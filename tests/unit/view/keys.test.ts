import { describe, expect, it } from 'vitest';
import { arrangeChoices } from '@/lib/domain/choices';
import { readKey, type KeyContext } from '@/lib/view/keys';
import { someTeamRules } from '@/tests/fakes/builders';

const rules = someTeamRules();
const choices = { dispositions: arrangeChoices(rules.dispositions, []), sentiments: arrangeChoices(rules.sentiments, []) };
const listening: KeyContext = { isLive: false, hasCall: false, isCallShown: false, isNextShown: false, hasSession: false, choices };
const live: KeyContext = { isLive: true, hasCall: true, isCallShown: true, isNextShown: false, hasSession: false, choices };
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
});
