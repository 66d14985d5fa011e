/** A stretch of a field that may be a number, and what stands around it. */
export type Stretch = {
  /** As written, without its extension. */
  readonly text: string;
  /** Digits; empty when there is none. */
  readonly extension: string;
  /** What stands between the stretch before and this one. */
  readonly before: string;
};

export type NumberText = { readonly stretches: readonly Stretch[]; readonly after: string };

const STRETCH = /[+(]*\d(?:[ ().-]{0,4}\d)*/y;

const EXTENSION_WORDS =
  'extension|exten|extn|ext|durchwahl|dw|toestel|poste|ramal|anexo|interno|int|доб|内線|分機|내선|x|#|\\*|~';

/** Behind a number: a word for an extension, or a pause (comma), and up to eight digits. */
const EXTENSION = new RegExp(
  String.raw`(?:;ext=|[\s,;:]*\(?(?:${EXTENSION_WORDS})[.:#\s]*-?)(\d{1,8})(?!\d)\)?#?|,{1,3}(\d{1,5})(?![\d-])`,
  'iuy',
);

/** The zeros of the digits that people write besides ASCII: Arabic, Persian, Devanagari, Bengali, Thai. */
const ZEROS = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50];

const VANITY = /(?:\+?1[ .-]?)?\(?[2-9]\d\d\)?[ .-]?(?=[A-Z\d .-]*[A-Z]{3})[A-Z\d](?:[ .-]?[A-Z\d]){6,}(?![a-z])/;
const KEYPAD = ['ABC', 'DEF', 'GHI', 'JKL', 'MNO', 'PQRS', 'TUV', 'WXYZ'];
/** Of a vanity number, so many digits count; the letters beyond them are for the eye. */
const VANITY_DIGITS = 10;

/** Without what nobody sees: full-width and foreign digits become ASCII, every blank a blank, every dash a hyphen. */
export function plainText(written: string): string {
  return written
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\r\n\v\f\u2028\u2029]+/g, '\n')
    .replace(/[^\S\n]/g, ' ')
    .replace(/[\p{Pd}\u2212]/gu, '-')
    .replace(/[\u2044\u2215]/g, '/')
    .replace(/\p{Nd}/gu, asciiDigit)
    .replace(/^\s*(?:tel|callto|phone|sip):\s*(?=[+(\d])/i, '')
    .trim();
}

/** The stretches of a text that `plainText` has cleaned. */
export function splitNumberText(plain: string): NumberText {
  const text = plain.replace(VANITY, spellOut);
  const stretches: Stretch[] = [];
  let end = 0;
  for (let at = text.search(/[+(]*\d/); at >= 0; at = nextDigit(text, end)) {
    const found = matchAt(STRETCH, text, at)?.[0] ?? '';
    const extension = matchAt(EXTENSION, text, at + found.length);
    stretches.push({ text: found, extension: extension?.[1] ?? extension?.[2] ?? '', before: text.slice(end, at) });
    end = at + found.length + (extension?.[0].length ?? 0);
  }
  return { stretches, after: text.slice(end) };
}

/** Digits of a field that is meant for an extension; empty when it says anything else. */
export function readExtension(written: string): string {
  const form = new RegExp(String.raw`^(?:${EXTENSION_WORDS}|tel)?[.:#\s]*(\d{1,8})#?$`, 'iu');
  return form.exec(plainText(written))?.[1] ?? '';
}

export function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}

function nextDigit(text: string, from: number): number {
  const next = text.slice(from).search(/[+(]*\d/);
  return next < 0 ? next : from + next;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  const zero = ZEROS.find((first) => code >= first && code < first + 10);
  return zero === undefined ? digit : String(code - zero);
}

function spellOut(vanity: string): string {
  const digits = digitsOf(
    vanity.replace(/[A-Z]/g, (letter) => String(KEYPAD.findIndex((key) => key.includes(letter)) + 2)),
  );
  const national = digits.startsWith('1') ? digits.slice(1) : digits;
  return `+1${national.slice(0, VANITY_DIGITS)}`;
}
