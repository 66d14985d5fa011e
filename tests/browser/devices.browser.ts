import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { byRole, click } from '../support/browser/act.ts';
import { endDay, logWith, startDay, type Day } from '../support/browser/day.ts';
import { packetsOf } from '../support/browser/packets.ts';
import { call, waitForCallState } from '../support/browser/rep.ts';
import { until } from '../support/browser/until.ts';

type Listening = { asked: string[]; live: () => number };

/** A computer with three microphones. */
describe('the rep’s devices', () => {
  let day: Day;

  beforeAll(async () => {
    day = await startDay({ flags: ['--use-fake-device-for-media-stream=device-count=3'] });
  });
  afterAll(() => endDay(day));

  it('are chosen in mid-call: the other microphone listens, the first no more, and the sound goes on', async () => {
    const { panel, loftline } = day.rep;
    await call(panel, 'Ann One');
    await waitForCallState(panel, 'Connected');
    const offscreen = await loftline.offscreen();
    await offscreen.evaluate(() => {
      const scope = globalThis as unknown as Listening;
      const tracks: MediaStreamTrack[] = [];
      scope.asked = [];
      scope.live = () => tracks.filter(({ readyState }) => readyState === 'live').length;
      const original = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
      navigator.mediaDevices.getUserMedia = async (wish) => {
        const stream = await original(wish);
        tracks.push(...stream.getAudioTracks());
        scope.asked.push(stream.getAudioTracks()[0]?.getSettings().deviceId ?? '');
        return stream;
      };
    });
    const choice = await byRole(panel, 'combobox', 'Microphone');
    const ids = await choice.evaluate((select) => [...(select as HTMLSelectElement).options].map(({ value }) => value));
    expect(ids.length).toBeGreaterThanOrEqual(3);
    const before = await packetsOf(loftline, ({ sent }) => sent > 0);
    await choice.select(ids[2] ?? '');
    await until('the other microphone to listen', () =>
      offscreen.evaluate((id) => (globalThis as unknown as Listening).asked.includes(id), ids[2] ?? ''),
    );
    await packetsOf(loftline, ({ sent, received }) => sent > before.sent + 50 && received > before.received + 50);
    expect(await offscreen.evaluate(() => (globalThis as unknown as Listening).live())).toBe(1);
    await byRole(panel, 'combobox', 'Speaker');
  });

  it('stay chosen for the next call, and after the panel was closed', async () => {
    const { loftline } = day.rep;
    const chosen = await (
      await byRole(day.rep.panel, 'combobox', 'Microphone')
    ).evaluate((select) => (select as HTMLSelectElement).value);
    await click(day.rep.panel, 'button', 'Hang up');
    await waitForCallState(day.rep.panel, 'Call ended');
    await logWith(day.rep.panel, 'First.');
    await byRole(day.rep.panel, 'button', 'Call Ben Two');
    await day.rep.panel.close();
    const panel = await loftline.openPanel();
    day.rep = { ...day.rep, panel };
    const offscreen = await loftline.offscreen();
    await offscreen.evaluate(() => {
      (globalThis as unknown as Listening).asked.length = 0;
    });
    await call(panel, 'Ben Two');
    await waitForCallState(panel, 'Connected');
    expect(await offscreen.evaluate(() => (globalThis as unknown as Listening).asked)).toEqual([chosen]);
    expect(
      await (await byRole(panel, 'combobox', 'Microphone')).evaluate((select) => (select as HTMLSelectElement).value),
    ).toBe(chosen);
  });
});
