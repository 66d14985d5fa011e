import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer';
import { afterEach, describe, expect, it } from 'vitest';
import { toneFile } from '../voice/tone.ts';
import { click, takePicture, waitForWords } from '../support/browser/act.ts';
import { callTo, endDay, inWorker, logWith, startDay, type Day } from '../support/browser/day.ts';
import { findFaults } from '../support/browser/find-faults.ts';
import { call, waitForCallState } from '../support/browser/rep.ts';

type Ends = { ends: RTCPeerConnection[] };

/** What the rep is told of the sound of a call. */
describe('the line guardian', () => {
  let day: Day | undefined;
  const rest: (() => void)[] = [];
  afterEach(async () => {
    await endDay(day);
    for (const put of rest.splice(0)) put();
    day = undefined;
  });

  it('shows how the line is, says when the rep talks muted, and keeps the numbers with the call', async () => {
    day = await startDay();
    const { panel } = day.rep;
    await call(panel, 'Ann One');
    await waitForCallState(panel, 'Connected');
    const before = await heightOfCard(panel);
    await waitForWords(panel, 'Good line');
    await click(panel, 'button', 'Mute');
    await saidAloud(panel, "You're talking while muted.");
    for (const theme of ['light', 'dark']) {
      await panel.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
      await panel.setViewport({ width: 320, height: 900 });
      await takePicture(panel, `muted-and-talking-${theme}`, 'test-results/states');
      expect(await findFaults(panel)).toEqual([]);
    }
    await panel.setViewport({ width: 420, height: 900 });
    expect(await heightOfCard(panel)).toBe(before);
    await click(panel, 'button', 'Mute');
    await waitForWords(panel, 'Good line');
    await click(panel, 'button', 'Hang up');
    await waitForCallState(panel, 'Call ended');
    const [quality] = await qualities(day);
    expect(quality).toMatchObject({ lossPercent: 0 });
    expect((quality as { score: number }).score).toBeGreaterThan(4);
  });

  it('says that no sound comes, that it is being repaired, and ends a call that cannot be', async () => {
    day = await startDay();
    const { panel, loftline } = day.rep;
    await callTo(panel, 'Ann One');
    await logWith(panel, 'The first.');
    const offscreen = await loftline.offscreen();
    await offscreen.evaluate(() => {
      const scope = globalThis as unknown as Ends & { RTCPeerConnection: typeof RTCPeerConnection };
      scope.ends = [];
      const Original = scope.RTCPeerConnection;
      scope.RTCPeerConnection = new Proxy(Original, {
        construct: (_target, given: [RTCConfiguration?]) => {
          const end = new Original(...given);
          scope.ends.push(end);
          return end;
        },
      });
    });
    await call(panel, 'Ben Two');
    await waitForCallState(panel, 'Connected');
    await offscreen.evaluate(async () => (globalThis as unknown as Ends).ends[1]?.getSenders()[0]?.replaceTrack(null));
    await saidAloud(panel, 'No audio is arriving from the other side.');
    await offscreen.evaluate(() => (globalThis as unknown as Ends).ends[1]?.close());
    await waitForCallState(panel, 'Reconnecting');
    await saidAloud(panel, 'Audio lost. Reconnecting…');
    await waitForCallState(panel, 'Call failed');
    await waitForWords(panel, 'The call was dropped');
  });

  it('says that the microphone gives nothing', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'loftline-silence-'));
    rest.push(() => rmSync(folder, { recursive: true, force: true }));
    const silence = join(folder, 'silence.wav');
    writeFileSync(silence, toneFile(0, 2, 48_000));
    day = await startDay({ flags: [`--use-file-for-fake-audio-capture=${silence}`] });
    const { panel } = day.rep;
    await call(panel, 'Ann One');
    await waitForCallState(panel, 'Connected');
    await saidAloud(panel, 'Your microphone is silent.');
    await click(panel, 'button', 'Mute');
    await waitForWords(panel, 'Good line');
  });
});

/** Waits until a status line of the call says so. */
async function saidAloud(panel: Page, words: string): Promise<void> {
  await panel.waitForFunction(
    (wanted) => [...document.querySelectorAll('.call [role=status]')].some(({ textContent }) => textContent === wanted),
    { polling: 50, timeout: 30_000 },
    words,
  );
}

function heightOfCard(panel: Page): Promise<number> {
  return panel.$eval('.call', (card) => card.getBoundingClientRect().height);
}

/** Of the calls on disk. */
function qualities(day: Day): Promise<readonly unknown[]> {
  return inWorker(day, async () => {
    const open = indexedDB.open('loftline');
    await new Promise((resolve) => open.addEventListener('success', resolve));
    const all = open.result.transaction('calls').objectStore('calls').getAll();
    await new Promise((resolve) => all.addEventListener('success', resolve));
    open.result.close();
    return (all.result as { record: { call: { quality?: unknown } } }[]).map(({ record }) => record.call.quality);
  });
}
