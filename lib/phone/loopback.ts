/** A real WebRTC connection inside one page: the rep's end and the callee's. */
export type Loopback = {
  /** What the callee sends, as the rep's end received it. */
  readonly heard: MediaStream;
  /** Swaps the rep's track without a gap in the connection. */
  replaceMicrophone(track: MediaStreamTrack): Promise<void>;
  packets(): Promise<{ readonly sent: number; readonly received: number }>;
  close(): void;
};

export async function connectLoopback(microphone: MediaStreamTrack, voice: MediaStream): Promise<Loopback> {
  const rep = new RTCPeerConnection();
  const callee = new RTCPeerConnection();
  exchangeCandidates(rep, callee);
  exchangeCandidates(callee, rep);
  const heard = new Promise<MediaStream>((resolve) => {
    rep.addEventListener('track', (event) => resolve(event.streams[0] ?? new MediaStream([event.track])), { once: true });
  });
  const sender = rep.addTrack(microphone, new MediaStream([microphone]));
  for (const track of voice.getTracks()) callee.addTrack(track, voice);

  await rep.setLocalDescription();
  await callee.setRemoteDescription(rep.localDescription as RTCSessionDescription);
  await callee.setLocalDescription();
  await rep.setRemoteDescription(callee.localDescription as RTCSessionDescription);
  return {
    heard: await heard,
    replaceMicrophone: (track) => sender.replaceTrack(track),
    packets: () => countPackets(rep),
    close: () => {
      rep.close();
      callee.close();
    },
  };
}

function exchangeCandidates(from: RTCPeerConnection, to: RTCPeerConnection): void {
  from.addEventListener('icecandidate', ({ candidate }) => {
    // A candidate that comes after the hang-up finds the other end closed.
    to.addIceCandidate(candidate ?? undefined).catch(() => undefined);
  });
}

async function countPackets(connection: RTCPeerConnection): Promise<{ sent: number; received: number }> {
  let sent = 0;
  let received = 0;
  for (const report of (await connection.getStats()).values() as Iterable<Record<string, unknown>>) {
    if (report['type'] === 'outbound-rtp') sent += Number(report['packetsSent'] ?? 0);
    if (report['type'] === 'inbound-rtp') received += Number(report['packetsReceived'] ?? 0);
  }
  return { sent, received };
}
