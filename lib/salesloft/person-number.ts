import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/min';
import type { NumberKind, PersonNumber } from '@/lib/domain/queue/due-work';
import { asId, type E164 } from '@/lib/domain/core/ids';
import { countryOf } from './country';

/**
 * Salesloft keeps numbers as somebody typed them. None when the field is empty; with text that is no number, the text
 * alone, so that the rep sees what stands there. `extension` is Salesloft's own field and stands over one in the text.
 */
export function toPersonNumber(
  kind: NumberKind,
  raw: string,
  extension: string,
  country: CountryCode,
): readonly PersonNumber[] {
  if (raw === '') return [];
  const parsed = parsePhoneNumberFromString(raw, country);
  if (!parsed?.isPossible()) return [{ kind, raw, display: raw, extension: '' }];
  return [
    {
      kind,
      raw,
      e164: asId<E164>(parsed.number),
      display: parsed.formatInternational().replace(/ ext\..*$/, ''),
      extension: digits(extension) || digits(parsed.ext ?? ''),
      ...(parsed.country ? { country: parsed.country } : {}),
    },
  ];
}

/** A number as a rep types it, with or without its country code; undefined when it is none. */
export function readNumber(typed: string, timeZone: string, repCountry: string): E164 | undefined {
  const parsed = parsePhoneNumberFromString(typed, countryOf([], timeZone, repCountry));
  return parsed?.isPossible() ? asId<E164>(parsed.number) : undefined;
}

function digits(text: string): string {
  return text.replace(/\D/g, '').slice(0, 12);
}
