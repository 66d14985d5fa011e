import { describe, expect, it } from 'vitest';
import { resolveSettings } from '@/lib/domain/settings/resolve';
import { grantSettings } from '@/lib/services/sign-in/grant-settings';

const SECRET = { 'salesloft.clientSecret': 's3cret' };
const LINKS = { 'telephony.recording': { mode: 'provider' } };

describe('the client secret', () => {
  it.each([
    ['given by policy that pages cannot read', SECRET, {}, true, { clientSecret: 's3cret', isSecretExposed: false }],
    ['given by policy that pages can read', SECRET, {}, false, { clientSecret: '', isSecretExposed: true }],
    ['the rep’s own', {}, SECRET, false, { clientSecret: 's3cret', isSecretExposed: false }],
  ] as const)('%s', (_name, policy, own, isProtected, expected) => {
    expect(grantSettings(resolveSettings(policy, own), isProtected)).toMatchObject(expected);
  });
});

describe('the scopes', () => {
  const scopesOf = (policy: Record<string, unknown>, own: Record<string, unknown>) =>
    grantSettings(resolveSettings(policy, own), true).scopes;
  const standard = scopesOf({}, {});

  it('have notes:write besides while links to recordings go into notes', () => {
    expect(standard).not.toContain('notes:write');
    expect(scopesOf({}, LINKS)).toEqual([...standard, 'notes:write']);
  });

  it('stay as somebody has chosen them', () => {
    const scopes = [...standard].reverse();
    const chosen = { 'salesloft.scopes': scopes };
    expect(scopesOf(chosen, LINKS)).toEqual(scopes);
    expect(scopesOf({}, { ...chosen, ...LINKS })).toEqual(scopes);
  });
});
