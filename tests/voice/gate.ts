import { createConnection, type Socket } from 'node:net';
import { createServer } from 'node:tls';
import { makeCertificate } from '../salesloft/certificate.ts';

/** The encrypted way to the phone system, which can be cut. */
export type Gate = {
  readonly port: number;
  /** Ends every connection and takes no other. */
  readonly shut: () => void;
  /** Connections stay open and carry nothing ever after; new ones are not answered. */
  readonly deafen: () => void;
  readonly reopen: () => void;
  readonly close: () => Promise<void>;
};

export async function openGate(behind: number): Promise<Gate> {
  const open = new Set<Socket>();
  const deafen = new Set<() => void>();
  let isShut = false;
  let isDeaf = false;
  const server = createServer(await makeCertificate(), (front) => {
    const back = createConnection({ host: '127.0.0.1', port: behind });
    for (const socket of [front, back]) {
      open.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        open.delete(socket);
        front.destroy();
        back.destroy();
      });
    }
    if (isShut) return void front.destroy();
    let isDead = isDeaf;
    deafen.add(() => {
      isDead = true;
    });
    front.on('data', (words: Buffer) => isDead || back.write(words));
    back.on('data', (words: Buffer) => isDead || front.write(words));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as { port: number }).port,
    shut: () => {
      isShut = true;
      for (const socket of open) socket.destroy();
    },
    deafen: () => {
      isDeaf = true;
      for (const one of deafen) one();
    },
    reopen: () => {
      isShut = false;
      isDeaf = false;
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of open) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
