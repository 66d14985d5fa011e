import { parsePhoneNumberFromString, type CountryCode, type PhoneNumber } from 'libphonenumber-js/min';
import { digitsOf, plainText, splitNumberText, type NumberText, type Stretch } from './number-text';

/** Where numbers written without a country code belong; `isGuess`: nobody has said so of this person. */
export type Region = { readonly country: CountryCode | undefined; readonly isGuess: boolean };

export type ReadNumber = { readonly parsed: PhoneNumber; readonly extension: string };

export type NumberReading = {
  /** Every number that the text names; none where it is not clear which. */
  readonly numbers: readonly ReadNumber[];
  /** What stands beside them. */
  readonly words: string;
  /** There is a number, but of which country is not known. */
  readonly needsCountry: boolean;
};

/** Fewer digits are no number of their own beside another one. */
const WHOLE = 7;
/** A shorter end of a number is not told from an extension, a time or a room. */
const SHORTEST_END = 4;

/** Where a number stood among the words. */
const NUMBER_MARK = '\u0000';

const SLASH = /^\s*\/\s*-?\s*$/;
const BETWEEN_NUMBERS = /^\s*(?:[,;|&/\n•·]|-?\s*(?:or|and|und|oder|ou|et|y|o|e|of|en|och|eller|или|и)|\n)\s*$/iu;
const UNIT = /^\s*[\p{L}%]/u;

/** Reads a field as people fill it: one number or more, with words around them. */
export function readNumbers(written: string, region: Region): NumberReading {
  const plain = plainText(written);
  const joined = joinHalves(splitNumberText(plain));
  const text = { ...joined, stretches: joined.stretches.flatMap((stretch) => breakUp(stretch, region)) };
  const found: (ReadNumber & { readonly text: string })[] = [];
  let words = '';
  let isUnclear = false;
  let needsCountry = false;
  for (const [place, stretch] of text.stretches.entries()) {
    const last = found.at(-1);
    const isListed = last !== undefined && BETWEEN_NUMBERS.test(stretch.before);
    if (!isListed) words += stretch.before;
    const parsed = parseNext(stretch, last, region, isListed);
    if (parsed) {
      found.push({ parsed, extension: stretch.extension, text: stretch.text });
      words += NUMBER_MARK;
      continue;
    }
    const next = text.stretches[place + 1]?.before ?? text.after;
    const isWhole = digitsOf(stretch.text).length >= WHOLE;
    if (isListed && !UNIT.test(next)) isUnclear = true;
    if (isWhole && (region.country === undefined || region.isGuess)) needsCountry = true;
    words += stretch.text + (stretch.extension === '' ? '' : ` x${stretch.extension}`);
  }
  if (isUnclear || found.length === 0) return { numbers: [], words: '', needsCountry: needsCountry && !isUnclear };
  return { numbers: distinct(found), words: tidy(words + text.after), needsCountry: false };
}

/** "030/901820" and "+43 1 58858/0" are one number each; "/" between two whole ones is not. */
function joinHalves({ stretches, after }: NumberText): NumberText {
  const joined: Stretch[] = [];
  for (const stretch of stretches) {
    const before = joined.at(-1);
    const isHalf = before && (digitsOf(before.text).length < WHOLE || digitsOf(stretch.text) === '0');
    if (before && before.extension === '' && isHalf && SLASH.test(stretch.before))
      joined[joined.length - 1] = { ...stretch, text: `${before.text} ${stretch.text}`, before: before.before };
    else joined.push(stretch);
  }
  return { stretches: joined, after };
}

/** Two numbers with only a blank between them, or a number and an hour or a room. */
function breakUp(stretch: Stretch, region: Region): readonly Stretch[] {
  const { text, before, extension } = stretch;
  if (parseNumber(text, region)) return [stretch];
  for (let at = text.lastIndexOf(' '); at > 0; at = text.lastIndexOf(' ', at - 1)) {
    const end = text.slice(at + 1);
    const head = parseNumber(text.slice(0, at), region);
    const tail = head && parseNumber(end, region);
    const isRest = head?.countryCallingCode === '1' && digitsOf(end).length < WHOLE;
    if (head && ((tail && isComplete(end, tail, head)) || isRest))
      return [
        { text: text.slice(0, at).replace(/[ -]+$/, ''), before, extension: '' },
        { text: end, before: ' ', extension },
      ];
  }
  return [stretch];
}

function parseNext(
  { text }: Stretch,
  last: (ReadNumber & { readonly text: string }) | undefined,
  region: Region,
  isListed: boolean,
): PhoneNumber | undefined {
  if (last && digitsOf(text).length < SHORTEST_END) return undefined;
  const parsed = parseNumber(text, region);
  if (!last) return parsed;
  if (parsed && isComplete(text, parsed, last.parsed)) return parsed;
  const end = isListed ? withOtherEnd(last.text, text) : undefined;
  return end === undefined ? undefined : parseNumber(end, region);
}

/** Beside another number: begun with its country or area code, or as long as the other. */
function isComplete(text: string, parsed: PhoneNumber, other: PhoneNumber): boolean {
  return /^[+(]*[+0]/.test(text) || parsed.nationalNumber.length === other.nationalNumber.length;
}

/** "030 901820 / 901821": the second begins as the first. Only where its digits take the place of whole groups. */
function withOtherEnd(before: string, end: string): string | undefined {
  const wanted = digitsOf(end).length;
  const groups = [...before.matchAll(/\d+/g)].slice(1).reverse();
  let length = 0;
  for (const group of groups) {
    length += group[0].length;
    if (length === wanted) return `${before.slice(0, group.index)}${end}`;
  }
  return undefined;
}

function parseNumber(written: string, { country, isGuess }: Region): PhoneNumber | undefined {
  const text = written.replace(/^\((\+\d+)\)/, '$1 ').replace(/^\(\+/, '+');
  const parsed = asToday(
    parsePhoneNumberFromString(text, { ...(country ? { defaultCountry: country } : {}), extract: false }),
  );
  if (parsed?.isPossible() && (!isGuess || text.startsWith('+') || parsed.isValid())) return parsed;
  // Abroad is dialed by 00 in most of the world, by 011 in North America: people write it as they dial it.
  const abroad = /^\(?(?:00|011)\)?[\s-]*(?=[1-9])/.exec(text);
  const international = abroad ? asToday(parsePhoneNumberFromString(`+${text.slice(abroad[0].length)}`)) : undefined;
  return international?.isValid() ? international : undefined;
}

/** Mexico's mobile numbers lost the 1 behind their country code in 2019; it is still on record everywhere. */
function asToday(parsed: PhoneNumber | undefined): PhoneNumber | undefined {
  const old = /^\+521(\d{10})$/.exec(parsed?.number ?? '');
  return old ? parsePhoneNumberFromString(`+52${old[1] ?? ''}`) : parsed;
}

function distinct(found: readonly ReadNumber[]): readonly ReadNumber[] {
  return [...new Map(found.map((one) => [`${one.parsed.number} ${one.extension}`, one])).values()];
}

/** For the eye: without the marks that stood between numbers and words. */
function tidy(words: string): string {
  return words
    .split(NUMBER_MARK)
    .map((part) =>
      part
        .replace(/\p{So}/gu, '')
        .replace(/^[\s,;:|/()\-.]+|[\s,;:|/()\-]+$/g, '')
        .replace(/\s+/g, ' '),
    )
    .filter((part) => /[\p{L}\d]/u.test(part))
    .join(' · ');
}
