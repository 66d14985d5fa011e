import { computed, effect, signal, type ReadonlySignal } from '@preact/signals';
import { planDialSession, standingOf, type SkipReason, type Standing } from '@/lib/domain/dial-session';
import type { CallLater } from '@/lib/domain/call-later';
import { firstDialable, type DueWork } from '@/lib/domain/due-work';
import type { SettingsView } from '@/lib/domain/settings-view';
import type { sendToWorker } from '@/lib/messaging/client';
import type { DialSessionSnapshot } from '@/lib/storage/snapshots';
import { text } from '@/lib/text/text';
import { createCountdown } from './countdown';
import type { DialerStore } from './dialer-store';
import { guardKey, markOf } from './guard-words';
import type { Notices } from './notices';
import type { QueueStore } from './queue-store';
import { nightThere } from './words';

export type DialSessionStoreDeps = {
  readonly send: typeof sendToWorker;
  readonly sessions: ReadonlySignal<DialSessionSnapshot | undefined>;
  readonly queue: Pick<QueueStore, 'rows' | 'shown'>;
  readonly dialer: Pick<DialerStore, 'call' | 'isAsking' | 'question' | 'blocked' | 'closeBlocked' | 'place'>;
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
    const number = firstDialable(work);
    if (number) await dialer.place(work, number);
  };

  effect(() => {
    const work = upNow.value;
    const seconds = Number(deps.settings.value?.values['session.countdownSeconds'] ?? 0);
    const isFree = drives.value && !deps.isElsewhere.value && !dialer.isAsking.value && !dialer.question.value;
    if (!work || !isFree || seconds <= 0 || spent.value === work.workId) return countdown.stop();
    // It goes on for the same one; another one has come up when somebody else has called the first.
    if (countdown.left.peek() !== undefined && countedFor === work.workId) return;
    countedFor = work.workId;
    countdown.start(seconds, () => void dial(work));
  });

  // Nobody may call them: the session goes on, and says why.
  effect(() => {
    const blocked = dialer.blocked.value;
    if (!blocked || run.peek()?.state !== 'running' || upNow.peek()?.workId !== blocked.work.workId) return;
    dialer.closeBlocked();
    const why = blocked.reasons.map((reason) => text(guardKey(reason))).join(' ');
    notices.say(text('sessionPassedOver', blocked.work.name, why));
    void skip(blocked.work.workId, 'not-allowed');
  });

  /** The rep does something else: nobody is dialed behind their back. */
  const holdCountdown = (): void => {
    if (countdown.left.peek() === undefined) return;
    countdown.stop();
    spent.value = upNow.peek()?.workId ?? '';
  };

  const skip = (workId: string, reason: SkipReason): Promise<unknown> => {
    countdown.stop();
    return notices.run(() => send('dialSession.skip', { workId, reason }));
  };

  /** Of those on the list, whom the organization lets the rep call. */
  const callable = (): readonly DueWork[] =>
    queue.shown.value.filter((work) => firstDialable(work) !== undefined && markOf(work, deps.settings.value)?.isBarred !== true);

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
      const mayCallNow = ({ timeZone }: DueWork): boolean => nightThere(deps.now(), timeZone) === undefined;
      const plan = planDialSession(callable(), mayCallNow);
      return notices.run(() => send('dialSession.start', { plan }));
    },
    pause: (): Promise<unknown> => {
      countdown.stop();
      return notices.run(() => send('dialSession.pause', {}));
    },
    resume: (): Promise<unknown> => {
      drives.value = true;
      spent.value = '';
      return notices.run(() => send('dialSession.resume', {}));
    },
    end: (): Promise<unknown> => {
      countdown.stop();
      return notices.run(() => send('dialSession.end', {}));
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
