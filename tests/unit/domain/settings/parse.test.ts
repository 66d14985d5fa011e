import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CATALOGUE, SETTING_KEYS } from '@/lib/domain/settings/catalogue';
import { parseValue } from '@/lib/domain/settings/parse';

const parse = (key: keyof typeof CATALOGUE, value: unknown) => parseValue(CATALOGUE[key].spec, value);

describe('a value of unknown origin', () => {
  it.each([
    ['logging.holdSeconds', 31, 'problemWholeNumber'],
    ['logging.holdSeconds', 2.5, 'problemWholeNumber'],
    ['logging.holdSeconds', '8', 'problemWholeNumber'],
    ['telephony.ringSeconds', 9, 'problemWholeNumber'],
    ['telephony.digitPauseMs', 10_001, 'problemWholeNumber'],
    ['logging.reference', 'yes', 'problemBoolean'],
    ['telephony.provider', 'skype', 'problemChoice'],
    ['telephony.callerId', '404 555 0134', 'problemE164'],
    ['salesloft.tokenUrl', 'http://plain.test/token', 'problemUrl'],
    ['salesloft.tokenUrl', 'javascript:alert(1)', 'problemUrl'],
    ['salesloft.tokenUrl', 'https://user:pass@gateway.test/', 'problemUrl'],
    ['salesloft.scopes', 'people:read', 'problemList'],
    ['salesloft.clientId', 'x'.repeat(5_000), 'problemTooLong'],
    ['telephony.sip', { server: 'ws://plain.test' }, 'problemInField'],
    ['telephony.sip', { extra: 1 }, 'problemUnknownField'],
    ['salesloft.tokenUrl', '', 'problemUrl'],
    ['salesloft.tokenUrl', 'https://gateway.test/to ken', 'problemUrl'],
    ['salesloft.tokenUrl', `https://gateway.test/${'x'.repeat(5_000)}`, 'problemTooLong'],
    ['guards.maxPerDay', Number.NaN, 'problemWholeNumber'],
    ['guards.blockedRegions', Array.from({ length: 501 }, () => 'DE'), 'problemListTooLong'],
    ['telephony.sip', null, 'problemObject'],
    ['telephony.sip', [], 'problemObject'],
    ['guards.callingHours', { start: '8:00' }, 'problemInField'],
  ] as const)('%s = %o is refused: %s', (key, value, problem) => {
    expect(parse(key, value)).toMatchObject({ ok: false, problem });
  });

  it.each([
    ['guards.blockedDates', ['2026-12-24', '2026-13-01'], ['2', 'problemDate']],
    ['guards.blockedDates', ['2026-02-29'], ['1', 'problemDate']],
    ['guards.blockedRegions', ['+1900', 'Germany'], ['2', 'problemRegion']],
    ['salesloft.scopes', ['calls:write tasks:read'], ['1', 'problemScope']],
    ['telephony.sip', { server: 'wss://user:pass@sip.test' }, ['server', 'problemWss']],
    [
      'telephony.sip',
      { iceServers: [{ urls: 'http://x.test' }] },
      ['iceServers', 'problemInEntry', '1', 'problemInField', 'urls', 'problemIce'],
    ],
    ...[
      'a.test/x',
      'a.test;b',
      'a test',
      '-a.test',
      'a..b',
      'sip:a.test',
      'a.test\r\nX: y',
      'user@a.test',
      'ä.test',
    ].map((domain) => ['telephony.sip', { domain }, ['domain', 'problemHost']] as const),
    ...['dana@a.test', 'da na', 'dana"', 'dana>', 'dana%2', 'dana\n', 'dänä', '<dana'].map(
      (username) => ['telephony.sip', { username }, ['username', 'problemSipUser']] as const,
    ),
    ...['Dana" <sip:x@y>', 'Da\r\nX-Evil: 1', 'Da\\', 'Dana<', 'D\u202Ea', 'D\u2028', 'x'.repeat(65)].map(
      (displayName) => ['telephony.sip', { displayName }, ['displayName', 'problemDisplayName']] as const,
    ),
    ...['evil.test/', 'x.evil.test', 'ashburn.', 'Ashburn', 'a/b', 'a:1', 'a@b', '', 'a-b-c-d', 'ash burn'].map(
      (edge) =>
        ['telephony.twilio', { edge: ['ashburn', edge] }, ['edge', 'problemInEntry', '2', 'problemEdge']] as const,
    ),
    ...[
      'turn:',
      'stun://a.test',
      'turn:a.test?transport=sctp',
      'turn:u@a.test',
      'stun:a.test,b.test',
      'turn:a.test:1x',
    ].map(
      (urls) =>
        [
          'telephony.sip',
          { iceServers: [{ urls }] },
          ['iceServers', 'problemInEntry', '1', 'problemInField', 'urls', 'problemIce'],
        ] as const,
    ),
    ['network.minimums', { packetLossPercent: 101 }, ['packetLossPercent', 'problemNumber', '0', '100']],
  ] as const)('%s = %o is refused, and said where', (key, value, parts) => {
    expect(parse(key, value)).toMatchObject({ ok: false, parts });
  });

  it('takes the 29th of February in the years that have one', () => {
    expect(parse('guards.blockedDates', ['2028-02-29']).ok).toBe(true);
  });

  it('refuses hours that never come', () => {
    expect(parse('guards.callingHours', { start: '21:00', end: '08:00' })).toEqual({
      ok: false,
      problem: 'problemOrder',
      parts: ['start', 'end'],
    });
  });

  it.each([
    ['telephony.sip', { domain: 'sip.example.com:5061', username: 'dana.r+1', displayName: 'Dana Łukasz-O’Neil' }],
    ['telephony.sip', { domain: '192.0.2.7', username: '%2B14045550134', displayName: '' }],
    [
      'telephony.sip',
      { iceServers: [{ urls: 'turns:turn.example.com:443?transport=tcp' }, { urls: 'stun:[2001:db8::1]:3478' }] },
    ],
    ['telephony.twilio', { edge: ['roaming', 'sao-paulo', 'ashburn-ix', 'san-jose-ix'] }],
    ['telephony.ringSeconds', 180],
    ['telephony.digitPauseMs', 0],
  ] as const)('%s = %j is taken', (key, value) => {
    expect(parse(key, value).ok).toBe(true);
  });

  it('fills the missing fields of an object with their defaults', () => {
    expect(parse('guards.callingHours', { end: '18:00' })).toEqual({
      ok: true,
      value: { action: 'ask', start: '08:00', end: '18:00', days: [] },
    });
  });

  it('accepts every default', () => {
    expect(SETTING_KEYS.filter((key) => !parse(key, CATALOGUE[key].default).ok)).toEqual([]);
  });

  it('never throws, and never lets a prototype through', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...SETTING_KEYS),
        fc.anything({ withNullPrototype: true, maxDepth: 4 }),
        (key, value) => {
          const parsed = parse(key, value);
          if (parsed.ok && typeof parsed.value === 'object' && parsed.value !== null && !Array.isArray(parsed.value)) {
            expect(Object.getPrototypeOf(parsed.value)).toBe(Object.prototype);
          }
        },
      ),
      { numRuns: 2_000 },
    );
    expect(parse('telephony.sip', JSON.parse('{"__proto__": {"server": "wss://x.test"}}')).ok).toBe(false);
  });
});
