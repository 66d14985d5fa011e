import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readNumbers } from '@/lib/salesloft/read-numbers';

const american = { country: 'US' as const, isGuess: false };
const german = { country: 'DE' as const, isGuess: false };

const area = fc.constantFrom('404', '212', '415', '503');
const line = fc.integer({ min: 0, max: 9999 }).map((end) => `555${String(end).padStart(4, '0')}`);
const national = fc.tuple(area, line).map(([code, rest]) => code + rest);
const shape = fc.constantFrom('NNN-NNN-NNNN', '(NNN) NNN-NNNN', 'NNN.NNN.NNNN', '+1 NNN NNN NNNN', 'NNNNNNNNNN');
const between = fc.constantFrom(' / ', ', ', '; ', ' or ', ' und ', '\n', ' ', ' | ', ' & ', '/', ' - ', ' x', ' and ');

it('never makes a number of the digits of two', () => {
  fc.assert(
    fc.property(national, national, shape, shape, between, (one, other, first, second, mark) => {
      const { numbers } = readNumbers(write(one, first) + mark + write(other, second), american);
      for (const { parsed } of numbers) expect([one, other]).toContain(parsed.nationalNumber);
    }),
    { numRuns: 1000 },
  );
});

it('reads one number in every shape it is written in', () => {
  fc.assert(
    fc.property(national, shape, (one, form) => {
      expect(readNumbers(write(one, form), american).numbers.map(({ parsed }) => parsed.number)).toEqual([`+1${one}`]);
    }),
  );
});

it('never dials digits that do not stand in the text, in their order', () => {
  const piece = fc.oneof(
    fc.integer({ min: 0, max: 99_999_999 }).map(String),
    fc.constantFrom('+49', '030', '+', '00', '(0)', 'x', 'ext', ' ', '/', '-', ',', 'or', ';', 'room ', '9am', '\n'),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), fc.constantFrom(american, german), (pieces, region) => {
      const text = pieces.join('');
      for (const { parsed } of readNumbers(text, region).numbers)
        expect(standsIn(parsed.nationalNumber, text), `${parsed.number} of ${JSON.stringify(text)}`).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

/** "NNN-NNN-NNNN" with the digits in place of N. */
function write(digits: string, form: string): string {
  const left = [...digits];
  return form.replace(/N/g, () => left.shift() ?? '');
}

function standsIn(digits: string, text: string): boolean {
  let at = -1;
  return [...digits].every((digit) => (at = text.indexOf(digit, at + 1)) >= 0);
}
