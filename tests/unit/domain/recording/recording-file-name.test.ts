import { describe, expect, it } from 'vitest';
import { localTime } from '@/lib/domain/core/local-time';
import { recordingFileName } from '@/lib/domain/recording/recording-file-name';
import { aCallId } from '@/tests/support/builders/builders';

const began = localTime(Date.UTC(2026, 10, 26, 9, 5), 'UTC');
const nameOf = (person: string, callId = '0199aaaa-bbbb-7ccc-8ddd-eeeeffff1234') =>
  recordingFileName(person, began, aCallId(callId));

describe('the name of a recording', () => {
  it('says when and whom', () => {
    expect(nameOf('Ann One')).toBe('2026-11-26 0905 Ann One ff1234.webm');
  });

  it.each([
    ['../../etc/passwd', 'etc passwd'],
    ['a<b>:"|?*\\c', 'a b c'],
    ['  Zoë   O’Neil-Smith ', 'Zoë O Neil-Smith'],
    ['\u202Egpj.exe', 'gpj exe'],
    ['山田 太郎', '山田 太郎'],
    ['', ''],
  ])('is good on every disk for %j', (person, part) => {
    expect(nameOf(person)).toBe(['2026-11-26 0905', part, 'ff1234.webm'].filter((one) => one !== '').join(' '));
    expect(nameOf(person)).not.toMatch(/[/\\:*?"<>|]|\.\./);
  });

  it('is no longer than disks allow, and there without a clock', () => {
    for (const name of [
      'x'.repeat(500),
      '山'.repeat(500),
      'x' + '𠮷'.repeat(500),
      'é'.repeat(500),
      '\uD842 x'.repeat(90),
    ]) {
      expect(new TextEncoder().encode(nameOf(name)).length).toBeLessThanOrEqual(143);
      expect(nameOf(name).isWellFormed()).toBe(true);
    }
    expect(recordingFileName('Ann', undefined, aCallId('1'))).toBe('0000 Ann 1.webm');
  });
});
