export type SignOutDeps = {
  readonly outbox: { counts(): Promise<{ readonly unsent: number }> };
  readonly disconnect: () => Promise<void>;
  /** Takes what the rep saw of Salesloft off the screen. */
  readonly clearScreen: () => Promise<void>;
};

/** Signs the rep out. While logs wait it does nothing unless told to sign out even so. */
export function createSignOut({ outbox, disconnect, clearScreen }: SignOutDeps) {
  return async (evenWithLogsWaiting: boolean): Promise<'signed-out' | 'logs-waiting'> => {
    if (!evenWithLogsWaiting && (await outbox.counts()).unsent > 0) return 'logs-waiting';
    await disconnect();
    await clearScreen();
    return 'signed-out';
  };
}
