import type { Browser, Page } from 'puppeteer';
import { frequencyHeard } from './near-end.ts';
import { FAR_TONE } from './phone-system.ts';

/** The callee's end of a call's sound: a page of its own, with real WebRTC, that sends a tone and listens. */
export type FarEnd = {
  /** Answers an offer; resolves to the answer's SDP. */
  readonly answer: (offer: string) => Promise<string>;
  /** The strongest frequency that arrives, in Hz; 0 in silence. */
  readonly frequencyHeard: () => Promise<number>;
  /** Stops all sound, as a network that has gone. */
  readonly freeze: () => Promise<void>;
  readonly hangUp: () => Promise<void>;
};

type FarScope = { end?: RTCPeerConnection; ear?: AnalyserNode; context: AudioContext };

export async function openFarEnd(browser: Browser): Promise<FarEnd> {
  const page: Page = await browser.newPage();
  await page.evaluate(() => {
    (globalThis as unknown as FarScope).context = new AudioContext();
  });
  return {
    answer: (offer) =>
      page.evaluate(
        async (sdp, hertz) => {
          const scope = globalThis as unknown as FarScope;
          const known = scope.end?.signalingState === 'stable' ? scope.end : undefined;
          const end = known ?? new RTCPeerConnection();
          scope.end = end;
          if (!known) {
            const tone = new OscillatorNode(scope.context, { frequency: hertz });
            const mouth = scope.context.createMediaStreamDestination();
            tone.connect(mouth);
            tone.start();
            for (const track of mouth.stream.getTracks()) end.addTrack(track, mouth.stream);
            end.addEventListener('track', ({ streams: [stream] }) => {
              if (!stream) return;
              // Chrome gives Web Audio nothing of a stream that nobody plays.
              const player = new Audio();
              player.muted = true;
              player.srcObject = stream;
              void player.play();
              scope.ear = new AnalyserNode(scope.context, { fftSize: 8_192 });
              scope.context.createMediaStreamSource(stream).connect(scope.ear);
            });
          }
          await end.setRemoteDescription({ type: 'offer', sdp });
          await end.setLocalDescription();
          await new Promise<void>((resolve) => {
            const look = (): void => {
              if (end.iceGatheringState === 'complete') resolve();
            };
            end.addEventListener('icegatheringstatechange', look);
            look();
          });
          return end.localDescription?.sdp ?? '';
        },
        offer,
        FAR_TONE,
      ),
    frequencyHeard: () => frequencyHeard(page),
    freeze: () => page.evaluate(() => (globalThis as unknown as FarScope).end?.close()),
    hangUp: () =>
      page.evaluate(() => {
        const scope = globalThis as unknown as FarScope;
        scope.end?.close();
        delete scope.end;
        delete scope.ear;
      }),
  };
}
