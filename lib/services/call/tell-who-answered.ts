import type { AnsweredBy } from '@/lib/domain/call/call';
import { withHistory } from '@/lib/domain/call/call-record';
import { sayWhoAnswered } from '@/lib/domain/call/answered-by';
import type { CallId } from '@/lib/domain/core/ids';
import type { CallRecords, PublishCalls } from './calls-port';

export type TellWhoAnsweredDeps = {
  readonly records: Pick<CallRecords, 'change'>;
  readonly publishCalls: PublishCalls;
  readonly now: () => number;
};

/** The rep hears who answered; a line can seldom tell. */
export function createTellWhoAnswered({ records, publishCalls, now }: TellWhoAnsweredDeps) {
  return async (callId: CallId, answeredBy: AnsweredBy): Promise<void> => {
    const changed = await records.change(callId, (record) => {
      const call = sayWhoAnswered(record.call, answeredBy);
      return call === record.call ? record : withHistory({ ...record, call }, now(), `answered by ${answeredBy}`);
    });
    if (changed && changed.after !== changed.before) await publishCalls();
  };
}
