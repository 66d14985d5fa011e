import type { CallId } from '@/lib/domain/core/ids';
import type { LocalTime } from '@/lib/domain/core/local-time';

/** In the extension's own private files: no page and no other program sees them. */
export const RECORDINGS_FOLDER = 'recordings';

const LONGEST_NAME = 80;

/** Of a recording: when, whom, and a little of the call's id, so that no two are alike. Good on every kind of disk. */
export function recordingFileName(personName: string, began: LocalTime | undefined, callId: CallId): string {
  const minutes = began?.minuteOfDay ?? 0;
  const clock = `${String(Math.floor(minutes / 60)).padStart(2, '0')}${String(minutes % 60).padStart(2, '0')}`;
  const name = personName
    .replace(/[^\p{Letter}\p{Mark}\p{Number} '-]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST_NAME);
  return `${[began?.date ?? '', clock, name, callId.replace(/[^a-z0-9]/gi, '').slice(-6)].filter((part) => part !== '').join(' ')}.webm`;
}
