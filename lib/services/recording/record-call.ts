import type { ApiResult } from '@/lib/domain/core/api-result';
import type { Call } from '@/lib/domain/call/call';
import { DialerError } from '@/lib/domain/core/errors';
import type { CallId, E164 } from '@/lib/domain/core/ids';
import { localTime } from '@/lib/domain/core/local-time';
import { recordingFileName } from '@/lib/domain/recording/recording-file-name';
import type { Settings } from '@/lib/domain/settings/values';
import type { TeamRules } from '@/lib/domain/sign-in/team-rules';
import type { CallRecords } from '@/lib/services/call/calls-port';
import type { PhonePort } from '@/lib/services/call/phone-port';

export type RecordCallDeps = {
  readonly records: CallRecords;
  readonly phone: Pick<PhonePort, 'record'>;
  readonly readRecording: () => Promise<Settings['telephony.recording']>;
  readonly readKnownRules: () => Promise<TeamRules | undefined>;
  /** What Salesloft says of the number. */
  readonly mayBeRecorded: (number: E164) => Promise<ApiResult<boolean>>;
  readonly timeZone: () => string;
};

/**
 * Has a connected call recorded on this computer, or pauses that. The rep has the person's consent, which the surface
 * asks for. Throws DialerError: `recording-off`, `recording-forbidden`, `recording-unknown`.
 */
export function createRecordCall(deps: RecordCallDeps) {
  const refuse = async ({ to }: Call): Promise<void> => {
    if ((await deps.readRecording()).mode !== 'local') throw new DialerError('recording-off');
    if ((await deps.readKnownRules())?.recordingDisabled === true) throw new DialerError('recording-forbidden');
    const allowed = await deps.mayBeRecorded(to);
    if (!allowed.ok) throw new DialerError('recording-unknown');
    if (!allowed.value) throw new DialerError('recording-forbidden');
  };

  return async (callId: CallId, recording: 'on' | 'paused'): Promise<void> => {
    const record = await deps.records.read(callId);
    if (record?.call.state !== 'connected') return;
    const { call } = record;
    if (call.recording === undefined) await refuse(call);
    const began = localTime(call.placedAt, deps.timeZone());
    const fileName = recordingFileName(call.person.name, began, callId);
    await deps.phone.record({ callId, recording, owner: call.owner.userGuid, fileName });
  };
}
