import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { byRole, click, saveSetting } from '../support/browser/act.ts';
import { endDay, startDay, type Day } from '../support/browser/day.ts';
import { waitForCallState } from '../support/browser/rep.ts';
import { until } from '../support/browser/until.ts';

type Listening = { asked: number; live: () => number };

describe('the microphone in a dial session', () => {
  let day: Day;
  beforeAll(async () => {
    day = await startDay();
    await saveSetting(day.rep.panel, 'session.countdownSeconds', 1);
  });
  afterAll(() => endDay(day));

  it('stays open between the calls, is shown, is not opened again for the next, and is let go with a pause', async () => {
    const { panel, loftline } = day.rep;
    await click(panel, 'button', 'Start session');
    await waitForCallState(panel, 'Connected');
    await byRole(panel, 'image', 'Your microphone stays open between the calls of this session');
    const offscreen = await loftline.offscreen();
    await offscreen.evaluate(() => {
      const scope = globalThis as unknown as Listening;
      const tracks: MediaStreamTrack[] = [];
      scope.asked = 0;
      scope.live = () => tracks.filter(({ readyState }) => readyState === 'live').length;
      const original = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
      navigator.mediaDevices.getUserMedia = async (wish) => {
        scope.asked += 1;
        const stream = await original(wish);
        tracks.push(...stream.getAudioTracks());
        return stream;
      };
    });
    await click(panel, 'button', 'Hang up');
    await waitForCallState(panel, 'Call ended');
    await click(panel, 'radio', 'Connected');
    await panel.keyboard.press('Enter');
    await waitForCallState(panel, 'Connected');
    expect(await offscreen.evaluate(() => (globalThis as unknown as Listening).asked)).toBe(0);
    await click(panel, 'button', 'Hang up');
    await waitForCallState(panel, 'Call ended');
    await click(panel, 'button', 'Pause session');
    await until('the microphone to be let go', async () => (await panel.$('.session-microphone')) === null);
    await click(panel, 'button', 'Resume session');
    await byRole(panel, 'image', 'Your microphone stays open between the calls of this session');
    await click(panel, 'button', 'End session');
    await until(
      'nobody to listen',
      async () => (await offscreen.evaluate(() => (globalThis as unknown as Listening).live())) === 0,
    );
  });
});
