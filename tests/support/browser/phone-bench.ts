import type { Loftline } from './launch.ts';

/** What the line told the worker, with the offscreen document's own clock. */
export type HeardReport = {
  readonly callId: string;
  readonly seq: number;
  readonly seenAt: number;
  readonly event: {
    readonly kind: string;
    readonly reason?: string;
    readonly connectedMs?: number;
    readonly failure?: string;
  };
};

/** How the sound stood at a moment; energies only ever grow while there is sound. */
export type SoundNow = {
  readonly at: number;
  readonly sent: number;
  readonly received: number;
  /** The rep's voice as the callee received it: the sum of every moment's loudest sample. */
  readonly repHeard: number;
  /** Energy of the callee's voice as the rep's loudspeaker took it; it stands still while that is muted. */
  readonly calleeEnergy: number;
};

type Bench = {
  readonly reports: HeardReport[];
  readonly connections: RTCPeerConnection[];
  readonly tracks: MediaStreamTrack[];
  readonly asked: { readonly type: string; readonly at: number }[];
  /** One for each connection, in their order. */
  readonly loudness: { sum: number }[];
  /** When a microphone was last stopped, and when the loudspeaker was last taken off its stream. */
  microphoneOffAt: number;
  speakerOffAt: number;
};
type WithBench = { bench: Bench };

export type PhoneBench = Awaited<ReturnType<typeof openPhoneBench>>;

/** The shipped offscreen document, asked by the shipped worker's context, with an ear on its connections. */
export async function openPhoneBench(loftline: Loftline, build: string) {
  const worker = await loftline.worker();
  await worker.evaluate(async () => {
    await chrome.offscreen.createDocument({
      url: 'offscreen.html',
      reasons: ['USER_MEDIA', 'WEB_RTC', 'AUDIO_PLAYBACK'],
      justification: 'The check of the line.',
    });
  });
  const page = await loftline.offscreen();
  await page.evaluate(listenIn);

  const waitForReport = async (callId: string, kind: string, timeout = 20_000): Promise<HeardReport> => {
    const found = await page.waitForFunction(
      (id, wanted) =>
        (globalThis as unknown as WithBench).bench.reports.find(
          ({ callId: of, event }) => of === id && event.kind === wanted,
        ),
      { timeout, polling: 20 },
      callId,
      kind,
    );
    return (await found.jsonValue()) as HeardReport;
  };

  return {
    page,
    waitForReport,
    /** Asks as the worker does; rejects with the error's code. */
    ask: async (type: string, input: unknown): Promise<unknown> => {
      const reply = (await worker.evaluate((envelope): Promise<unknown> => chrome.runtime.sendMessage(envelope), {
        loftline: 'phone',
        type,
        input,
        build,
      })) as { readonly ok: boolean; readonly value?: unknown; readonly code?: string };
      if (!reply.ok) throw new Error(reply.code);
      return reply.value;
    },
    reports: (callId: string): Promise<HeardReport[]> =>
      page.evaluate(
        (id) => (globalThis as unknown as WithBench).bench.reports.filter(({ callId: of }) => of === id),
        callId,
      ),
    sound: (): Promise<SoundNow> => page.evaluate(measureSound),
    /** Microphone tracks that still listen. */
    openMicrophones: (): Promise<number> =>
      page.evaluate(
        () =>
          (globalThis as unknown as WithBench).bench.tracks.filter(({ readyState }) => readyState === 'live').length,
      ),
    /** As Chrome tells it when a headset is pulled out. */
    unplugMicrophone: (): Promise<void> =>
      page.evaluate(() => {
        const track = (globalThis as unknown as WithBench).bench.tracks.findLast(
          ({ readyState }) => readyState === 'live',
        );
        track?.stop();
        track?.dispatchEvent(new Event('ended'));
      }),
    /** When the last of the two directions went silent; 0 while one has not. */
    silentAt: (): Promise<number> =>
      page.evaluate(() => {
        const { microphoneOffAt, speakerOffAt } = (globalThis as unknown as WithBench).bench;
        return Math.min(microphoneOffAt, speakerOffAt) && Math.max(microphoneOffAt, speakerOffAt);
      }),
    askedAt: (type: string): Promise<number> =>
      page.evaluate(
        (wanted) => (globalThis as unknown as WithBench).bench.asked.findLast((one) => one.type === wanted)?.at ?? 0,
        type,
      ),
  };
}

