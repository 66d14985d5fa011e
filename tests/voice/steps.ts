import { click } from '../support/browser/act.ts';
import { waitForCallState, type Rep } from '../support/browser/rep.ts';
import { until } from '../support/browser/until.ts';
import { frequencyHeard } from './near-end.ts';

/** What a rep does in every call of a bench. */
export function stepsOf(rep: () => Rep) {
  return {
    /** Logs the call that is over. */
    putAway: async (): Promise<void> => {
      const { panel } = rep();
      await click(panel, 'radio', 'No Answer');
      await click(panel, 'button', 'Log call');
      await panel.waitForFunction(() => document.querySelector('.call-state') === null, { polling: 50 });
    },
    end: async (): Promise<void> => {
      await click(rep().panel, 'button', 'Hang up');
      await waitForCallState(rep().panel, 'Call ended');
    },
    hears: (hertz: number): Promise<void> =>
      until(
        `the rep to hear ${hertz} Hz`,
        async () => Math.abs((await frequencyHeard(await rep().loftline.offscreen())) - hertz) < 20,
      ),
    /** How the call ended, as the card says it. */
    words: (): Promise<string> => rep().panel.$eval('.call-end', (found) => found.textContent),
  };
}

/** Guards that let the same bench call all day. */
export const QUIET = {
  blockedDate: 'block',
  blockedRegion: 'block',
  recall: 'allow',
  calledToday: 'allow',
  doneElsewhere: 'allow',
  failingNumber: 'allow',
};
