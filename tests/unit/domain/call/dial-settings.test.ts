import { expect, it } from 'vitest';
import { phoneSettings } from '@/lib/domain/call/dial-settings';
import { resolveSettings } from '@/lib/domain/settings/resolve';

const SIP = { server: 'wss://sip.test/', domain: 'sip.test', username: 'dana', password: 'p' };
const settingsOf = (own: Record<string, unknown>) => resolveSettings({}, own).values;

it.each([
  ['practice', {}, { kind: 'practice' }],
  ['sip', { 'telephony.sip': SIP }, { kind: 'sip', ...SIP }],
  ['handoff', { 'telephony.handoff': { scheme: 'callto' } }, { kind: 'handoff', scheme: 'callto' }],
  ['twilio', { 'telephony.twilio': { tokenUrl: 'https://t.test/' } }, { kind: 'twilio', tokenUrl: 'https://t.test/' }],
] as const)('describes a %s line', (provider, own, line) => {
  expect(phoneSettings(settingsOf({ ...own, 'telephony.provider': provider })).line).toMatchObject(line);
});

it.each(['sip', 'twilio'] as const)('refuses a %s line that is not set up, and names its key', (provider) => {
  expect(() => phoneSettings(settingsOf({ 'telephony.provider': provider }))).toThrow(
    expect.objectContaining({ code: 'line-not-configured', detail: `telephony.${provider}` }),
  );
});

it('takes what holds for any line from the settings', () => {
  const own = { 'telephony.callerId': '+14045550100', 'telephony.ringSeconds': 20, 'telephony.digitPauseMs': 700 };
  expect(phoneSettings(settingsOf(own)).dial).toEqual({
    callerId: '+14045550100',
    ringSeconds: 20,
    digitPauseMs: 700,
  });
});
