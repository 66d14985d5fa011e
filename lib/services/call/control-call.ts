import { withHistory } from '@/lib/domain/call/call-record';
import { loseCall } from '@/lib/domain/call/call';
import { mayTransferTo, type DialGuards } from '@/lib/domain/guards/dial-rules';
import { countryOfNumber } from '@/lib/domain/geography/number-zones';
import { DialerError } from '@/lib/domain/core/errors';
import type { CallId, E164 } from '@/lib/domain/core/ids';
import type { CallRecords, PublishCalls } from './calls-port';
import type { PhonePort } from './phone-port';

export type ControlCallDeps = {
  readonly records: CallRecords;
  readonly phone: PhonePort;
  readonly publishCalls: PublishCalls;
  /** A number as somebody types it; undefined when it is none that may be dialed. */
  readonly readNumber: (typed: string) => Promise<E164 | undefined>;
  readonly readGuards: () => Promise<Pick<DialGuards, 'blockedRegions' | 'blockedRegion'>>;
  readonly now: () => number;
};

/** What the rep can do during a call. Each is passed on to the phone, whose events then tell what became of it. */
export function createControlCall({ records, phone, publishCalls, readNumber, readGuards, now }: ControlCallDeps) {
  return {
    /** Ends the call. One that the phone has lost is closed here, so that the rep is never stuck in it. */
    hangUp: async (callId: CallId): Promise<void> => {
      const live = await phone.liveCalls();
      if (live.some((call) => call.callId === callId)) return phone.hangUp(callId);
      await records.change(callId, (record) =>
        record.call.state === 'ended'
          ? record
          : {
              ...withHistory(record, now(), 'lost'),
              call: loseCall(record.call, now()),
              wrapUp: { ...record.wrapUp, state: 'open' },
            },
      );
      await publishCalls();
    },
    mute: (callId: CallId, muted: boolean): Promise<void> => phone.mute(callId, muted),
    /** Throws DialerError: `number-unreadable`, `blocked-by-guard`, `transfer-refused`. */
    transfer: async (callId: CallId, typed: string): Promise<void> => {
      const to = await readNumber(typed);
      if (!to) throw new DialerError('number-unreadable');
      if (!mayTransferTo({ to, countries: [countryOfNumber(to, '')] }, await readGuards()))
        throw new DialerError('blocked-by-guard');
      await phone.transfer(callId, to);
      await records.change(callId, (record) => withHistory(record, now(), 'transferred'));
    },
    hold: (callId: CallId, held: boolean): Promise<void> => phone.hold(callId, held),
    sendDigits: (callId: CallId, digits: string): Promise<void> => phone.sendDigits(callId, digits),
  };
}
