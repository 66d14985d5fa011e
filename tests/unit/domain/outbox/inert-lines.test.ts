import { expect, it } from 'vitest';
import { inertLines } from '@/lib/domain/outbox/inert-lines';

it.each([
  ['=HYPERLINK("https://evil.test")', '\'=HYPERLINK("https://evil.test")'],
  ['Notes: fine\n=1+1', "Notes: fine\n'=1+1"],
  ['Notes: fine\r\n+1\r@SUM(1)\u2028-1', "Notes: fine\n'+1\n'@SUM(1)\n'-1"],
  ['Notes: a\t=cmd|x', 'Notes: a =cmd|x'],
  ['"=1+1"', '\'"=1+1"'],
  ['  \u200b=1', "'  \u200b=1"],
  ['＝1+1', "'＝1+1"],
  ['Wants <b>pricing</b>, 2 + 2 = 4', 'Wants <b>pricing</b>, 2 + 2 = 4'],
  ['', ''],
])('leaves no formula in %j', (given, lines) => {
  expect(inertLines(given)).toBe(lines);
});
