import { DialerError } from '@/lib/domain/core/errors';
import type { CallId } from '@/lib/domain/core/ids';

export type OneCall<Call extends { readonly callId: CallId }> = ReturnType<typeof createOneCall<Call>>;

/** The one call that a line carries. Late events of an earlier call are ignored. */
export function createOneCall<Call extends { readonly callId: CallId }>() {
  let current: Call | undefined;
  const ofId = (callId: CallId): Call | undefined => (current?.callId === callId ? current : undefined);
  return {
    current: (): Call | undefined => current,
    ofId,
    isOn: (call: Call): boolean => current === call,
    /** False when it was over already: its end is told once. */
    letGo: (call: Call): boolean => {
      if (current !== call) return false;
      current = undefined;
      return true;
    },
    /**
     * The same call twice begins once. Resolves too when it was hung up meanwhile, for that end is told already.
     * Throws `call-in-progress`, and what `start` throws; the call is released then.
     */
    begin: async (call: Call, start: () => Promise<void>, onFailed: () => void): Promise<void> => {
      if (ofId(call.callId)) return;
      if (current) throw new DialerError('call-in-progress');
      current = call;
      try {
        await start();
      } catch (error) {
        if (current !== call) return;
        current = undefined;
        onFailed();
        throw error;
      }
    },
  };
}
