import { describe, expect, it } from 'vitest';
import { NOTE_LIMIT, noteText } from '@/lib/domain/outbox/note-text';

const CALLED_AT = Date.UTC(2026, 10, 23, 20, 42);
const parts = {
  notes: 'Spoke about renewal.',
  ref: 'K7MQ-2XWD',
  recordingLink: '',
  calledAt: CALLED_AT,
  endedAt: CALLED_AT + 60_000,
  sentAt: CALLED_AT + 70_000,
  timeZone: 'US/Eastern',
};

describe('the note as it is sent', () => {
  it('ends in the reference, after one blank line', () => {
    expect(noteText(parts)).toBe('Spoke about renewal.\n\nref K7MQ-2XWD');
  });

  it('has the link to the recording in a block of its own, before the reference', () => {
    expect(noteText({ ...parts, recordingLink: 'https://records.example/4711' })).toBe(
      'Spoke about renewal.\n\n[Recording, kept by Loftline]\nhttps://records.example/4711\n[End of recording]\n\nref K7MQ-2XWD',
    );
  });

  it('says when the call was, once it leaves late: Salesloft dates a call by arrival', () => {
    expect(noteText({ ...parts, sentAt: CALLED_AT + 3_600_000 })).toBe(
      'Spoke about renewal.\n\nCalled 2026-11-23 15:42 (US/Eastern)\n\nref K7MQ-2XWD',
    );
  });

  it('says the time in UTC when the zone is unknown', () => {
    expect(noteText({ ...parts, timeZone: '', sentAt: CALLED_AT + 3_600_000 })).toContain(
      'Called 2026-11-23 20:42 (UTC)',
    );
  });

  it('is empty when there is nothing to say', () => {
    expect(noteText({ ...parts, notes: '', ref: '' })).toBe('');
  });

  it('cuts the rep’s text and never the reference', () => {
    const note = noteText({ ...parts, notes: 'x'.repeat(NOTE_LIMIT * 2) });
    expect(note).toHaveLength(NOTE_LIMIT);
    expect(note.endsWith('x\n\nref K7MQ-2XWD')).toBe(true);
  });

  it('lets 20,000 characters of any language through, and leaves control characters out', () => {
    const notes = 'שלום 👋 <b>&'.repeat(1_600);
    expect(noteText({ ...parts, notes: `${notes}\u0000\u0007\r\nend`, ref: '' })).toBe(`${notes}\nend`);
  });
});
