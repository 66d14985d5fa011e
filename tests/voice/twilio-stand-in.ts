import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { Socket } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';
import { makeCertificate } from '../salesloft/certificate.ts';
import type { FarEnd } from './far-end.ts';

/** What the stand-in does with a call, by the last two digits of the number. */
export type Callee =
  'answers' | 'rings' | { readonly code: number; readonly message: string } | { readonly status: string } | 'ends';

export type TwilioCall = {
  readonly client: string;
  readonly sid: string;
  readonly params: Readonly<Record<string, string>>;
};

/** As the SDK speaks it: JSON of `type`, `version`, `payload`. */
type Word = { readonly type: string; readonly payload?: Readonly<Record<string, unknown>> };

/**
 * Twilio's signalling (PStream 1.6) and an organization's token server on one port of this machine: enough that the
 * unmodified SDK makes calls with sound. Media are the far end's.
 */
export type TwilioStandIn = {
  readonly port: number;
  /** How often a token was given out, and the headers of each request for one. */
  readonly tokenRequests: readonly Readonly<Record<string, unknown>>[];
  readonly calls: readonly TwilioCall[];
  /** Hang-ups that came from the client. */
  readonly hangUps: readonly string[];
  /** From now on. */
  tokenAnswer: { status: number; body: string };
  /** What `listen` is refused with, so many times. */
  refuseTokens: (code: number, times: number) => void;
  hearNobody: (isDeaf: boolean) => void;
  /** The far side of the latest call. */
  readonly hangUp: (error?: { readonly code: number; readonly message: string }) => void;
  readonly answer: () => Promise<void>;
  /** Ends every connection; they may come again. */
  readonly cut: () => void;
  readonly stop: () => Promise<void>;
};

export const TOKEN_HOST = 'tokens.test';

