import { expect, it } from 'vitest';
import { outcomeOfAnswer } from '@/lib/phone/sip/sip-answer';

const analytics = 'SIP;cause=603;text="v=analytics1;url=https://redress.test;tel=+18005550100";location=LN';

it.each([
  [408, 'Request Timeout', [], 'noAnswer', ''],
  [480, 'Temporarily Unavailable', [], 'noAnswer', ''],
  [480, 'Temporarily Unavailable', ['Q.850;cause=17;text="User busy"'], 'busy', ''],
  [480, 'Temporarily Unavailable', ['Q.850;cause=1'], 'failed', '480 Temporarily Unavailable'],
  [486, 'Busy Here', [], 'busy', ''],
  [487, 'Request Terminated', [], 'noAnswer', ''],
  [600, 'Busy Everywhere', [], 'busy', ''],
  [603, 'Decline', [], 'rejected', ''],
  [603, 'Network Blocked', [], 'blocked', '603 Network Blocked'],
  [603, 'NETWORK BLOCKED', [], 'blocked', '603 NETWORK BLOCKED'],
  [603, 'Decline', [analytics], 'blocked', '603 Decline; v=analytics1;url=https://redress.test;tel=+18005550100'],
  [603, 'Decline', ['SIP;cause=603;text="Spam likely"'], 'blocked', '603 Decline; Spam likely'],
  [607, 'Unwanted', [], 'blocked', '607 Unwanted'],
  [608, 'Rejected', [], 'blocked', '608 Rejected'],
  [608, '', [], 'blocked', '608'],
  [403, 'Call Blocked', [], 'blocked', '403 Call Blocked'],
  [403, 'Forbidden', [], 'failed', '403 Forbidden'],
  [404, 'Not Found', ['Q.850;cause=1;text="Unallocated number"'], 'failed', '404 Not Found; Unallocated number'],
  [410, 'Gone', [], 'failed', '410 Gone'],
  [484, 'Address Incomplete', [], 'failed', '484 Address Incomplete'],
  [488, 'Not Acceptable Here', [], 'failed', '488 Not Acceptable Here'],
  [500, 'Server Internal Error', [], 'failed', '500 Server Internal Error'],
  [500, 'Server Internal Error', ['Q.850;cause=17'], 'busy', ''],
  [503, 'Service Unavailable', [], 'failed', '503 Service Unavailable'],
  [604, 'Does Not Exist Anywhere', [], 'failed', '604 Does Not Exist Anywhere'],
  [606, 'Not Acceptable', [], 'failed', '606 Not Acceptable'],
  [302, 'Moved Temporarily', [], 'failed', '302 Moved Temporarily'],
  [486, 'Busy Here', ['Q.850;cause=nonsense'], 'busy', ''],
] as const)('%i %s %j: %s', (code, phrase, reasons, reason, failure) => {
  expect(outcomeOfAnswer({ code, phrase, reasons })).toEqual({ reason, failure });
});