/** Runs in the offscreen document. */
function listenIn(): void {
  const bench: Bench = {
    reports: [],
    connections: [],
    tracks: [],
    asked: [],
    loudness: [],
    microphoneOffAt: 0,
    speakerOffAt: 0,
  };
  (globalThis as unknown as WithBench).bench = bench;
  globalThis.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      const loudness = { sum: 0 };
      bench.connections.push(this);
      bench.loudness.push(loudness);
      this.addEventListener('track', ({ track }) => putEar(new MediaStream([track]), loudness));
    }
  };
  const ears = new AudioContext();
  const putEar = (stream: MediaStream, loudness: { sum: number }): void => {
    // Chromium decodes what is received only while something plays it.
    const player = new Audio();
    player.muted = true;
    player.srcObject = stream;
    void player.play().catch(() => undefined);
    const ear = ears.createAnalyser();
    ears.createMediaStreamSource(stream).connect(ear);
    const samples = new Float32Array(ear.fftSize);
    setInterval(() => {
      ear.getFloatTimeDomainData(samples);
      loudness.sum += samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
    }, 20);
  };
  const speaker = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, 'srcObject');
  Object.defineProperty(HTMLMediaElement.prototype, 'srcObject', {
    ...speaker,
    set(this: HTMLMediaElement, stream: MediaProvider | null) {
      speaker?.set?.call(this, stream);
      if (stream === null) bench.speakerOffAt = performance.now();
    },
  });
  const capture = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = async (wanted) => {
    const stream = await capture(wanted);
    for (const track of stream.getTracks()) {
      const stop = track.stop.bind(track);
      track.stop = () => {
        stop();
        bench.microphoneOffAt = performance.now();
      };
      bench.tracks.push(track);
    }
    return stream;
  };
  chrome.runtime.onMessage.addListener((message: { readonly type: string }) => {
    bench.asked.push({ type: message.type, at: performance.now() });
  });
  // The worker knows of no such call: its acknowledgement is given here.
  const hear = (message: { readonly type: string; readonly input: HeardReport }): Promise<unknown> => {
    if (message.type === 'phone.lineNeeded') return Promise.resolve({ ok: true, value: { kind: 'practice' } });
    bench.reports.push({ ...message.input, seenAt: performance.now() });
    return Promise.resolve({ ok: true, value: null });
  };
  chrome.runtime.sendMessage = hear as unknown as typeof chrome.runtime.sendMessage;
}

/** Runs in the offscreen document: the newest pair of connections, the rep's end first. */
async function measureSound(): Promise<SoundNow> {
  const { connections, loudness } = (globalThis as unknown as WithBench).bench;
  const [rep] = connections.slice(-2);
  const sum = async (type: string, field: string): Promise<number> => {
    let total = 0;
    const reports = (await rep?.getStats())?.values() ?? [];
    for (const report of reports as Iterable<Record<string, unknown>>) {
      if (report['type'] === type) total += Number(report[field] ?? 0);
    }
    return total;
  };
  return {
    at: performance.now(),
    sent: await sum('outbound-rtp', 'packetsSent'),
    received: await sum('inbound-rtp', 'packetsReceived'),
    repHeard: loudness.at(-1)?.sum ?? 0,
    calleeEnergy: await sum('inbound-rtp', 'totalAudioEnergy'),
  };
}

/** Waits until as many packets more have come both ways, then tells how the sound stood before and after. */
export async function listenFor(bench: PhoneBench, packets: number): Promise<{ before: SoundNow; after: SoundNow }> {
  const before = await bench.sound();
  for (;;) {
    const after = await bench.sound();
    if (after.sent - before.sent >= packets && after.received - before.received >= packets) return { before, after };
    if (after.at - before.at > 10_000) throw new Error(`Only ${after.sent - before.sent} packets went out in 10 s.`);
  }
}
