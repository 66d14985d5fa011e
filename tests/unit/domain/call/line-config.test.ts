import { expect, it } from 'vitest';
import { checkLine, type SipConfig } from '@/lib/domain/call/line-config';

const SIP: SipConfig = {
  kind: 'sip',
  server: 'wss://sip.test/',
  domain: 'sip.test',
  username: 'dana',
  password: 'p',
  displayName: 'Dana',
  iceServers: [],
};

it.each([
  ['SIP', SIP],
  ['Twilio', { kind: 'twilio', tokenUrl: 'https://t.test/', edge: ['ashburn'], codecPreferences: [] }],
  ['practice', { kind: 'practice' }],
  ['hand-off', { kind: 'handoff', scheme: 'tel' }],
] as const)('lets a good %s line be used', (_name, line) => {
  expect(() => checkLine(line)).not.toThrow();
});

it.each([
  ['telephony.sip', { ...SIP, server: 'ws://sip.test/' }],
  ['telephony.sip', { ...SIP, domain: 'sip.test\r\nX-Evil: 1' }],
  ['telephony.sip', { ...SIP, displayName: '" <sip:x@y>' }],
  ['telephony.sip', { ...SIP, username: 'dana@evil.test' }],
  ['telephony.sip', { ...SIP, iceServers: [{ urls: 'https://evil.test', username: '', credential: '' }] }],
  ['telephony.twilio', { kind: 'twilio', tokenUrl: 'https://t.test/', edge: ['evil.test/'], codecPreferences: [] }],
] as const)('uses no %s that became wrong on its way', (key, line) => {
  expect(() => checkLine(line)).toThrow(expect.objectContaining({ code: 'line-not-configured', detail: key }));
});
