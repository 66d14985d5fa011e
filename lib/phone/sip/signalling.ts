/** The way to the phone system, as the calls on it need it. */
export type Signalling = {
  /**
   * Whether a request would be answered now: connected, registered, and the phone system has just answered a question. A
   * socket that is open but dead is dropped, so that JsSIP connects anew.
   */
  answers(): Promise<boolean>;
  /** Tells each time when the phone system has taken us in again. Returns what ends it. */
  onBack(hear: () => void): () => void;
  /** A request as it goes over the wire; lost when there is no connection. */
  send(words: string): void;
};

export type SignallingParts = {
  readonly isConnected: () => boolean;
  readonly isRegistered: () => boolean;
  /** Asks the phone system anything; resolves to false when the socket closed before an answer of any kind. */
  readonly ask: () => Promise<boolean>;
  readonly register: () => void;
  /** Lets go of a socket that gives no sign of its end. */
  readonly drop: () => void;
  readonly send: (words: string) => void;
};

/** Longer than a slow mobile network takes there and back. */
const PATIENCE_MS = 3_000;

export function createSignalling(parts: SignallingParts): Signalling & { readonly cameBack: () => void } {
  const hearers = new Set<() => void>();
  let asking: Promise<boolean> | undefined;

  const ask = async (): Promise<boolean> => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const silence = new Promise<undefined>((resolve) => {
      timer = setTimeout(resolve, PATIENCE_MS, undefined);
    });
    const answer = await Promise.race([parts.ask(), silence]);
    clearTimeout(timer);
    if (answer === undefined) parts.drop();
    if (answer !== true) return false;
    if (!parts.isRegistered()) parts.register();
    return parts.isRegistered();
  };

  return {
    answers: () => {
      if (!parts.isConnected()) return Promise.resolve(false);
      asking ??= ask().finally(() => {
        asking = undefined;
      });
      return asking;
    },
    onBack: (hear) => {
      hearers.add(hear);
      return () => hearers.delete(hear);
    },
    send: parts.send,
    cameBack: () => {
      for (const hear of [...hearers]) hear();
    },
  };
}
