import type { RTCSession } from 'jssip/lib/RTCSession';
import { expect, it, vi } from 'vitest';
import { insistOnBye, insistOnCancel } from '@/lib/phone/sip/farewell';
import { outliveTrouble } from '@/lib/phone/sip/outlive-trouble';

type Handlers = { readonly onTransportError?: () => void; readonly onRequestTimeout?: () => void };

function setUp(answers = true) {
  const said: { method: string; handlers: Handlers }[] = [];
  const hearers = new Set<() => void>();
  const sent: string[] = [];
  const dialog = {
    sendRequest: (method: string, { eventHandlers }: { readonly eventHandlers?: Handlers } = {}) => {
      said.push({ method, handlers: eventHandlers ?? {} });
    },
  };
  const leg = {
    _dialog: dialog as typeof dialog | undefined,
    _request: {
      ruri: 'sip:+15550100002@bench.test',
      cseq: 4_711,
      getHeader: (name: string) =>
        ({ via: 'SIP/2.0/WSS x;branch=z9hG4bK1', from: '<f>;tag=1', to: '<t>', 'call-id': 'c1' })[name],
    },
    sendRequest: (method: string) => dialog.sendRequest(method),
  };
  const signalling = {
    answers: vi.fn(() => Promise.resolve(answers)),
    onBack: (hear: () => void) => {
      hearers.add(hear);
      return () => void hearers.delete(hear);
    },
    send: (words: string) => void sent.push(words),
  };
  return {
    leg,
    session: leg as unknown as RTCSession,
    said,
    sent,
    signalling,
    comeBack: () => {
      for (const hear of [...hearers]) hear();
    },
  };
}

it('says goodbye again, at each return, until the phone system has answered', () => {
  const { leg, session, said, signalling, comeBack } = setUp();
  insistOnBye(session, signalling);
  leg.sendRequest('BYE');
  // JsSIP forgets the dialog at once.
  leg._dialog = undefined;
  comeBack();
  expect(said).toHaveLength(1);
  said[0]?.handlers.onTransportError?.();
  comeBack();
  said[1]?.handlers.onRequestTimeout?.();
  comeBack();
  comeBack();
  expect(said.map(({ method }) => method)).toEqual(['BYE', 'BYE', 'BYE']);
});

it('asks at once whether the goodbye went anywhere, and leaves other requests alone', () => {
  const { leg, session, said, signalling } = setUp();
  insistOnBye(session, signalling);
  leg.sendRequest('INFO');
  expect([said[0], signalling.answers.mock.calls.length]).toEqual([{ method: 'INFO', handlers: {} }, 0]);
  leg.sendRequest('BYE');
  expect(signalling.answers).toHaveBeenCalledTimes(1);
});

it('cancels a ring when the phone system is back, once, by the name of the request', async () => {
  const { session, sent, signalling, comeBack } = setUp(false);
  insistOnCancel(session, signalling);
  await Promise.resolve();
  comeBack();
  comeBack();
  expect(sent).toEqual([
    [
      'CANCEL sip:+15550100002@bench.test SIP/2.0',
      'Via: SIP/2.0/WSS x;branch=z9hG4bK1',
      'From: <f>;tag=1',
      'To: <t>',
      'Call-ID: c1',
      'CSeq: 4711 CANCEL',
      'Max-Forwards: 69',
      'Content-Length: 0',
      '',
      '',
    ].join('\r\n'),
  ]);
});

it('cancels nothing twice while the phone system answers', async () => {
  const { session, sent, signalling, comeBack } = setUp();
  insistOnCancel(session, signalling);
  await Promise.resolve();
  comeBack();
  expect(sent).toEqual([]);
});

it.each([
  ['Connection Error', true, false],
  ['Request Timeout', true, false],
  ['RTP Timeout', true, false],
  ['WebRTC Error', true, false],
  ['Dialog Error', true, true],
  [undefined, true, true],
  ['Connection Error', false, true],
] as const)('by %s, answered: %s, JsSIP ends the call: %s', (cause, isEstablished, ends) => {
  const terminate = vi.fn();
  const onTrouble = vi.fn();
  const leg = { terminate, isEstablished: () => isEstablished };
  outliveTrouble(leg, onTrouble);
  leg.terminate(cause === undefined ? undefined : { cause });
  expect([terminate.mock.calls.length, onTrouble.mock.calls.length]).toEqual(ends ? [1, 0] : [0, 1]);
});
