/** What a sheet takes for the beginning of a formula, in both widths (OWASP ASVS 1.2.10), quoted or after spaces too. */
const FORMULA = /^["\s\p{Cf}]*[=+\-@＝＋－＠]/u;

/**
 * Text that may be pasted into a sheet: each of its lines is a cell there, and none becomes a formula. Tabs would begin
 * another cell, so they become spaces.
 */
export function inertLines(text: string): string {
  return text
    .split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/)
    .map((line) => line.replace(/[\t\0]/g, ' '))
    .map((line) => (FORMULA.test(line) ? `'${line}` : line))
    .join('\n');
}
