import { createServer } from 'node:https';
import { WebSocketServer, type WebSocket } from 'ws';
import { makeCertificate } from '../salesloft/certificate.ts';

/** A phone system that lets everybody in, is always busy, and notes when an INVITE has arrived. */
export type SipClock = {
  readonly port: number;
  /** ms since the epoch, by the clock that pages have too. */
  readonly invitedAt: readonly number[];
  readonly stop: () => Promise<void>;
};

/** What an answer copies of the request: RFC 3261, 8.2.6. */
const COPIED = /^(?:via|from|call-id|cseq):/i;

export async function startSipClock(): Promise<SipClock> {
  const invitedAt: number[] = [];
  const server = createServer(await makeCertificate());
  const sockets = new WebSocketServer({ server, handleProtocols: () => 'sip' });
  sockets.on('connection', (socket: WebSocket) => {
    socket.on('error', () => undefined);
    socket.on('message', (raw) => {
      const at = performance.timeOrigin + performance.now();
      const request = (raw as Buffer).toString('utf8');
      const [method = ''] = request.split(' ');
      if (method === 'INVITE') invitedAt.push(at);
      if (method === 'INVITE') socket.send(answerTo(request, '486 Busy Here'));
      if (method === 'REGISTER') socket.send(answerTo(request, '200 OK', contactOf(request)));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as { port: number }).port,
    invitedAt,
    stop: () =>
      new Promise((resolve) => {
        for (const socket of sockets.clients) socket.terminate();
        sockets.close();
        server.close(() => resolve());
      }),
  };
}

function answerTo(request: string, words: string, ...more: readonly string[]): string {
  const lines = request.split('\r\n');
  const to = lines.find((line) => /^to:/i.test(line)) ?? '';
  return [
    `SIP/2.0 ${words}`,
    ...lines.filter((line) => COPIED.test(line)),
    `${to};tag=clock`,
    ...more,
    'Content-Length: 0',
    '',
    '',
  ].join('\r\n');
}

function contactOf(request: string): string {
  return `${request.split('\r\n').find((line) => /^contact:/i.test(line)) ?? ''};expires=120`;
}
