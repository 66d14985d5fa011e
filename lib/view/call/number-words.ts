import type { PersonNumber } from '@/lib/domain/call/person';
import { text } from '@/lib/text/text';

/** A number with its extension, as it is read out: "+1 404 555 2050 ext. 2231". */
export function withExtension(display: string, extension: string): string {
  return extension === '' ? display : text('numberWithExtension', display, extension);
}

/** All that Salesloft says of a number that can be dialed: the number, its extension, the words beside it. */
export function numberWords({ display, extension, words }: PersonNumber): string {
  const number = withExtension(display, extension);
  return words === '' ? number : text('numberWithWords', number, words);
}

/** Why a number cannot be dialed, with what stands in Salesloft. */
export function undialableWords({ raw, isCountryUnknown }: PersonNumber): string {
  return text(isCountryUnknown === true ? 'numberCountryUnknown' : 'numberUndialable', raw);
}
