import type { Settings } from '@/lib/domain/settings/values';
import { arrangeChoices } from '@/lib/domain/wrap-up/choices';

export type GuardAction = 'allow' | 'ask' | 'block';

export type RepView = {
  readonly line: Settings['telephony.provider'];
  readonly guards: readonly { readonly guard: string; readonly action: GuardAction }[];
  readonly dispositions: readonly { readonly name: string; readonly key: string }[];
  readonly template: string;
  readonly holdSeconds: number;
  readonly countdownSeconds: number;
  readonly keepsSignedIn: boolean;
};

/** A team of no one's: the names that a new team has in Salesloft. */
const SAMPLE_DISPOSITIONS = ['Connected', 'No Answer', 'Busy', 'Left Voicemail', 'Wrong Number'];

/** What a rep would meet under these settings, by the rules that the panel itself uses. */
export function repView(values: Settings): RepView {
  const named = values['logging.dispositions'].map(({ name }) => name);
  const names = [...new Set([...named, ...SAMPLE_DISPOSITIONS])];
  const hours = values['guards.callingHours'];
  return {
    line: values['telephony.provider'],
    guards: [
      { guard: 'doNotContact', action: values['guards.doNotContact'] },
      { guard: 'contactRestriction', action: values['guards.contactRestriction'] },
      { guard: 'callingHours', action: hours.action },
      { guard: 'blockedDates', action: values['guards.blockedDates'].length > 0 ? 'block' : 'allow' },
      { guard: 'blockedRegions', action: values['guards.blockedRegions'].length > 0 ? 'block' : 'allow' },
      { guard: 'recallGap', action: values['guards.recallGapMinutes'] > 0 ? 'ask' : 'allow' },
    ],
    dispositions: arrangeChoices(names, values['logging.dispositions']),
    template: values['logging.noteTemplate'],
    holdSeconds: values['logging.holdSeconds'],
    countdownSeconds: values['session.countdownSeconds'],
    keepsSignedIn: values['privacy.keepSignedIn'],
  };
}
