import { countryOfNumber, zonesOfNumber } from '@/lib/domain/geography/number-zones';
import type { NumberKind, PersonNumber } from '@/lib/domain/call/person';
import { asId, type E164 } from '@/lib/domain/core/ids';
import { readExtension } from './number-text';
import { readNumbers, type ReadNumber, type Region } from './read-numbers';

/** A field of Salesloft's; `extension` is Salesloft's own field for it, and stands over one in the text. */
export type NumberField = { readonly kind: NumberKind; readonly raw: string; readonly extension: string };

/**
 * Salesloft keeps numbers as somebody typed them. None when the field is empty; with text that names no number, or it
 * is not clear which, the text alone, so that the rep sees what stands there.
 */
export function toPersonNumbers(field: NumberField, region: Region): readonly PersonNumber[] {
  const { kind, raw } = field;
  if (raw === '') return [];
  const { numbers, words, needsCountry } = readNumbers(raw, region);
  if (numbers.length > 0) return numbers.map((one) => asDialed(field, one, words, numbers.length === 1));
  const extension = readExtension(field.extension);
  const rest = extension === '' ? field.extension : '';
  return [{ kind, raw, display: raw, extension, words: rest, ...(needsCountry ? { isCountryUnknown: true } : {}) }];
}

/** A number as a rep types it, with or without its country code; undefined when it is none, or more than one. */
export function readTypedNumber(typed: string, region: Region): E164 | undefined {
  const { numbers } = readNumbers(typed, region);
  const [only] = numbers;
  return only && numbers.length === 1 ? asId<E164>(only.parsed.number) : undefined;
}

function asDialed(field: NumberField, read: ReadNumber, words: string, isOnly: boolean): PersonNumber {
  const e164 = asId<E164>(read.parsed.number);
  // Of two numbers in a field, nobody says whose extension stands beside it.
  const own = isOnly ? readExtension(field.extension) : '';
  const rest = own === '' ? field.extension : '';
  const country = countryOfNumber(e164, read.parsed.country ?? '');
  const zones = zonesOfNumber(e164);
  return {
    kind: field.kind,
    raw: field.raw,
    e164,
    display: read.parsed.formatInternational(),
    extension: own || read.extension,
    words: [words, rest].filter((part) => part !== '').join(' · '),
    ...(country === '' ? {} : { country }),
    ...(zones.length > 0 ? { zones } : {}),
  };
}
