import type { RTCSession } from 'jssip/lib/RTCSession';

/** Accepted, most phone systems are passing the person on; one that can say that it failed does so by then. */
const NEWS_WITHIN_MS = 4_000;
const ANSWER_WITHIN_MS = 8_000;

type ReferEvents = Readonly<
  Record<'requestSucceeded' | 'requestFailed' | 'progress' | 'accepted' | 'failed', () => void>
>;
/** JsSIP's types do not tell of it. */
type WithRefer = { refer(target: string, options: { readonly eventHandlers: Partial<ReferEvents> }): unknown };

/** A blind transfer, RFC 3515: resolves to false when it was refused or came to nothing. */
export function referTo(leg: RTCSession, target: string): Promise<boolean> {
  return new Promise((resolve) => {
    let timer = setTimeout(() => resolve(false), ANSWER_WITHIN_MS);
    const settle = (isPassedOn: boolean): void => {
      clearTimeout(timer);
      resolve(isPassedOn);
    };
    (leg as unknown as WithRefer).refer(target, {
      eventHandlers: {
        requestSucceeded: () => {
          clearTimeout(timer);
          timer = setTimeout(() => resolve(true), NEWS_WITHIN_MS);
        },
        requestFailed: () => settle(false),
        accepted: () => settle(true),
        failed: () => settle(false),
      },
    });
  });
}