export async function startTwilio(
  callees: Readonly<Record<string, Callee>>,
  farEnd: () => FarEnd,
): Promise<TwilioStandIn> {
  const tokenRequests: Readonly<Record<string, unknown>>[] = [];
  const calls: TwilioCall[] = [];
  const hangUps: string[] = [];
  const sockets = new Set<Socket>();
  let refusal = { code: 0, times: 0 };
  let isDeaf = false;
  let latest: { readonly socket: WebSocket; readonly call: TwilioCall; readonly sdp: string } | undefined;
  let count = 0;

  const server = createServer(await makeCertificate(), (request: IncomingMessage, response: ServerResponse) => {
    const origin = request.headers.origin ?? '*';
    const isToken = request.headers.host?.startsWith(TOKEN_HOST) === true;
    request.resume();
    response.setHeader('access-control-allow-origin', origin);
    response.setHeader('access-control-allow-credentials', 'true');
    response.setHeader('access-control-allow-headers', request.headers['access-control-request-headers'] ?? '');
    response.setHeader('access-control-allow-methods', 'GET, POST');
    // What the SDK tells of its calls is taken, and forgotten.
    if (!isToken || request.method === 'OPTIONS') return void response.writeHead(200).end('{}');
    tokenRequests.push(request.headers);
    return void response
      .writeHead(standIn.tokenAnswer.status, { 'content-type': 'application/json' })
      .end(standIn.tokenAnswer.body);
  });
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  const signals = new WebSocketServer({ server });
  signals.on('connection', (socket) => {
    const beat = setInterval(() => socket.send('\n'), 5_000);
    socket.on('close', () => clearInterval(beat));
    socket.on('error', () => undefined);
    socket.on('message', (raw) => {
      const written = (raw as Buffer).toString('utf8');
      if (written.trim() === '' || isDeaf) return;
      void hear(socket, JSON.parse(written) as Word);
    });
  });

  const say = (socket: WebSocket, type: string, payload: object = {}): void =>
    socket.send(JSON.stringify({ type, version: '1.6', payload }));

  const hear = async (socket: WebSocket, { type, payload = {} }: Word): Promise<void> => {
    const client = wordOf(payload['callsid']);
    if (type === 'listen') {
      if (refusal.times > 0) {
        refusal = { ...refusal, times: refusal.times - 1 };
        return say(socket, 'error', { error: { code: refusal.code, message: 'The token is refused' } });
      }
      return say(socket, 'connected', {
        edge: 'ashburn',
        region: 'US_EAST_VIRGINIA',
        home: 'us1',
        gateway: 'stand-in',
        token: { identity: 'dana', ttl: 3_600 },
      });
    }
    if (type === 'message') return say(socket, 'ack', { acktype: 'message', voiceeventsid: payload['voiceeventsid'] });
    if (type === 'hangup') {
      hangUps.push(client);
      return farEnd().hangUp();
    }
    if (type === 'reinvite')
      return say(socket, 'answer', { callsid: client, sdp: await farEnd().answer(wordOf(payload['sdp'])) });
    if (type !== 'invite') return;
    if (payload['reconnect'] !== undefined)
      return say(socket, 'answer', { callsid: client, reconnect: payload['reconnect'] });
    await take(socket, client, payload);
  };

  const take = async (socket: WebSocket, client: string, payload: Readonly<Record<string, unknown>>): Promise<void> => {
    const { params = '' } = (payload['twilio'] ?? {}) as { readonly params?: string };
    count += 1;
    const call: TwilioCall = {
      client,
      sid: `CA${String(count).padStart(32, '0')}`,
      params: Object.fromEntries(new URLSearchParams(params)),
    };
    calls.push(call);
    latest = { socket, call, sdp: wordOf(payload['sdp']) };
    const callee = callees[(call.params['To'] ?? '').slice(-2)] ?? 'answers';
    if (typeof callee === 'object' && 'code' in callee)
      return say(socket, 'hangup', { callsid: client, error: callee });
    say(socket, 'ringing', { callsid: call.sid });
    if (callee === 'answers') return standIn.answer();
    if (callee === 'ends') return standIn.hangUp();
    if (typeof callee === 'object') {
      say(socket, 'message', {
        callsid: call.sid,
        voiceeventsid: 'KX1',
        contenttype: 'application/json',
        messagetype: 'user-defined-message',
        content: JSON.stringify({ DialCallStatus: callee.status }),
      });
      standIn.hangUp();
    }
  };

  const standIn: TwilioStandIn = {
    port: 0,
    tokenRequests,
    calls,
    hangUps,
    tokenAnswer: { status: 200, body: '{}' },
    refuseTokens: (code, times) => {
      refusal = { code, times };
    },
    hearNobody: (deaf) => {
      isDeaf = deaf;
    },
    answer: async () => {
      if (!latest) return;
      const { socket, call, sdp } = latest;
      say(socket, 'answer', { callsid: call.sid, sdp: await farEnd().answer(sdp), reconnect: 'r1' });
    },
    hangUp: (error) => {
      if (!latest) return;
      say(latest.socket, 'hangup', { callsid: latest.call.sid, ...(error ? { error } : {}) });
      void farEnd().hangUp();
    },
    cut: () => {
      for (const socket of sockets) socket.destroy();
    },
    stop: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        signals.close();
        server.close(() => resolve());
      }),
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(standIn, { port: (server.address() as { port: number }).port });
}

function wordOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** As an organization's server makes them, but for the signature, which only Twilio can check. */
export function aTwilioToken(secondsLeft: number): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const now = Math.floor(Date.now() / 1_000);
  return [
    part({ alg: 'HS256', typ: 'JWT', cty: 'twilio-fpa;v=1' }),
    part({
      jti: `SK0-${now}`,
      iss: 'SK0',
      sub: 'AC0',
      iat: now,
      exp: now + secondsLeft,
      grants: { identity: 'dana', voice: { outgoing: { application_sid: 'AP0' } } },
    }),
    'signature',
  ].join('.');
}
