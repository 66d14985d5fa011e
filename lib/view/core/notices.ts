import { signal } from '@preact/signals';
import { DialerError } from '@/lib/domain/core/errors';
import { errorText } from '@/lib/text/error-text';

export type Notices = ReturnType<typeof createNotices>;

/** What is said politely in the one live region, and the trouble that stays on the screen until it is dealt with. */
export function createNotices() {
  const said = signal('');
  const trouble = signal('');

  /**
   * For what the rep did not ask for by itself, such as saving while they type: trouble is told, and what was told before
   * stays. There is no result when it failed. A lost answer is no failure: the snapshots will tell.
   */
  const attend = async <Result>(command: () => Promise<Result>): Promise<Result | undefined> => {
    try {
      return await command();
    } catch (error) {
      if (!(error instanceof DialerError)) throw error;
      if (error.code !== 'answer-lost') trouble.value = errorText(error.code, error.detail);
      return undefined;
    }
  };

  return {
    said,
    trouble,
    say: (sentence: string): void => {
      said.value = sentence;
    },
    warn: (sentence: string): void => {
      trouble.value = sentence;
    },
    clearTrouble: (): void => {
      trouble.value = '';
    },
    attend,
    /** Runs what the rep asked for: the trouble before it is over. Otherwise as `attend`. */
    run: <Result>(command: () => Promise<Result>): Promise<Result | undefined> => {
      trouble.value = '';
      return attend(command);
    },
  };
}
