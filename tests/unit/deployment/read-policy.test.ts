import { describe, expect, it } from 'vitest';
import { readPolicy } from '@/lib/deployment/read-policy';

const ID = 'chkponfdimaedbobdlmmffeafdddjlpn';
const KEY = `HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Google\\Chrome\\3rdparty\\extensions\\${ID}\\policy`;
const reg = (...lines: readonly string[]): string =>
  ['Windows Registry Editor Version 5.00', '', ...lines, ''].join('\r\n');

describe('a policy that an admin pastes', () => {
  it('may be bare values', () => {
    expect(readPolicy('{"logging.holdSeconds": 5}', ID)).toMatchObject({
      form: 'values',
      policy: { 'logging.holdSeconds': 5 },
    });
  });

  it('may stand among the policies of other extensions', () => {
    const text = JSON.stringify({ '3rdparty': { extensions: { other: { a: 1 }, [ID]: { 'logging.retries': 2 } } } });
    expect(readPolicy(text, ID)).toMatchObject({ form: 'linux', policy: { 'logging.retries': 2 }, notes: [] });
  });

  it('for another id is read, and the id is named', () => {
    const text = JSON.stringify({ '3rdparty': { extensions: { abcdefgh: { 'logging.retries': 2 } } } });
    expect(readPolicy(text, ID)).toMatchObject({
      policy: { 'logging.retries': 2 },
      notes: [{ problem: 'policyOtherExtension', parts: ['abcdefgh', ID] }],
    });
  });

  it('for the Google Admin console is refused whole when one key has no Value, as the console does', () => {
    const text = '{"logging.retries": {"Value": 2}, "logging.holdSeconds": 5}';
    expect(readPolicy(text, ID)).toEqual({ ok: false, problem: 'policyTextNoValue', parts: ['logging.holdSeconds'] });
  });

  it('keeps a key called __proto__ as a key', () => {
    const read = readPolicy('{"__proto__": 1, "logging.retries": 2}', ID);
    expect(read.ok && Object.keys(read.policy)).toEqual(['__proto__', 'logging.retries']);
    const xml = `<plist><dict><key>__proto__</key><dict><key>x</key><true/></dict></dict></plist>`;
    const plist = readPolicy(xml, ID);
    expect(plist.ok && Object.hasOwn(plist.policy, '__proto__')).toBe(true);
    expect(Reflect.get({}, 'x')).toBeUndefined();
  });

  it('from the registry may hold lists as subkeys, sorted as text, and long values over several lines', () => {
    const text = reg(
      `[${KEY}]`,
      '; a comment',
      '"privacy.retentionDays"="14"',
      '"network.minimums"="{\\"downloadMbps\\":20.5}"',
      '"logging.noteTemplate"=hex(1):48,00,\\',
      '  69,00,00,00',
      '',
      `[${KEY}\\guards.blockedDates]`,
      '"1"="2026-12-24"',
      '"2"="2026-12-26"',
      '"10"="2026-12-25"',
    );
    expect(readPolicy(text, ID)).toMatchObject({
      form: 'registry',
      policy: {
        'privacy.retentionDays': 14,
        'network.minimums': { downloadMbps: 20.5 },
        'logging.noteTemplate': 'Hi',
        'guards.blockedDates': ['2026-12-24', '2026-12-25', '2026-12-26'],
      },
    });
  });

  it.each([
    ['a list of lines', '"guards.blockedDates"=hex(7):31,00,00,00'],
    ['a QWORD', '"logging.retries"=hex(b):05,00,00,00,00,00,00,00'],
    ['the word true for a switch', '"logging.reference"="true"'],
    ['a broken list', '"guards.blockedDates"="[2026-12-24]x"'],
    ['a number for a text', '"salesloft.clientId"=dword:00000005'],
  ])('names what Chrome leaves out of the registry: %s', (_what, line) => {
    const read = readPolicy(reg(`[${KEY}]`, line), ID);
    expect(read).toMatchObject({ ok: true, policy: {}, notes: [{ problem: 'policyRegistryKind' }] });
  });

  it.each([
    ['nothing', '  ', 'policyTextEmpty'],
    ['prose', 'please hold for five seconds', 'policyTextUnknown'],
    ['half a file', '{"logging.retries": ', 'policyTextNotJson'],
    ['a list', '[1, 2]', 'policyTextNoExtension'],
    ['another program’s registry', reg('[HKEY_LOCAL_MACHINE\\SOFTWARE\\Other]', '"a"="b"'), 'policyTextNoExtension'],
    ['a removed key', reg(`[-${KEY}]`), 'policyTextNoExtension'],
    [
      'a profile for Chrome alone',
      '<plist><dict><key>PayloadContent</key><array/></dict></plist>',
      'policyTextNoExtension',
    ],
    ['a page', '<html><body>No</body></html>', 'policyTextNotPlist'],
    ['broken XML', '<plist><dict><key>a</key>', 'policyTextNotPlist'],
    ['Chrome’s own policies', '{"3rdparty": {"extensions": {}}}', 'policyTextNoExtension'],
    ['a very long text', `{"a": "${'x'.repeat(1_000_001)}"}`, 'policyTextTooLong'],
  ])('%s is refused with a reason', (_what, text, problem) => {
    expect(readPolicy(text, ID)).toMatchObject({ ok: false, problem });
  });
});
