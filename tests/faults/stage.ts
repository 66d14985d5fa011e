import { saveSetting } from '../browser/act.ts';
import type { LaunchOptions } from '../browser/launch.ts';
import { connect, launchRep, readList, type Rep } from '../browser/rep.ts';
import { startSalesloft, type Salesloft, type SalesloftOptions } from '../salesloft/server.ts';
import { many } from '../salesloft/worlds/many.ts';
import { openLedger, type Ledger } from './ledger.ts';
import { readWork, type Work } from './calls.ts';

/** A rep at work, with enough people to call and no hold, and the ledger of what was called. */
export type Stage = {
  readonly salesloft: Salesloft;
  readonly rep: Rep;
  readonly ledger: Ledger;
  /** The next person on the list; nobody comes twice. */
  readonly nextWork: () => Work;
  readonly close: () => Promise<void>;
};

export type StageOptions = {
  readonly people: number;
  readonly salesloft?: Omit<SalesloftOptions, 'world'>;
  readonly launch?: Partial<LaunchOptions>;
  readonly settings?: Readonly<Record<string, unknown>>;
};

/** More than any row spends, so that only the row about the rate limit meets it. */
const POINTS = 1_000_000;

export async function setStage({ people, salesloft: how = {}, launch = {}, settings = {} }: StageOptions): Promise<Stage> {
  const world = many(people);
  world.rules.pointsPerWindow = POINTS;
  const salesloft = await startSalesloft({ ...how, world });
  const rep = await launchRep(salesloft, { listensToWorker: false, ...launch });
  for (const [key, value] of Object.entries({ 'logging.holdSeconds': 0, ...settings })) await saveSetting(rep.panel, key, value);
  await connect(rep);
  await readList(rep.panel);
  const work = [...(await readWork(rep.panel))];
  return {
    salesloft,
    rep,
    ledger: openLedger(),
    nextWork: () => {
      const next = work.shift();
      if (!next) throw new Error('The stage has fewer people than the row calls.');
      return next;
    },
    close: async () => {
      await rep.loftline.close();
      await salesloft.stop();
    },
  };
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
