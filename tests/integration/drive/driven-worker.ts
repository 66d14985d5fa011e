import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { assembleWorker } from '@/entrypoints/background/assemble';
import { createHandlers } from '@/entrypoints/background/handlers';
import { listen } from '@/entrypoints/background/listeners';
import { startWorker } from '@/entrypoints/background/start';
import type { WorkerProtocol } from '@/lib/messaging/protocol';
import { freshLocks } from './chrome';
import { beginLife, isAtWork, whoseLife, type Life } from './life';
import type { Dice } from './random';
import { readSnapshot, type Snapshots } from '@/lib/storage/snapshots/snapshots';

const QUIET_TURNS = 4;
const TICK_MS = 100;
const PATIENCE_MS = 60_000;
const IMMORTAL = Number.MAX_SAFE_INTEGER;

type Current = {
  readonly life: Life;
  readonly handlers: ReturnType<typeof createHandlers>;
  readonly ready: Promise<void>;
};

/** The whole worker, as entrypoints/background assembles it, killed and started anew as often as the dice say. */
export class DrivenWorker {
  deaths = 0;
  /** Reaches beyond its memory until the next one dies; undefined for one that lives on. */
  lifespan: readonly [least: number, most: number] | undefined;
  private current: Current | undefined;

  private readonly dice: Dice;
  private readonly land: () => Promise<void>;

  constructor(dice: Dice, land: () => Promise<void>) {
    this.dice = dice;
    this.land = land;
  }

  /** Asks as a page does: once more of the next worker when this one dies over it. */
  async ask<Type extends keyof WorkerProtocol>(
    type: Type,
    input: Parameters<WorkerProtocol[Type]>[0],
  ): Promise<ReturnType<WorkerProtocol[Type]>> {
    for (;;) {
      const told = await this.askOnce(type, input);
      if (!told) continue;
      if ('error' in told) throw told.error;
      return told.value;
    }
  }

  /** Undefined when the worker dies over it. */
  async askOnce<Type extends keyof WorkerProtocol>(
    type: Type,
    input: Parameters<WorkerProtocol[Type]>[0],
  ): Promise<{ readonly value: ReturnType<WorkerProtocol[Type]> } | { readonly error: unknown } | undefined> {
    const worker = this.worker();
    const answer = worker.life.run(async () => {
      await worker.ready;
      return (worker.handlers[type] as (given: typeof input) => unknown)(input);
    });
    // What a worker said before it died is heard; what a dying one still says is not.
    const told = await this.meanwhile(
      worker,
      Promise.race([
        answer.then(
          (value) => ({ value: value as ReturnType<WorkerProtocol[Type]>, isHeard: !worker.life.isOver() }),
          (error: unknown) => ({ error, isHeard: !worker.life.isOver() }),
        ),
        worker.life.end,
      ]),
    );
    return told?.isHeard ? told : undefined;
  }

  /** Moves the clock on; alarms and timers ring in their turn, and wake a new worker when the old one is dead. */
  async wait(ms: number): Promise<void> {
    const until = Date.now() + ms;
    for (;;) {
      await this.land();
      await this.rest();
      const alarms = await fakeBrowser.alarms.getAll();
      const next = alarms.toSorted((one, other) => one.scheduledTime - other.scheduledTime)[0];
      const stop = Math.min(until, Math.max(next?.scheduledTime ?? until, Date.now()));
      // A second at a time, for timers may set others, and requests land in between.
      const step = Math.min(stop - Date.now(), 1_000);
      this.worker().life.run(() => vi.advanceTimersByTime(Math.max(0, step)));
      if (next && next.scheduledTime <= Date.now()) {
        await fakeBrowser.alarms.clear(next.name);
        await this.worker().life.run(() => fakeBrowser.alarms.onAlarm.trigger(next));
      }
      if (Date.now() >= until) break;
    }
    await this.rest();
  }

  /** The clock goes on while the page waits: what the worker waits for may be a timer of its own. */
  private async meanwhile<Result>({ life }: Current, answer: Promise<Result>): Promise<Result> {
    const told = { isThere: false };
    const settled = answer.finally(() => {
      told.isThere = true;
    });
    // Awaited below; without this a refusal would count as unheard in between.
    settled.catch(() => undefined);
    for (await this.rest(); !told.isThere; await this.rest()) life.run(() => vi.advanceTimersByTime(TICK_MS));
    return settled;
  }

  /** Until the worker has nothing under way. Only the true clock can tell that something will never end. */
  async rest(): Promise<void> {
    const deadline = performance.now() + PATIENCE_MS;
    for (let quiet = 0; quiet < QUIET_TURNS;) {
      if (performance.now() > deadline) throw new Error('The driven worker waits for something that never ends.');
      await new Promise((resolve) => setImmediate(resolve));
      quiet = isAtWork() ? 0 : quiet + 1;
    }
  }

  /** What it last published, as a page reads it. */
  snapshot<Name extends keyof Snapshots>(name: Name): Promise<Snapshots[Name] | undefined> {
    return readSnapshot(name);
  }

  kill(): void {
    this.current?.life.kill();
  }

  /** Has one that lives and has done what a start brings. */
  async wake(): Promise<void> {
    await this.worker().ready;
    await this.rest();
  }

  /** The one that lives now, or none: the next one starts when it is needed. */
  dieIn(reaches: number): void {
    this.current?.life.dieIn(reaches);
  }

  private worker(): Current {
    if (this.current && !this.current.life.isOver()) return this.current;
    if (this.current) this.deaths += 1;
    // It sets the clock back to the beginning besides.
    const now = Date.now();
    vi.clearAllTimers();
    vi.setSystemTime(now);
    fakeBrowser.alarms.onAlarm.removeAllListeners();
    vi.stubGlobal('navigator', { onLine: true, locks: freshLocks() });
    const life = beginLife(this.lifespan ? this.dice.between(...this.lifespan) : IMMORTAL);
    this.current = life.run(() => {
      const worker = assembleWorker();
      const ready = startWorker(worker);
      listen(worker, ready);
      return { life, handlers: createHandlers(worker), ready };
    });
    return this.current;
  }
}

/** Bugs that a living worker told of; a dead one's do not count. */
export function collectBugs(): readonly string[] {
  const bugs: string[] = [];
  vi.spyOn(console, 'error').mockImplementation((...words: unknown[]) => {
    if (whoseLife()?.isOver() !== true) bugs.push(words.map(String).join(' '));
  });
  return bugs;
}
