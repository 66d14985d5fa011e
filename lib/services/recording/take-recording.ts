import type { CallId } from '@/lib/domain/core/ids';
import { recordingLink } from '@/lib/domain/recording/recording-link';
import type { Settings } from '@/lib/domain/settings/values';
import type { TeamRules } from '@/lib/domain/sign-in/team-rules';

export type TakeRecordingDeps = {
  readonly readRecording: () => Promise<Settings['telephony.recording']>;
  readonly readKnownRules: () => Promise<TeamRules | undefined>;
  readonly add: (callId: CallId, link: string) => Promise<void>;
};

/** Makes a link of the provider's id and writes it down to be brought into the note; empty when there is to be none. */
export function createTakeRecording(deps: TakeRecordingDeps) {
  return async (callId: CallId, providerCallId: string): Promise<string> => {
    const [{ mode, urlTemplate }, rules] = await Promise.all([deps.readRecording(), deps.readKnownRules()]);
    // A team that records nothing is shown no recording, whatever the provider keeps.
    const link =
      mode === 'provider' && rules?.recordingDisabled !== true ? recordingLink(urlTemplate, providerCallId) : '';
    if (link !== '') await deps.add(callId, link);
    return link;
  };
}
