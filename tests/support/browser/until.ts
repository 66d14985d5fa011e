const PATIENCE_MS = 20_000;
const BETWEEN_MS = 50;

/** Waits for something outside the page to be so, and says what was waited for when it never was. */
export async function until(
  words: string,
  isSo: () => boolean | Promise<boolean>,
  patienceMs = PATIENCE_MS,
): Promise<void> {
  const deadline = Date.now() + patienceMs;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`Waited in vain: ${words}`);
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS));
  }
}
