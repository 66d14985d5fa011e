import type { RTCSession } from 'jssip/lib/RTCSession';
import type { Signalling } from './signalling';

type Send = (method: string, options?: Readonly<Record<string, unknown>>) => unknown;
type FirstRequest = { readonly ruri: unknown; readonly cseq: number; getHeader(name: string): string };
/** JsSIP's types do not tell of them. */
type Inside = {
  sendRequest: Send;
  readonly _dialog?: { readonly sendRequest: Send };
  readonly _request?: FirstRequest;
};

/**
 * JsSIP says goodbye once and waits for no answer. Said while the phone system is out of reach, that would leave the
 * person on a dead line: it is said again each time the phone system is back, until that has answered.
 */
export function insistOnBye(leg: RTCSession, signalling: Signalling): void {
  const inside = leg as unknown as Inside;
  const send = inside.sendRequest.bind(leg);
  inside.sendRequest = (method, options) => {
    // The call forgets its dialog as soon as it is over.
    const dialog = inside._dialog;
    if (method !== 'BYE' || !dialog) return send(method, options);
    const say = (): unknown => {
      const again = (): void => {
        const stop = signalling.onBack(() => {
          stop();
          say();
        });
      };
      return dialog.sendRequest('BYE', {
        ...options,
        eventHandlers: { onTransportError: again, onRequestTimeout: again },
      });
    };
    const said = say();
    // A dead socket is found out by a question, and dropped.
    void signalling.answers();
    return said;
  };
}

/** Ends a ring that the phone system could not be told to end, as soon as it is back. */
export function insistOnCancel(leg: RTCSession, signalling: Signalling): void {
  const request = (leg as unknown as Inside)._request;
  if (!request) return;
  void signalling.answers().then((isAnswered) => {
    if (isAnswered) return;
    const stop = signalling.onBack(() => {
      stop();
      signalling.send(cancelOf(request));
    });
  });
}

/** RFC 3261, 9.1: the very request to be cancelled, by another name. */
function cancelOf(request: FirstRequest): string {
  const kept = ['Via', 'From', 'To', 'Call-ID'].map((name) => `${name}: ${request.getHeader(name.toLowerCase())}`);
  const lines = [`CANCEL ${String(request.ruri)} SIP/2.0`, ...kept, `CSeq: ${request.cseq} CANCEL`];
  return [...lines, 'Max-Forwards: 69', 'Content-Length: 0', '', ''].join('\r\n');
}
