import { useEffect } from 'preact/hooks';
import { text } from '@/lib/text/text';

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'];

/** While it is open, digit keys are sent to the other side. */
export function DigitPad({ onDigit }: { readonly onDigit: (digit: string) => void }) {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const isTyping = event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLInputElement;
      if (isTyping || !DIGITS.includes(event.key)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      onDigit(event.key);
    };
    document.addEventListener('keydown', press, { capture: true });
    return () => document.removeEventListener('keydown', press, { capture: true });
  }, [onDigit]);
  return (
    <div class="digits" role="group" aria-label={text('keypad')}>
      {DIGITS.map((digit) => (
        <button key={digit} type="button" class="button" onClick={() => onDigit(digit)}>
          {digit}
        </button>
      ))}
    </div>
  );
}
