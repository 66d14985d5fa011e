import { expect, it } from 'vitest';
import { ruleOf } from '@/lib/messaging/rules';
import { whoSent, type Sender } from '@/lib/messaging/sender';
import { read } from './source-files.ts';

const protocol = read('lib/messaging/protocol.ts');
const workerTypes = typesOf('WorkerProtocol');
const phoneTypes = typesOf('PhoneProtocol');
const OVERLAY_TYPES = [
  'overlay.personShown',
  'overlay.callRequested',
  'overlay.hangUp',
  'overlay.mute',
  'overlay.dialerSeen',
];
/** Acts on the call, its log or the run through the queue. */
const ACTS = /^(call|wrapUp|dialSession)\./;
/** Sent twice, the callee hears the digits twice, or is transferred twice. */
const ONCE_ONLY = ['call.sendDigits', 'call.transfer'];

it('has exactly one handler for each message', () => {
  const worker = [...read('entrypoints/background/handlers.ts').matchAll(/^\s+'([a-zA-Z]+\.[a-zA-Z]+)':/gm)].map(
    (match) => match[1],
  );
  const phone = [...read('entrypoints/offscreen/main.ts').matchAll(/^\s+'(phone\.[a-zA-Z]+)':/gm)].map(
    (match) => match[1],
  );
  expect(worker.sort()).toEqual([...workerTypes].sort());
  expect(phone.sort()).toEqual([...phoneTypes].sort());
});

it('lets each message come from one kind of sender, and from the overlay nothing that dials or logs', () => {
  for (const type of workerTypes) expect([type, ruleOf('worker', type)?.from]).toEqual([type, senderOf(type)]);
  for (const type of phoneTypes) expect([type, ruleOf('phone', type)?.from]).toEqual([type, 'worker']);
});

it('lets only the holder of the lease act on a call, its log or a dial session', () => {
  const acting = workerTypes.filter((type) => ACTS.test(type) && senderOf(type) === 'surface');
  expect(acting.filter((type) => ruleOf('worker', type)?.needsLease !== true)).toEqual(['dialSession.close']);
});

it('repeats no command that acts on the call a second time', () => {
  expect(ONCE_ONLY.filter((type) => ruleOf('worker', type)?.isRepeatable !== false)).toEqual([]);
});

it.each(['nonsense', 'toString', '__proto__', 'constructor'])('has no rule for %s, so nobody may send it', (type) => {
  expect(ruleOf('worker', type)).toBeUndefined();
  expect(ruleOf('phone', type)).toBeUndefined();
});

it('tells senders apart by exact id, origin and address', () => {
  const own = {
    id: 'abc',
    origin: 'chrome-extension://abc',
    workerUrl: 'chrome-extension://abc/background.js',
    phoneUrl: 'chrome-extension://abc/offscreen.html',
  };
  const sent = (facts: object): Sender => whoSent({ id: 'abc', ...facts }, own);
  expect(sent({ origin: own.origin, url: own.workerUrl })).toBe('worker');
  expect(sent({ origin: own.origin, url: own.phoneUrl })).toBe('phone');
  expect(sent({ origin: own.origin, url: `${own.origin}/sidepanel.html` })).toBe('surface');
  expect(sent({ origin: 'https://app.salesloft.com', url: 'https://app.salesloft.com/app/people/1' })).toBe('overlay');
  expect(sent({ origin: 'https://app.salesloft.com.evil.test', url: own.phoneUrl })).toBe('stranger');
  expect(sent({ id: 'xyz', origin: own.origin, url: own.workerUrl })).toBe('stranger');
});

/** The page is not trusted: it may name a person, and stop what runs. */
function senderOf(type: string): Sender {
  if (OVERLAY_TYPES.includes(type)) return 'overlay';
  return type === 'call.progressed' || type === 'phone.lineNeeded' ? 'phone' : 'surface';
}

function typesOf(name: string): readonly string[] {
  const body = protocol.split(`export type ${name} = {`)[1]?.split('\n};')[0] ?? '';
  return [...body.matchAll(/^ {2}'([a-zA-Z]+\.[a-zA-Z]+)':/gm)].map((match) => match[1] ?? '');
}
