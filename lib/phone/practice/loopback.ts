import type { SoundReading } from '@/lib/domain/call/line-quality';
import { readConnection } from '@/lib/phone/contract/read-connection';

const PATIENCE_MS = 5_000;

/** A real WebRTC connection inside one page: the rep's end and the callee's. */
export type Loopback = {
  /** What the callee sends, as the rep's end received it. */
  readonly heard: MediaStream;
  /** Swaps the rep's track without a gap in the connection. */
  replaceMicrophone(track: MediaStreamTrack): void;
  /** The rep's end. */
  readonly connection: RTCPeerConnection;
  readSound(): Promise<SoundReading>;
  close(): void;
};

/** Resolves once sound can flow; rejects, with both ends closed, when it cannot. */
export async function connectLoopback(
  microphone: MediaStreamTrack,
  voice: MediaStream,
  onLost: () => void,
): Promise<Loopback> {
  const rep = new RTCPeerConnection();
  const callee = new RTCPeerConnection();
  const close = (): void => {
    rep.close();
    callee.close();
  };
  try {
    exchangeCandidates(rep, callee);
    exchangeCandidates(callee, rep);
    const heard = firstStream(rep);
    const established = waitForConnection(rep);
    const sender = rep.addTrack(microphone, new MediaStream([microphone]));
    for (const track of voice.getTracks()) callee.addTrack(track, voice);
    await negotiate(rep, callee);
    await established;
    rep.addEventListener('connectionstatechange', () => {
      if (rep.connectionState === 'failed') onLost();
    });
    return {
      heard: await heard,
      replaceMicrophone: (track) => {
        // A connection that has just been closed has no use for it.
        sender.replaceTrack(track).catch(() => undefined);
      },
      connection: rep,
      readSound: () => readConnection(rep),
      close,
    };
  } catch (error) {
    close();
    throw error;
  }
}

async function negotiate(rep: RTCPeerConnection, callee: RTCPeerConnection): Promise<void> {
  await rep.setLocalDescription();
  if (rep.localDescription) await callee.setRemoteDescription(rep.localDescription);
  await callee.setLocalDescription();
  if (callee.localDescription) await rep.setRemoteDescription(callee.localDescription);
}

function exchangeCandidates(from: RTCPeerConnection, to: RTCPeerConnection): void {
  from.addEventListener('icecandidate', ({ candidate }) => {
    // A candidate that comes after the hang-up finds the other end closed.
    to.addIceCandidate(candidate ?? undefined).catch(() => undefined);
  });
}

function firstStream(connection: RTCPeerConnection): Promise<MediaStream> {
  return new Promise((resolve) => {
    const onTrack = ({ streams, track }: RTCTrackEvent): void => resolve(streams[0] ?? new MediaStream([track]));
    connection.addEventListener('track', onTrack, { once: true });
  });
}

/** A policy or a firewall of the computer may forbid even this connection: that is told, not left silent. */
function waitForConnection(connection: RTCPeerConnection): Promise<void> {
  const waiting = new Promise<void>((resolve, reject) => {
    const tooLate = setTimeout(() => reject(new Error('No sound connection inside this browser.')), PATIENCE_MS);
    connection.addEventListener('connectionstatechange', () => {
      if (connection.connectionState !== 'connected') return;
      clearTimeout(tooLate);
      resolve();
    });
  });
  // Its failure is told by whoever waits; a negotiation that fails first leaves nobody waiting.
  waiting.catch(() => undefined);
  return waiting;
}
