import { createSocket, type Socket } from 'node:dgram';

/** Where the media relay says that it listens; its own address is another, so that all sound comes through here. */
export const MEDIA_ADDRESS = '127.0.0.9';
const RELAY_ADDRESS = '127.0.0.1';

/** The way of the sound between the browser and the phone system, which can be cut without a word. */
export type MediaGate = { readonly shut: () => void; readonly reopen: () => void; readonly close: () => Promise<void> };

/** Stands before every port of the relay, as a network address translation does. */
export async function openMediaGate(ports: readonly number[]): Promise<MediaGate> {
  let isShut = false;
  const sockets: Socket[] = [];
  const open = async (address: string, port: number): Promise<Socket> => {
    const socket = createSocket('udp4');
    sockets.push(socket);
    await new Promise<void>((resolve, reject) => {
      socket.once('error', reject);
      socket.bind(port, address, resolve);
    });
    return socket;
  };
  await Promise.all(
    ports.map(async (port) => {
      const front = await open(MEDIA_ADDRESS, port);
      const backs = new Map<string, Promise<Socket>>();
      front.on('message', (packet, { address, port: theirs }) => {
        const from = `${address}:${theirs}`;
        const back =
          backs.get(from) ??
          open(RELAY_ADDRESS, 0).then((fresh) =>
            fresh.on('message', (answer) => void (isShut || front.send(answer, theirs, address))),
          );
        backs.set(from, back);
        if (!isShut) void back.then((socket) => socket.send(packet, port, RELAY_ADDRESS));
      });
    }),
  );
  return {
    shut: () => {
      isShut = true;
    },
    reopen: () => {
      isShut = false;
    },
    close: async () => {
      await Promise.all(sockets.map((socket) => new Promise<void>((resolve) => socket.close(resolve))));
    },
  };
}
