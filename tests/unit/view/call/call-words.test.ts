import { expect, it } from 'vitest';
import { failureWords } from '@/lib/view/call/call-words';
import { aCall } from '@/tests/support/builders/builders';

it.each([
  ['sip', '404 Not Found', '404 Not Found'],
  ['twilio', '31404 Not found', '31404 Not found'],
  [
    'twilio',
    '53001 Raised whenever',
    'Lost the connection to Twilio. Check your network or VPN, then try again. (53001)',
  ],
  ['twilio', '53405 Media', 'No audio reached Twilio. A firewall or VPN may be blocking it. (53405)'],
  [
    'twilio',
    '31002 Refused',
    "Calling through Twilio isn't set up correctly. Send this to your admin: Twilio 31002, telephony.twilio.",
  ],
  [
    'twilio',
    '31103 Refused',
    "Calling through Twilio isn't set up correctly. Send this to your admin: Twilio 31103, telephony.twilio.",
  ],
] as const)('of a call by %s that failed with “%s”', (line, failure, words) => {
  expect(failureWords({ ...aCall(), line, failure })).toBe(words);
});
