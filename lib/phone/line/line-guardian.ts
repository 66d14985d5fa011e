import type { CallId } from '@/lib/domain/core/ids';
import {
  addSecond,
  noticeOf,
  rounded,
  SECONDS_LOOKED_AT,
  soundSecond,
  type LineNotice,
  type LineQuality,
  type SoundReading,
  type SoundSecond,
} from '@/lib/domain/call/line-quality';
import type { ReportCallEvent } from '@/lib/phone/contract/phone';

export type LineGuardianDeps = {
  readonly read: (callId: CallId) => Promise<SoundReading>;
  readonly report: ReportCallEvent;
  /** Once a second, until the returned function is called. */
  readonly everySecond: (work: () => void) => () => void;
};

/** Numbers on the screen are no older. */
const TOLD_EVERY_S = 10;

type Watch = {
  readonly callId: CallId;
  stop: () => void;
  muted: boolean;
  held: boolean;
  before?: SoundReading;
  latest: readonly SoundSecond[];
  seconds: number;
  quality?: LineQuality;
  told?: LineNotice;
};

/**
 * Sits between a line and the receiver of its reports, and watches the sound of the call that is connected: tells of it
 * whenever there is another word to be said, now and then besides, and at the end, before that is told, in numbers.
 */
export function createLineGuardian(deps: LineGuardianDeps): ReportCallEvent {
  let watched: Watch | undefined;

  /** A call may be muted while it rings: it is known from its first word on. */
  const watchOf = (callId: CallId): Watch => {
    if (watched?.callId === callId) return watched;
    watched?.stop();
    watched = { callId, stop: () => undefined, muted: false, held: false, latest: [], seconds: 0 };
    return watched;
  };

  const tell = (watch: Watch): void => {
    const notice = noticeOf(watch.latest);
    if (!watch.quality) return;
    watch.told = notice;
    deps.report(watch.callId, { kind: 'quality', notice, quality: rounded(watch.quality) });
  };

  const look = async (watch: Watch): Promise<void> => {
    const reading = await deps.read(watch.callId);
    if (watched !== watch) return;
    const { before } = watch;
    watch.before = reading;
    if (!before) return;
    const second = soundSecond(before, reading, watch);
    watch.latest = [...watch.latest, second].slice(-SECONDS_LOOKED_AT);
    watch.quality = addSecond(watch.quality, second, watch.seconds);
    watch.seconds += 1;
    if (noticeOf(watch.latest) !== watch.told || watch.seconds % TOLD_EVERY_S === 0) tell(watch);
  };

  return (callId, event) => {
    const watch = watchOf(callId);
    if (event.kind === 'connected') {
      watch.stop();
      // A connection that is being closed has nothing to tell; the next second, or the end, is near.
      watch.stop = deps.everySecond(() => void look(watch).catch(() => undefined));
    }
    if (event.kind === 'muted') watch.muted = event.muted;
    if (event.kind === 'held') watch.held = event.held;
    if (event.kind === 'ended') {
      watch.stop();
      watched = undefined;
      tell(watch);
    }
    deps.report(callId, event);
  };
}
