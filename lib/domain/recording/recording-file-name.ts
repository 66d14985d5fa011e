import type { CallId } from '@/lib/domain/core/ids';
import type { LocalTime } from '@/lib/domain/core/local-time';

/** In the extension's own private files: no page and no other program sees them. */
export const RECORDINGS_FOLDER = 'recordings';

/** Disks count bytes: 255 on most, 143 on an encrypted home folder; date, time and id need 30. */
const LONGEST_NAME_BYTES = 110;

/** Of a recording: when, whom, and a little of the call's id, so that no two are alike. Good on every kind of disk. */
export function recordingFileName(personName: string, began: LocalTime | undefined, callId: CallId): string {
  const minutes = began?.minuteOfDay ?? 0;
  const clock = `${String(Math.floor(minutes / 60)).padStart(2, '0')}${String(minutes % 60).padStart(2, '0')}`;
  const words = personName
    .toWellFormed()
    .replace(/[^\p{Letter}\p{Mark}\p{Number} '-]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const name = firstBytes(words, LONGEST_NAME_BYTES).trim();
  return `${[began?.date ?? '', clock, name, callId.replace(/[^a-z0-9]/gi, '').slice(-6)].filter((part) => part !== '').join(' ')}.webm`;
}

/** As many whole characters as fit into so many bytes of UTF-8. */
function firstBytes(words: string, most: number): string {
  let bytes = 0;
  let fitting = '';
  for (const character of words) {
    bytes += bytesOf(character.codePointAt(0) ?? 0);
    if (bytes > most) break;
    fitting += character;
  }
  return fitting;
}

function bytesOf(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}
