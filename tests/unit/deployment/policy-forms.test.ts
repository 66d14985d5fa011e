import fc from 'fast-check';
import { parse as parsePlist } from 'plist';
import { describe, expect, it } from 'vitest';
import { readPolicy } from '@/lib/deployment/read-policy';
import { writePolicy } from '@/lib/deployment/write-policy';
import type { Policy, PolicyForm } from '@/lib/domain/deployment/policy';

const ID = 'chkponfdimaedbobdlmmffeafdddjlpn';
const DEPS = {
  extensionId: ID,
  newUuid: () => '00000000-0000-4000-8000-000000000000',
  describe: (key: string) => ({ title: `Title of ${key}`, description: 'A & B <c>' }),
};

/** One value of each kind, with what trips writers up: quotes, backslashes, line breaks, other scripts, fractions. */
const AWKWARD: Policy = {
  'salesloft.clientId': 'a "quoted" \\ id, 日本 ’',
  'salesloft.scopes': ['calls:write', 'people:read'],
  'logging.holdSeconds': 5,
  'logging.noteTemplate': 'Line one\r\nLine two\t{name} & <b>',
  'logging.reference': false,
  'privacy.keepSignedIn': true,
  'network.minimums': { downloadMbps: 20.5, packetLossPercent: 0 },
  'logging.dispositions': [{ name: 'Won’t say "no"', key: '1', hidden: false }],
  'guards.blockedDates': [],
};

const READABLE = ['linux', 'registry', 'macos', 'macosEdge', 'googleAdmin'] as const satisfies readonly PolicyForm[];

const written = (form: PolicyForm, policy: Policy): string => writePolicy(form, policy, DEPS)[0]?.text ?? '';

describe('a policy, written for a platform', () => {
  it.each(READABLE)('%s: is read back equal', (form) => {
    expect(readPolicy(written(form, AWKWARD), ID)).toMatchObject({ ok: true, policy: AWKWARD, notes: [] });
  });

  it.each(READABLE)('%s: any text is read back equal', (form) => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.boolean(), (text, flag) => {
        const policy = { 'logging.noteTemplate': withoutForbidden(text), 'logging.reference': flag };
        expect(readPolicy(written(form, policy), ID)).toMatchObject({ ok: true, policy });
      }),
      { numRuns: 200 },
    );
  });

  it('macOS: another reader of property lists finds the same values, with native types', () => {
    const profile = parsePlist(written('macos', AWKWARD)) as unknown as {
      PayloadContent: readonly Record<string, unknown>[];
    };
    const [payload] = profile.PayloadContent;
    expect(payload).toMatchObject({ ...AWKWARD, PayloadType: `com.google.Chrome.extensions.${ID}`, PayloadVersion: 1 });
    expect(written('macos', AWKWARD)).toContain('<integer>5</integer>');
    expect(written('macosEdge', AWKWARD)).toContain(`com.microsoft.Edge.extensions.${ID}`);
  });

  it('Windows: truth is a DWORD, fractions and groups are text, and the file is for regedit', () => {
    const [file] = writePolicy('registry', AWKWARD, DEPS);
    expect(file?.encoding).toBe('utf-16le');
    expect(file?.text).toContain(
      `[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Google\\Chrome\\3rdparty\\extensions\\${ID}\\policy]`,
    );
    expect(file?.text).toContain('"logging.holdSeconds"=dword:00000005\r\n');
    expect(file?.text).toContain('"logging.reference"=dword:00000000');
    expect(file?.text).toContain('"logging.noteTemplate"=hex(1):4c,00,');
    expect(file?.text).not.toMatch(/hex\(7\)|hex\(b\)/);
  });

  it('Edge by PowerShell: nothing in a value is run', () => {
    const script = written('edgePowershell', {
      'salesloft.clientId': "x'; Remove-Item C:\\ -Recurse #’",
      'logging.retries': 3,
    });
    expect(script).toContain("-Value 'x''; Remove-Item C:\\ -Recurse #’’'");
    expect(script).toContain('-PropertyType DWord -Value 3 ');
    expect(script).toContain(`\\Microsoft\\Edge\\3rdparty\\extensions\\${ID}\\policy'`);
  });
});

/** XML 1.0 has no such characters at all, and Windows ends a text at the first NUL. */
function withoutForbidden(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '')
    .replace(/\r\n?/g, '\n');
}
