/** Sound packets of a connection since it began. */
export async function countPackets(connection: RTCPeerConnection): Promise<{ sent: number; received: number }> {
  let sent = 0;
  let received = 0;
  for (const report of (await connection.getStats()).values() as Iterable<Record<string, unknown>>) {
    if (report['type'] === 'outbound-rtp') sent += Number(report['packetsSent'] ?? 0);
    if (report['type'] === 'inbound-rtp') received += Number(report['packetsReceived'] ?? 0);
  }
  return { sent, received };
}
