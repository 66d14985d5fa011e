import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer';
import { afterEach, describe, expect, it } from 'vitest';
import { toneFile } from '../voice/tone.ts';
import { byRole, click, saveSetting, takePicture, waitForWords } from '../support/browser/act.ts';
import { endDay, logWith, startDay, type Day } from '../support/browser/day.ts';
import { findFaults } from '../support/browser/find-faults.ts';
import { call, waitForCallState } from '../support/browser/rep.ts';
import { until } from '../support/browser/until.ts';

const NEAR_TONE = 1_000;

describe('recording on this computer', () => {
  let day: Day | undefined;
  const rest: (() => void)[] = [];
  afterEach(async () => {
    await endDay(day);
    for (const put of rest.splice(0)) put();
    day = undefined;
  });
  const folder = (): string => {
    const made = mkdtempSync(join(tmpdir(), 'loftline-recording-'));
    rest.push(() => rmSync(made, { recursive: true, force: true }));
    return made;
  };

  it('begins once the rep says that they agree, is shown in words, and is saved with each voice on its side', async () => {
    const tone = join(folder(), 'near.wav');
    writeFileSync(tone, toneFile(NEAR_TONE, 2, 48_000));
    day = await startDay({ flags: [`--use-file-for-fake-audio-capture=${tone}`] });
    day.salesloft.world.team.record_by_default = true;
    const { panel } = day.rep;
    await saveSetting(panel, 'telephony.recording', { mode: 'local', urlTemplate: '' });
    await saveSetting(panel, 'telephony.recordingNotice', 'Say that our calls are recorded for training.');
    await call(panel, 'Ann One');
    await waitForCallState(panel, 'Connected');
    await click(panel, 'button', 'Record');
    await waitForWords(panel, 'Say that our calls are recorded for training.');
    await takePicture(panel, 'record-question', 'test-results/states');
    await click(panel, 'button', 'They agree, record');
    await waitForWords(panel, 'Recording');
    await byRole(panel, 'button', 'Pause recording');
    for (const theme of ['light', 'dark']) {
      await panel.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
      await panel.setViewport({ width: 320, height: 900 });
      await takePicture(panel, `recording-${theme}`, 'test-results/states');
      expect(await findFaults(panel)).toEqual([]);
    }
    await click(panel, 'button', 'Pause recording');
    await waitForWords(panel, 'Recording paused');
    await click(panel, 'button', 'Resume recording');
    await byRole(panel, 'button', 'Pause recording');
    await until('some seconds to be on disk', async () => (await sizes(panel)).some((size) => size > 10_000));
    await click(panel, 'button', 'Hang up');
    await waitForCallState(panel, 'Call ended');
    await logWith(panel, 'Recorded.');
    await waitForWords(panel, 'Recordings on this computer');
    await takePicture(panel, 'recordings-kept', 'test-results/states');
    expect(await findFaults(panel)).toEqual([]);

    const name = (await panel.$eval('.kept-recordings li span', (span) => span.textContent)).trim();
    expect(name).toMatch(/^\d{4}-\d\d-\d\d \d{4} Ann One \w+\.webm$/);
    const downloads = folder();
    const session = await panel.browser().target().createCDPSession();
    await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: downloads });
    await click(panel, 'button', `Save ${name}`);
    await until('the recording is saved', () => readdirSync(downloads).includes(name));
    const [left, right] = await loudest(panel, readFileSync(join(downloads, name)).toString('base64'));
    expect(left).toBeGreaterThan(NEAR_TONE - 30);
    expect(left).toBeLessThan(NEAR_TONE + 30);
    // The callee speaks: anything but the rep's tone.
    expect(Math.abs((right ?? 0) - NEAR_TONE)).toBeGreaterThan(30);

    await click(panel, 'button', `Delete ${name}`);
    await waitForWords(panel, 'Delete permanently');
    await click(panel, 'button', `Delete ${name}`);
    await panel.waitForFunction(() => document.querySelector('.kept-recordings') === null, { polling: 50 });
    expect(await sizes(panel)).toEqual([]);
  });

  it('is not offered where the organization has not chosen it, and refused where Salesloft forbids it', async () => {
    day = await startDay();
    const { panel } = day.rep;
    await call(panel, 'Ann One');
    await waitForCallState(panel, 'Connected');
    expect(await panel.$('.call-recording')).toBeNull();
    await click(panel, 'button', 'Hang up');
    await waitForCallState(panel, 'Call ended');
    await logWith(panel, 'First.');
    await saveSetting(panel, 'telephony.recording', { mode: 'local', urlTemplate: '' });
    day.salesloft.world.team.record_by_default = false;
    await call(panel, 'Ben Two');
    await waitForCallState(panel, 'Connected');
    await click(panel, 'button', 'Record');
    await click(panel, 'button', 'They agree, record');
    await waitForWords(panel, "don't allow recording this call");
    expect(await panel.$eval('.recording-state', (state) => state.textContent)).toBe('');
    expect(await sizes(panel)).toEqual([]);
  });
});

/** Of the files in the extension's own folder. */
function sizes(panel: Page): Promise<readonly number[]> {
  return panel.evaluate(async () => {
    const all = await (await navigator.storage.getDirectory()).getDirectoryHandle('recordings', { create: true });
    const found: number[] = [];
    for await (const folder of all.values()) {
      for await (const file of (folder as FileSystemDirectoryHandle).values())
        found.push((await (file as FileSystemFileHandle).getFile()).size);
    }
    return found;
  });
}

/** The strongest frequency of each channel of a recording, in Hz. */
function loudest(panel: Page, recording: string): Promise<readonly number[]> {
  return panel.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const context = new AudioContext();
    const sound = await context.decodeAudioData(bytes.buffer);
    const strengthOf = (samples: Float32Array, hertz: number): number => {
      let [real, imaginary] = [0, 0];
      samples.forEach((sample, at) => {
        const angle = (2 * Math.PI * hertz * at) / sound.sampleRate;
        real += sample * Math.cos(angle);
        imaginary += sample * Math.sin(angle);
      });
      return Math.hypot(real, imaginary);
    };
    return [0, 1].map((channel) => {
      const samples = sound.getChannelData(channel).subarray(0, sound.sampleRate);
      let best = 0;
      for (let hertz = 60; hertz <= 1_500; hertz += 20)
        if (strengthOf(samples, hertz) > strengthOf(samples, best)) best = hertz;
      return best;
    });
  }, recording);
}
