/**
 * Runs work one at a time: asked again while it is under way, it runs once more afterwards, however often it was asked.
 * Resolves when nothing that was asked for is left to do.
 */
export function runAgain(work: () => Promise<void>): () => Promise<void> {
  let asked = 0;
  let running: Promise<void> | undefined;

  const run = async (): Promise<void> => {
    let served: number;
    do {
      served = asked;
      await work();
    } while (served !== asked);
  };

  return () => {
    asked += 1;
    running ??= run().finally(() => {
      running = undefined;
    });
    return running;
  };
}
