import { text, type MessageKey } from './text';

/** What is wrong with a value, in words. A problem inside a field or an entry carries where it is, and its own problem. */
export function problemText(problem: string, parts: readonly string[]): string {
  if (problem !== 'problemInField' && problem !== 'problemInEntry') return text(problem as MessageKey, ...parts);
  const [place = '', inner = 'problemText', ...rest] = parts;
  return text(problem, place, problemText(inner, rest));
}
