import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { saveSetting } from '../support/browser/act.ts';
import { launchLoftline, type LaunchOptions } from '../support/browser/launch.ts';
import { connect, launchRep, readList, type Rep } from '../support/browser/rep.ts';
import { startSalesloft, type Salesloft, type SalesloftOptions } from '../salesloft/server.ts';
import { many } from '../salesloft/worlds/many.ts';
import type { World } from '../salesloft/world.ts';
import { openLedger, type Ledger } from './ledger.ts';
import { readWork, type Work } from './calls.ts';

/** A rep at work, with enough people to call and no hold, and the ledger of what was called. */
export type Stage = {
  readonly salesloft: Salesloft;
  /** Another one after a restart of the browser. */
  rep: Rep;
  readonly ledger: Ledger;
  /** The next person on the list; nobody comes twice. */
  readonly nextWork: () => Work;
  /** Kills the browser, gives it no time to save anything, and starts it again with the same profile. */
  readonly crashBrowser: (meanwhile?: (profileDir: string) => void) => Promise<void>;
  readonly close: () => Promise<void>;
};

export type StageOptions = {
  readonly people: number;
  /** For `crashBrowser`: the profile outlives the browser, and the sign-in with it. */
  readonly keepsProfile?: boolean;
  readonly world?: World;
  readonly salesloft?: Omit<SalesloftOptions, 'world'>;
  readonly launch?: Partial<LaunchOptions>;
  readonly settings?: Readonly<Record<string, unknown>>;
};

/** More than any row spends, so that only the row about the rate limit meets it. */
const POINTS = 1_000_000;

export async function setStage(options: StageOptions): Promise<Stage> {
  const world = options.world ?? many(options.people);
  world.rules.pointsPerWindow = POINTS;
  const salesloft = await startSalesloft({ ...options.salesloft, world });
  const profileDir = options.keepsProfile ? mkdtempSync(join(tmpdir(), 'loftline-profile-')) : undefined;
  const launch = { listensToWorker: false, ...(profileDir ? { profileDir } : {}), ...options.launch };
  const rep = await launchRep(salesloft, launch);
  const settings = {
    'logging.holdSeconds': 0,
    'privacy.keepSignedIn': options.keepsProfile === true,
    ...options.settings,
  };
  for (const [key, value] of Object.entries(settings)) await saveSetting(rep.panel, key, value);
  await connect(rep);
  await readList(rep.panel);
  const work = [...(await readWork(rep.panel))];
  const stage: Stage = {
    salesloft,
    rep,
    ledger: openLedger(),
    nextWork: () => {
      const next = work.shift();
      if (!next) throw new Error('The stage has fewer people than the row calls.');
      return next;
    },
    crashBrowser: async (meanwhile) => {
      const browser = stage.rep.loftline.browser.process();
      if (!browser) throw new Error('This browser has no process of its own.');
      const gone = new Promise((resolve) => browser.once('exit', resolve));
      browser.kill('SIGKILL');
      await gone;
      meanwhile?.(profileDir ?? '');
      const loftline = await launchLoftline({ salesloft, ...launch });
      stage.rep = { loftline, panel: await loftline.openPanel() };
    },
    close: async () => {
      await stage.rep.loftline.close();
      await salesloft.stop();
      if (profileDir) rmSync(profileDir, { recursive: true, force: true });
    },
  };
  return stage;
}

/** Sets a stage, and takes it down whatever happens on it. */
export async function onStage<Result>(options: StageOptions, play: (stage: Stage) => Promise<Result>): Promise<Result> {
  const stage = await setStage(options);
  try {
    return await play(stage);
  } finally {
    await stage.close();
  }
}
