/** Letters and digits that nobody confuses: no 0, O, 1 or I. */
const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const LENGTH = 8;

/**
 * A call's short reference, `K7MQ-2XWD`, from the first 40 bits of the SHA-256 of its id. Written as the note's last
 * line, it recognises a call whose answer was lost.
 */
export function referenceFrom(digest: Uint8Array): string {
  let text = '';
  for (let place = 0; place < LENGTH; place += 1) text += ALPHABET[fiveBits(digest, place * 5)] ?? '';
  return `${text.slice(0, 4)}-${text.slice(4)}`;
}

/** The reference in a note; undefined when there is none. The last one counts: people quote older notes above. */
export function findReference(note: string): string | undefined {
  return [...note.matchAll(/\bref ([A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4})\b/g)].at(-1)?.[1];
}

function fiveBits(bytes: Uint8Array, offset: number): number {
  const index = Math.floor(offset / 8);
  const pair = ((bytes[index] ?? 0) << 8) | (bytes[index + 1] ?? 0);
  return (pair >> (11 - (offset % 8))) & 31;
}
