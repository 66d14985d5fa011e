// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { isFocusFree, useUnhurried } from '@/components/ui/unhurried';

const activation = { isActive: false, hasBeenActive: false };
const hasFocus = vi.fn(() => true);
let now = 1_000;

beforeEach(() => {
  Object.assign(activation, { isActive: false, hasBeenActive: false });
  Object.defineProperty(navigator, 'userActivation', { value: activation, configurable: true });
  vi.spyOn(document, 'hasFocus').mockImplementation(hasFocus);
  vi.spyOn(performance, 'now').mockImplementation(() => now);
});
afterEach(() => render(null, document.body));

function CallButton({ shown, onCall }: { readonly shown: string; readonly onCall: () => void }) {
  return (
    <span {...useUnhurried(shown)}>
      <button type="button" onClick={onCall}>
        {shown}
      </button>
    </span>
  );
}

function draw(shown: string) {
  const onCall = vi.fn();
  void act(() => render(<CallButton shown={shown} onCall={onCall} />, document.body));
  const button = document.querySelector('button');
  const press = (detail: number) => button?.dispatchEvent(new MouseEvent('click', { detail, bubbles: true }));
  return { onCall, button, byKey: () => press(0), byPointer: () => press(1) };
}

it('drops a press on a button that has just come up under a rep at work', () => {
  activation.isActive = true;
  const { onCall, byKey, byPointer } = draw('Call Dora');
  now += 200;
  byKey();
  byPointer();
  expect(onCall).not.toHaveBeenCalled();
  now += 300;
  byKey();
  byPointer();
  expect(onCall).toHaveBeenCalledTimes(2);
});

it('counts a button as new when it calls somebody else', () => {
  activation.isActive = true;
  draw('Call Dora');
  now += 5_000;
  const { onCall, byKey } = draw('Call Otto');
  byKey();
  expect(onCall).not.toHaveBeenCalled();
});

it('takes the first press of a rep who comes from the page', () => {
  const { onCall, byKey } = draw('Call Dora');
  byKey();
  expect(onCall).toHaveBeenCalledOnce();
});

it('hears no key that is held down', () => {
  const { button } = draw('Call Dora');
  const held = new KeyboardEvent('keydown', { key: 'Enter', repeat: true, bubbles: true, cancelable: true });
  button?.dispatchEvent(held);
  expect(held.defaultPrevented).toBe(true);
  const pressed = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true });
  button?.dispatchEvent(pressed);
  expect(pressed.defaultPrevented).toBe(false);
});

it('gives the focus to nothing while a field has it, or the rep is at work', () => {
  expect(isFocusFree()).toBe(true);
  const { button } = draw('Call Dora');
  button?.focus();
  expect(isFocusFree()).toBe(true);
  activation.hasBeenActive = true;
  hasFocus.mockReturnValue(false);
  expect(isFocusFree()).toBe(false);
  button?.blur();
  expect(isFocusFree()).toBe(true);
  hasFocus.mockReturnValue(true);
  expect(isFocusFree()).toBe(false);
  hasFocus.mockReturnValue(false);
  activation.isActive = true;
  expect(isFocusFree()).toBe(false);
});

it('takes the focus from no field, touched or not', () => {
  void act(() => render(<input />, document.body));
  document.querySelector('input')?.focus();
  expect(isFocusFree()).toBe(false);
});
