import { signal } from '@preact/signals';
import { DialerError } from '@/lib/domain/errors';
import { errorText } from '@/lib/text/error-text';

export type Notices = ReturnType<typeof createNotices>;

/** What is said politely in the one live region, and the trouble that stays on the screen until it is dealt with. */
export function createNotices() {
  const said = signal('');
  const trouble = signal('');
  return {
    said,
    trouble,
    say: (sentence: string): void => {
      said.value = sentence;
    },
    clearTrouble: (): void => {
      trouble.value = '';
    },
    /**
     * Runs a command; what goes wrong is told in words, and there is no result then. A lost answer is no failure: the
     * snapshots will tell.
     */
    run: async <Result>(command: () => Promise<Result>): Promise<Result | undefined> => {
      trouble.value = '';
      try {
        return await command();
      } catch (error) {
        if (!(error instanceof DialerError)) throw error;
        if (error.code !== 'answer-lost') trouble.value = errorText(error.code, error.detail);
        return undefined;
      }
    },
  };
}
