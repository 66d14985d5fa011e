import type { CallId } from '@/lib/domain/core/ids';
import type { LateRecording } from '@/lib/domain/recording/late-recording';

export type LateRecordingsDeps = {
  readonly read: () => Promise<readonly LateRecording[] | undefined>;
  readonly write: (list: readonly LateRecording[]) => Promise<void>;
  /** One change of the list at a time. */
  readonly underLock: (work: () => Promise<void>) => Promise<void>;
  readonly now: () => number;
};

export type LateRecordings = ReturnType<typeof createLateRecordings>;

/** The links that are not proved to be in their notes, kept on disk until they are or cannot be. */
export function createLateRecordings(deps: LateRecordingsDeps) {
  const read = async (): Promise<readonly LateRecording[]> => (await deps.read()) ?? [];
  const change = (next: (list: readonly LateRecording[]) => readonly LateRecording[]): Promise<void> =>
    deps.underLock(async () => deps.write(next(await read())));
  return {
    list: read,
    /** A later link of the same call takes the place of the earlier one. */
    add: (callId: CallId, link: string): Promise<void> =>
      change((list) => [
        ...list.filter((late) => late.callId !== callId),
        { callId, link, tries: 0, nextTryAt: deps.now(), setAt: deps.now() },
      ]),
    /** Puts `next` in the place of the one that was dealt with, or nothing; another link that came meanwhile stays. */
    settle: (dealtWith: LateRecording, next: LateRecording | undefined): Promise<void> =>
      change((list) =>
        list.flatMap((late) =>
          late.callId === dealtWith.callId && late.link === dealtWith.link ? (next ?? []) : late,
        ),
      ),
  };
}
