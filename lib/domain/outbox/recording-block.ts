/** The lines around a link to a recording. Between them Loftline writes; everything else in the note is people's. */
const BEGIN = '[Recording, kept by Loftline]';
const END = '[End of recording]';
const BLOCK = new RegExp(`${escaped(BEGIN)}\\n[^\\n]*\\n${escaped(END)}`);
/** Our own last line, as note-text writes it. */
const LAST_LINE = /(?:^|\n+)ref [A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}\s*$/;

/** The block for a link; empty for none. */
export function recordingBlock(link: string): string {
  return link === '' ? '' : [BEGIN, link, END].join('\n');
}

/**
 * The note with the link in its block: in place of what the block said before, or else as a new block before the
 * reference. What stands outside the block is not touched. The same note when it says so already.
 */
export function withRecordingBlock(note: string, link: string): string {
  const block = recordingBlock(link);
  // A function, for a link may hold `$&`.
  if (BLOCK.test(note)) return note.replace(BLOCK, () => block);
  const at = LAST_LINE.exec(note)?.index ?? note.length;
  const before = note.slice(0, at);
  return `${before}${before === '' ? '' : '\n\n'}${block}${at === 0 && note !== '' ? '\n\n' : ''}${note.slice(at)}`;
}

function escaped(text: string): string {
  return text.replace(/[[\]]/g, '\\$&');
}
