/** More than anybody reads of an error. */
const WORDS_LIMIT = 500;

/** Control and direction characters: they hide words, or turn them round. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]+/gu;

/** Words of another program, as a sentence of ours may carry them: short, in one line, and nothing unseen in them. */
export function foreignWords(words: string): string {
  // Cut first, so that megabytes are not searched.
  return words
    .slice(0, 2 * WORDS_LIMIT)
    .replace(UNSEEN, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, WORDS_LIMIT)
    .toWellFormed();
}
