import type { PolicyFileText } from './write-policy';

/** A file in the encoding that its platform reads; UTF-16 begins with a byte order mark. */
export function textFile({ text, encoding }: PolicyFileText): Blob {
  if (encoding === 'utf-8') return new Blob([text], { type: 'text/plain' });
  const units = new Uint16Array([0xfeff, ...Array.from({ length: text.length }, (_, place) => text.charCodeAt(place))]);
  return new Blob([units], { type: 'text/plain' });
}
