import type { Page } from 'puppeteer';

type WithEar = { ear?: AnalyserNode; context?: AudioContext };

/** Listens on the offscreen document to whatever it plays; to be put there before the call. */
export function listenThere(offscreen: Page): Promise<void> {
  return offscreen.evaluate(() => {
    const scope = globalThis as unknown as WithEar;
    const original = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, 'play')?.value as () => Promise<void>;
    HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
      if (this.srcObject instanceof MediaStream) {
        scope.context ??= new AudioContext();
        scope.ear = new AnalyserNode(scope.context, { fftSize: 8_192 });
        scope.context.createMediaStreamSource(this.srcObject).connect(scope.ear);
      }
      return Reflect.apply(original, this, []);
    };
  });
}

/** The strongest frequency that a page's `ear` hears now, in Hz; 0 in silence. */
export function frequencyHeard(offscreen: Page): Promise<number> {
  return offscreen.evaluate(() => {
    const { ear, context } = globalThis as unknown as WithEar;
    if (!ear || !context) return 0;
    const levels = new Float32Array(ear.frequencyBinCount);
    ear.getFloatFrequencyData(levels);
    let best = 0;
    levels.forEach((level, bin) => {
      if (level > (levels[best] ?? -Infinity)) best = bin;
    });
    return (levels[best] ?? -Infinity) < -60 ? 0 : (best * context.sampleRate) / ear.fftSize;
  });
}

/** Addresses of the scripts that a page has loaded so far. */
export async function scriptsOn(page: Page): Promise<readonly string[]> {
  const debug = await page.createCDPSession();
  const found: string[] = [];
  debug.on('Debugger.scriptParsed', ({ url }) => found.push(url));
  await debug.send('Debugger.enable');
  await debug.detach();
  return found;
}
