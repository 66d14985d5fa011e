import { useSignal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';
import { text } from '@/lib/text/text';
import { isForField } from '@/lib/view/keys/keys';

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'];

/** While it is open, digit keys are sent to the other side. */
export function DigitPad({ onDigit }: { readonly onDigit: (digit: string) => void }) {
  const sent = useSignal('');
  const send = (digit: string): void => {
    sent.value += digit;
    onDigit(digit);
  };
  // With the first frame: a digit that is typed at once must not be taken for the key that hangs up.
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isForField(event.target, event.key)) return;
      if (!DIGITS.includes(event.key)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (!event.repeat) send(event.key);
    };
    document.addEventListener('keydown', press, { capture: true });
    return () => document.removeEventListener('keydown', press, { capture: true });
  });
  return (
    <div class="digits" role="group" aria-label={text('keypad')}>
      <p class="digits-sent numbers clip">{sent.value === '' ? text('keypadHint') : sent.value}</p>
      {DIGITS.map((digit) => (
        <button key={digit} type="button" class="button numbers" onClick={() => send(digit)}>
          {digit}
        </button>
      ))}
    </div>
  );
}
