/** What Chrome's own functions answer to a worker that is being stopped; seen in the fault rows that kill it in mid-command. */
const WORDS: ReadonlySet<string> = new Set(['No SW']);

/** Such a failure tells nothing of what was asked, only that nobody is left to answer. */
export function isWorkerGoing(error: unknown): boolean {
  return error instanceof Error && WORDS.has(error.message.trim().replace(/\.$/, ''));
}
