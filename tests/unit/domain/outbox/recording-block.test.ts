import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordingBlock, withRecordingBlock } from '@/lib/domain/outbox/recording-block';

const LINK = 'https://records.example/4711';
const BLOCK = `[Recording, kept by Loftline]\n${LINK}\n[End of recording]`;
const REF = 'ref K7MQ-2XWD';

describe('the link in a note', () => {
  it('is a block of its own; no link, no block', () => {
    expect(recordingBlock(LINK)).toBe(BLOCK);
    expect(recordingBlock('')).toBe('');
  });

  it.each([
    { name: 'before the reference', note: `Spoke.\n\n${REF}`, linked: `Spoke.\n\n${BLOCK}\n\n${REF}` },
    { name: 'at the end of a note without one', note: 'Spoke.', linked: `Spoke.\n\n${BLOCK}` },
    { name: 'in a note that is only the reference', note: REF, linked: `${BLOCK}\n\n${REF}` },
    { name: 'in an empty note', note: '', linked: BLOCK },
    {
      name: 'after a reference that is quoted in the middle',
      note: `${REF}\nquoted above`,
      linked: `${REF}\nquoted above\n\n${BLOCK}`,
    },
  ])('stands $name', ({ note, linked }) => {
    expect(withRecordingBlock(note, LINK)).toBe(linked);
  });

  it('takes the place of an earlier link, and changes nothing when it is there already', () => {
    const note = withRecordingBlock(`Spoke.\n\n${REF}`, 'https://records.example/old?a=$&');
    expect(withRecordingBlock(note, LINK)).toBe(`Spoke.\n\n${BLOCK}\n\n${REF}`);
    const linked = withRecordingBlock(note, LINK);
    expect(withRecordingBlock(linked, LINK)).toBe(linked);
  });

  it('leaves every character that people wrote where it was', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.webUrl(), (before, after, link) => {
        const note = `${before}\n\n${BLOCK}${after}`;
        expect(withRecordingBlock(note, link)).toBe(`${before}\n\n${recordingBlock(link)}${after}`);
        expect(withRecordingBlock(before, link).replace(recordingBlock(link), '').replaceAll('\n', '')).toBe(
          before.replaceAll('\n', ''),
        );
      }),
    );
  });
});
