import { dateAndTime } from '@/lib/domain/core/local-time';
import { recordingBlock } from './recording-block';

/** Salesloft documents no limit for notes. Ours keeps a log sendable; the rep's text is cut, never our own lines. */
export const NOTE_LIMIT = 30_000;

/** A log that leaves later than this after its call says in words when the call was: Salesloft dates it by arrival. */
const LATE_AFTER_MS = 2 * 60_000;

export type NoteParts = {
  /** What the rep wrote. */
  readonly notes: string;
  /** `XXXX-XXXX`; empty for none. */
  readonly ref: string;
  /** Empty for none. */
  readonly recordingLink: string;
  readonly calledAt: number;
  readonly endedAt: number;
  readonly sentAt: number;
  /** The rep's zone. */
  readonly timeZone: string;
};

/**
 * The note as it is sent: the rep's text, the link to the recording, when the call was if that is not now, and the
 * reference as the last line.
 */
export function noteText(parts: NoteParts): string {
  const lines = [
    recordingBlock(parts.recordingLink),
    isLate(parts) ? `Called ${dateAndTime(parts.calledAt, parts.timeZone)}` : '',
    reference(parts.ref),
  ];
  const own = lines.filter((line) => line !== '').join('\n\n');
  const room = NOTE_LIMIT - own.length - 2;
  const written = cleaned(parts.notes).slice(0, room);
  return [written, own].filter((text) => text !== '').join('\n\n');
}

function isLate({ endedAt, sentAt }: NoteParts): boolean {
  return sentAt - endedAt > LATE_AFTER_MS;
}

function reference(ref: string): string {
  return ref === '' ? '' : `ref ${ref}`;
}

/** Line ends as Salesloft shows them; other control characters would not survive JSON readers on the way to a CRM. */
function cleaned(notes: string): string {
  return notes
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
    .trim();
}
