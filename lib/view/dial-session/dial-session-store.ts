import { computed, effect, signal, type ReadonlySignal } from '@preact/signals';
import { planDialSession, standingOf, type SkipReason, type Standing } from '@/lib/domain/dial-session/dial-session';
import { isBrake } from '@/lib/domain/guards/dial-rules';
import type { CallLater } from '@/lib/domain/dial-session/call-later';
import { firstDialable, zoneOf } from '@/lib/domain/call/person';
import type { DueWork } from '@/lib/domain/queue/due-work';
import type { SettingsView } from '@/lib/domain/settings/settings-view';
import type { sendToWorker } from '@/lib/messaging/client';
import type { DialSessionSnapshot } from '@/lib/storage/snapshots/snapshots';
import { text } from '@/lib/text/text';
import { createCountdown } from './countdown';
import type { DialerStore } from '@/lib/view/call/dialer-store';
import { guardWords, markOf } from '@/lib/view/guards/guard-words';
import type { Notices } from '@/lib/view/core/notices';
import type { QueueStore } from '@/lib/view/queue/queue-store';
import { nightThere } from '@/lib/view/core/time-words';

export type DialSessionStoreDeps = {
  readonly send: typeof sendToWorker;
  readonly sessions: ReadonlySignal<DialSessionSnapshot | undefined>;
  readonly queue: Pick<QueueStore, 'rows' | 'shown'>;
  readonly dialer: Pick<
    DialerStore,
    'call' | 'isAsking' | 'question' | 'blocked' | 'closeBlocked' | 'place' | 'prefetchGuards'
  >;
  readonly settings: ReadonlySignal<SettingsView | undefined>;
  readonly notices: Notices;
  /** Another window has what is in hand. */
  readonly isElsewhere: ReadonlySignal<boolean>;
  readonly now: () => number;
};

export type DialSessionStore = ReturnType<typeof createDialSessionStore>;

/** The run through the queue as one window sees it. Only the window that drives it counts down. */
export function createDialSessionStore(deps: DialSessionStoreDeps) {
  const { send, notices, dialer, queue } = deps;
  const countdown = createCountdown();
  /** True where the rep started or went on with it: another window shows it, and dials nobody by itself. */
  const drives = signal(false);
  /** The work that was counted down for already, or was stopped by the rep: not again. */
  const spent = signal('');
  /** What the rep is being asked about the one in hand. */
  const asked = signal<'skip' | 'later' | undefined>(undefined);
  /** The brake on dials a minute holds until then; ms since the epoch. */
  const brakedUntil = signal(0);
  /** How often a key asked for the next call after the last; each time the summary comes to the front. */
  const summaryCalls = signal(0);
  let countedFor = '';
  const run = computed(() => deps.sessions.value?.run ?? undefined);
  const standing = computed<Standing | undefined>(() => run.value && standingOf(run.value, queue.rows.value));
  /** Who is to be called now: while the session runs, and nothing else is in hand. */
  const upNow = computed(() =>
    run.value?.state === 'running' && !dialer.call.value ? standing.value?.current : undefined,
  );

  const dial = async (work: DueWork): Promise<void> => {
    drives.value = true;
    countdown.stop();
    spent.value = work.workId;
    const number = firstDialable(work.person);
    if (number) await dialer.place(work, number);
  };

  effect(() => {
    const work = upNow.value;
    const wished = deps.settings.value?.values['session.countdownSeconds'] ?? 0;
    const seconds = wished > 0 ? Math.max(wished, secondsUntil(brakedUntil.value)) : 0;
    const isFree = drives.value && !deps.isElsewhere.value && !dialer.isAsking.value && !dialer.question.value;
    if (!work || !isFree || seconds <= 0 || spent.value === work.workId) return countdown.stop();
    // It goes on for the same one; another one has come up when somebody else has called the first.
    if (countdown.left.peek() !== undefined && countedFor === work.workId) return;
    countedFor = work.workId;
    countdown.start(seconds, () => void dial(work));
  });

  effect(() => {
    if (upNow.value && drives.value) dialer.prefetchGuards(upNow.value);
  });

  effect(() => {
    const blocked = dialer.blocked.value;
    if (!blocked || run.peek()?.state !== 'running' || upNow.peek()?.workId !== blocked.work.workId) return;
    if (isBrake(blocked)) return brake(blocked.freeAt);
    // Nobody may call them: the session goes on, and says why.
    dialer.closeBlocked();
    notices.say(text('sessionPassedOver', blocked.work.person.name, guardWords(blocked).join(' ')));
    void skip(blocked.work.workId, 'not-allowed');
  });

  /** Too fast: the same person is counted down for again. Without an end to it, the session waits for the rep. */
  const brake = (freeAt: number | undefined): void => {
    if (freeAt === undefined) return void pause();
    dialer.closeBlocked();
    brakedUntil.value = freeAt;
    spent.value = '';
    notices.say(text('sessionBraked', secondsUntil(freeAt)));
  };

  const secondsUntil = (at: number): number => Math.max(0, Math.ceil((at - deps.now()) / 1_000));

  /** The rep does something else: nobody is dialed behind their back. */
  const holdCountdown = (): void => {
    if (countdown.left.peek() === undefined) return;
    countdown.stop();
    spent.value = upNow.peek()?.workId ?? '';
  };

  const pause = (): Promise<unknown> => {
    countdown.stop();
    return notices.run(() => send('dialSession.pause', {}));
  };

  const skip = (workId: string, reason: SkipReason): Promise<unknown> => {
    countdown.stop();
    return notices.run(() => send('dialSession.skip', { workId, reason }));
  };

  /** Of those on the list, whom the organization lets the rep call. */
  const callable = (): readonly DueWork[] =>
    queue.shown.value.filter(
      ({ person }) => firstDialable(person) !== undefined && markOf(person, deps.settings.value)?.isBarred !== true,
    );

  return {
    /** How many a session started now would call. */
    callableCount: computed(() => callable().length),
    run,
    standing,
    upNow,
    secondsLeft: countdown.left,
    asked,
    ask: (what: 'skip' | 'later' | undefined): void => {
      if (what) holdCountdown();
      asked.value = what;
    },
    /** On what the list shows, in the session's own order. */
    start: (): Promise<unknown> => {
      drives.value = true;
      spent.value = '';
      const mayCallNow = (work: DueWork): boolean => nightThere(deps.now(), zoneOf(work.person)) === undefined;
      const plan = planDialSession(callable(), mayCallNow);
      return notices.run(() => send('dialSession.start', { plan }));
    },
    pause,
    resume: (): Promise<unknown> => {
      drives.value = true;
      spent.value = '';
      return notices.run(() => send('dialSession.resume', {}));
    },
    end: (): Promise<unknown> => {
      countdown.stop();
      return notices.run(() => send('dialSession.end', {}));
    },
    summaryCalls,
    showSummary: (): void => {
      summaryCalls.value += 1;
      notices.say(text('noNextInSession'));
    },
    close: () => notices.run(() => send('dialSession.close', {})),
    dialNow: (): Promise<void> => {
      const work = upNow.peek();
      return work ? dial(work) : Promise.resolve();
    },
    holdCountdown,
    skip,
    /** True once Salesloft has the task. */
    callLater: async (later: CallLater): Promise<boolean> => {
      countdown.stop();
      const done = await notices.run(() => send('work.callLater', later));
      if (done === null) notices.say(text('laterSaved', later.personName));
      return done === null;
    },
  };
}
