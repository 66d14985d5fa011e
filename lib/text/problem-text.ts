import { text, type MessageKey } from './text';

/** What is wrong with a value, in words. A problem inside a field carries the field's name and its own problem. */
export function problemText(problem: string, parts: readonly string[]): string {
  if (problem !== 'problemInField') return text(problem as MessageKey, ...parts);
  const [field = '', inner = 'problemText', ...rest] = parts;
  return text('problemInField', field, problemText(inner, rest));
}
