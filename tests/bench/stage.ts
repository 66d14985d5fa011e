import { rmSync } from 'node:fs';
import type { Page } from 'puppeteer';
import { connect, launchRep, readList, type Rep } from '../support/browser/rep.ts';
import { BUILD, saveSetting } from '../support/browser/act.ts';
import { stopWorker } from '../support/browser/targets.ts';
import { isSlow } from '../salesloft/scenarios/slow-answers.ts';
import { startSalesloft, type Salesloft } from '../salesloft/server.ts';
import { many } from '../salesloft/worlds/many.ts';
import { writeBlankExtension } from './blank-extension.ts';

export const API_MS = 150;
export const DUE = 500;

/** Everything the measurements share: the built extension, a blank one beside it, a Salesloft that takes its time. */
export type Stage = {
  readonly rep: Rep;
  readonly salesloft: Salesloft;
  readonly blankId: string;
  readonly stopBlankWorker: () => Promise<void>;
  readonly close: () => Promise<void>;
};

export async function setStage(): Promise<Stage> {
  const salesloft = await startSalesloft({ world: many(DUE) });
  const rep = await launchRep(salesloft);
  const { browser } = rep.loftline;
  const folder = writeBlankExtension();
  const blankId = await browser.installExtension(folder);
  // The log must not leave in mid-measurement.
  await saveSetting(rep.panel, 'logging.holdSeconds', 30);
  await connect(rep);
  await readList(rep.panel);
  await rep.panel.close();
  salesloft.bend(isSlow({ ms: API_MS }));
  return {
    rep,
    salesloft,
    blankId,
    stopBlankWorker: () => stopWorker(browser, blankId),
    close: async () => {
      await rep.loftline.close();
      await salesloft.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Asks the worker as the panel does, and resolves to its value and how long the answer took. */
export async function ask(page: Page, type: string, input: unknown): Promise<{ value: unknown; tookMs: number }> {
  const answer = await page.evaluate(
    async (envelope) => {
      const began = performance.now();
      const reply: unknown = await chrome.runtime.sendMessage(envelope);
      return { reply, tookMs: performance.now() - began };
    },
    { loftline: 'worker', type, input, build: BUILD },
  );
  const reply = answer.reply as { readonly ok: boolean; readonly value?: unknown; readonly code?: string };
  if (!reply.ok) throw new Error(`${type}: ${String(reply.code)}`);
  return { value: reply.value, tookMs: answer.tookMs };
}
