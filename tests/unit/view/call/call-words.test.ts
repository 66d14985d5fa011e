import { expect, it } from 'vitest';
import { failureWords } from '@/lib/view/call/call-words';
import { aCall } from '@/tests/support/builders/builders';

it.each([
  ['sip', '404 Not Found', '404 Not Found'],
  ['twilio', '31404 Not found', '31404 Not found'],
  [
    'twilio',
    '53001 Raised whenever',
    'The connection to Twilio broke off. Check your network or VPN, and try again. (53001)',
  ],
  ['twilio', '53405 Media', 'No sound could get through to Twilio. A firewall or VPN may be in the way. (53405)'],
  [
    'twilio',
    '31002 Refused',
    'Calling by Twilio is not set up rightly. Send your admin this: Twilio 31002, telephony.twilio.',
  ],
  [
    'twilio',
    '31103 Refused',
    'Calling by Twilio is not set up rightly. Send your admin this: Twilio 31103, telephony.twilio.',
  ],
] as const)('of a call by %s that failed with “%s”', (line, failure, words) => {
  expect(failureWords({ ...aCall(), line, failure })).toBe(words);
});
