import { describe, expect, it } from 'vitest';
import { resolveSettings, toSettingsView } from '@/lib/domain/settings/resolve';

describe('the effective value', () => {
  it('is policy, then own, then default, and tells which', () => {
    const { values, origins } = resolveSettings(
      { 'logging.holdSeconds': 3 },
      { 'logging.holdSeconds': 20, 'logging.retries': 2 },
    );
    expect([values['logging.holdSeconds'], origins['logging.holdSeconds']]).toEqual([3, 'policy']);
    expect([values['logging.retries'], origins['logging.retries']]).toEqual([2, 'own']);
    expect([values['logging.reference'], origins['logging.reference']]).toEqual([true, 'default']);
  });

  it('is the default when policy gives an impossible one, which is named and still not the rep’s to change', () => {
    const { values, origins, problems } = resolveSettings(
      { 'logging.holdSeconds': 'soon' },
      { 'logging.holdSeconds': 20 },
    );
    expect([values['logging.holdSeconds'], origins['logging.holdSeconds']]).toEqual([8, 'policy']);
    expect(problems).toEqual([
      { key: 'logging.holdSeconds', origin: 'policy', problem: 'problemWholeNumber', parts: ['0', '30'] },
    ]);
  });

  it('is the default when an own one, stored by another version, is impossible now', () => {
    const { values, problems } = resolveSettings({}, { 'logging.retries': 99, 'long.gone': 1 });
    expect(values['logging.retries']).toBe(5);
    expect(problems).toEqual([
      { key: 'logging.retries', origin: 'own', problem: 'problemWholeNumber', parts: ['0', '5'] },
    ]);
  });

  it('is not changed by a key of the prototype', () => {
    const policy = JSON.parse('{"__proto__": {"logging.retries": 1}, "constructor": 1}') as Record<string, unknown>;
    const { values, problems } = resolveSettings(policy, {});
    expect(values['logging.retries']).toBe(5);
    expect(problems.map((problem) => problem.key)).toEqual(['__proto__', 'constructor']);
    expect(Object.hasOwn(Object.prototype, 'logging.retries')).toBe(false);
  });

  it('names a key it does not know', () => {
    expect(
      resolveSettings({ 'salesloft.clientID': 'x', toString: 1 }, {}).problems.map((problem) => problem.key),
    ).toEqual(['salesloft.clientID', 'toString']);
  });
});

describe('what pages may see', () => {
  it('is whether a secret is set, never the secret, however deep', () => {
    const policy = {
      'salesloft.clientSecret': 'top-secret',
      'telephony.sip': { password: 'hidden-1', iceServers: [{ urls: 'turn:x.test', credential: 'hidden-2' }] },
    };
    const view = toSettingsView(resolveSettings(policy, {}));
    expect(JSON.stringify(view)).not.toMatch(/top-secret|hidden-/);
    expect(view.values['salesloft.clientSecret']).toBe(true);
    expect(view.values['telephony.sip']).toMatchObject({
      password: true,
      iceServers: [{ urls: 'turn:x.test', credential: true }],
    });
  });
});
