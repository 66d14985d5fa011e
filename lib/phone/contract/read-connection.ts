import { NO_SOUND, type SoundReading } from '@/lib/domain/call/line-quality';

type Stats = Readonly<Record<string, unknown>>;

/** All that a connection tells of its sound since it began; the microphone is not its business. */
export async function readConnection(connection: RTCPeerConnection): Promise<SoundReading> {
  const reports = await connection.getStats();
  const all = [...(reports.values() as Iterable<Stats>)].filter(({ kind }) => kind === undefined || kind === 'audio');
  const sum = (type: string, name: string): number =>
    all.filter((report) => report['type'] === type).reduce((before, report) => before + numberOf(report[name]), 0);
  const most = (type: string, name: string): number =>
    all
      .filter((report) => report['type'] === type)
      .reduce((before, report) => Math.max(before, numberOf(report[name])), 0);
  const pair = all.find(
    ({ type, nominated, state }) => type === 'candidate-pair' && nominated === true && state === 'succeeded',
  );
  const roundTrip = most('remote-inbound-rtp', 'roundTripTime') || numberOf(pair?.['currentRoundTripTime']);
  const inbound = all.find(({ type }) => type === 'inbound-rtp');
  const codec = all.find(({ id }) => id !== undefined && id === inbound?.['codecId']);
  return {
    ...NO_SOUND,
    sent: sum('outbound-rtp', 'packetsSent'),
    received: sum('inbound-rtp', 'packetsReceived'),
    lost: sum('inbound-rtp', 'packetsLost'),
    lostThere: sum('remote-inbound-rtp', 'packetsLost'),
    jitterMs: most('inbound-rtp', 'jitter') * 1_000,
    roundTripMs: roundTrip * 1_000,
    isOpus: codec?.['mimeType'] === 'audio/opus',
    isRepairing: connection.iceConnectionState === 'disconnected' || connection.iceConnectionState === 'failed',
  };
}

function numberOf(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}
