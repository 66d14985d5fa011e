import { expect, it } from 'vitest';
import { CATALOGUE } from '@/lib/domain/settings/catalogue';
import { keepSecrets } from '@/lib/domain/settings/keep-secrets';
import { resolveSettings } from '@/lib/domain/settings/resolve';
import { hostOf, isAddressOfPolicySecret, withoutMovedSecrets } from '@/lib/domain/settings/secret-hosts';

it.each([
  ['https://Gateway.test/token', 'gateway.test'],
  ['wss://sip.test:7443/ws', 'sip.test:7443'],
  ['turn:TURN.test:3478?transport=udp', 'turn.test:3478'],
  ['turns:turn.test', 'turn.test'],
  ['', ''],
  [undefined, ''],
])('reads the host of %s', (address, host) => {
  expect(hostOf(address)).toBe(host);
});

const sip = { server: 'wss://sip.test/ws', domain: 'd', username: 'u', password: 'pass', displayName: '' };
const turn = { urls: 'turn:a.test', username: 'u', credential: 'secret' };
const known = { ...sip, iceServers: [turn] };
const sent = (change: object, ice: object = {}) =>
  keepSecrets(
    CATALOGUE['telephony.sip'].spec,
    { ...sip, password: true, ...change, iceServers: [{ ...turn, credential: true, ...ice }] },
    known,
  ) as typeof known;

it('lets a password fall with its server, and a credential with its relay', () => {
  expect(sent({ server: 'wss://evil.test/ws' })).toMatchObject({ password: '', iceServers: [turn] });
  expect(sent({ server: 'wss://sip.test:444/ws' })).toMatchObject({ password: '' });
  expect(sent({ server: '' })).toMatchObject({ password: '' });
  expect(sent({}, { urls: 'turn:evil.test' })).toMatchObject({ password: 'pass', iceServers: [{ credential: '' }] });
});

it('keeps them while the host is the same, and takes a new one for a new host', () => {
  expect(sent({ server: 'wss://SIP.test/other' })).toMatchObject({ password: 'pass' });
  expect(sent({}, { urls: 'turn:a.test?transport=tcp' })).toMatchObject({ iceServers: [{ credential: 'secret' }] });
  expect(sent({ server: 'wss://new.test', password: 'new' })).toMatchObject({ password: 'new' });
});

it('locks the token address where policy gives the secret that is sent there', () => {
  const policy = { 'salesloft.clientSecret': 'hush' };
  const own = { 'salesloft.tokenUrl': 'https://evil.test/token' };
  expect(isAddressOfPolicySecret('salesloft.tokenUrl', policy)).toBe(true);
  expect(isAddressOfPolicySecret('salesloft.tokenUrl', { 'salesloft.clientSecret': '' })).toBe(false);
  const { values, origins, problems } = resolveSettings(policy, own);
  expect(values['salesloft.tokenUrl']).toBe(CATALOGUE['salesloft.tokenUrl'].default);
  expect([origins['salesloft.tokenUrl'], problems]).toEqual(['policy', []]);
});

it('drops an own client secret when the token address leads elsewhere', () => {
  const own = { 'salesloft.clientSecret': 'hush', 'logging.retries': 1 };
  const before = resolveSettings({}, own).values;
  const at = (tokenUrl: string) => resolveSettings({}, { ...own, 'salesloft.tokenUrl': tokenUrl }).values;
  expect(withoutMovedSecrets(own, before, at('https://evil.test/token'))).toEqual({ 'logging.retries': 1 });
  expect(withoutMovedSecrets(own, before, at('https://accounts.salesloft.com/other'))).toEqual(own);
});
