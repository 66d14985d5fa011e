import { DialerError } from '@/lib/domain/core/errors';
import type { CallId, E164 } from '@/lib/domain/core/ids';
import { isSameLine, type LineConfig } from '@/lib/domain/call/line-config';
import { NO_SOUND, type SoundReading } from '@/lib/domain/call/line-quality';
import type { LiveCall } from '@/lib/domain/call/line-capabilities';
import type { DialRequest, Phone, ReportCallEvent } from '@/lib/phone/contract/phone';

export type LineDeps = {
  readonly choosePhone: (config: LineConfig, report: ReportCallEvent) => Promise<Phone>;
  readonly report: ReportCallEvent;
  readonly lastSeq: (callId: CallId) => number;
  /** Calls with events that the worker has not taken in yet. */
  readonly unheard: () => readonly CallId[];
};

type Loaded = { readonly config: LineConfig; readonly adapter: Promise<Phone> };

/** The one line of this browser: keeps the adapter in use, and knows which call is on it. */
export function createLine(deps: LineDeps) {
  let loaded: Loaded | undefined;
  let live: CallId | undefined;
  /** Every call ever dialed here, ended ones too: a repeated command must not ring again. */
  const dials = new Map<CallId, Promise<void>>();

  const report: ReportCallEvent = (callId, event) => {
    if (event.kind === 'ended' && live === callId) live = undefined;
    deps.report(callId, event);
  };

  const exchange = async (before: Promise<Phone> | undefined, config: LineConfig): Promise<Phone> => {
    // One that could not be loaded leaves nothing behind.
    await (await before?.catch(() => undefined))?.dispose();
    return deps.choosePhone(config, report);
  };

  const phoneFor = (config: LineConfig): Promise<Phone> => {
    if (loaded && isSameLine(loaded.config, config)) return loaded.adapter;
    const adapter = exchange(loaded?.adapter, config);
    const attempt: Loaded = { config, adapter };
    loaded = attempt;
    // Whoever dials is told; the next dial loads it anew.
    adapter.catch(() => {
      if (loaded === attempt) loaded = undefined;
    });
    return adapter;
  };

  const start = async (config: LineConfig, request: DialRequest): Promise<void> => {
    try {
      const phone = await phoneFor(config);
      await phone.dial(request);
    } catch (error) {
      if (live === request.callId) live = undefined;
      dials.delete(request.callId);
      throw error instanceof DialerError ? error : new DialerError('line-failed', String(error));
    }
  };

  /** A command may overtake the loading of its adapter: it waits its turn. */
  const phoneInUse = async (): Promise<Phone | undefined> => loaded?.adapter.catch(() => undefined);

  return {
    /** A call in hand keeps the adapter it is on. Never throws: the dial tells what is wrong. */
    prepare: async (config: LineConfig): Promise<void> => {
      if (live !== undefined) return;
      await phoneFor(config)
        .then((phone) => phone.prepare())
        .catch(() => undefined);
    },
    /** The same callId twice rings once. Throws DialerError. */
    dial: (config: LineConfig, request: DialRequest): Promise<void> => {
      const known = dials.get(request.callId);
      if (known) return known;
      if (live !== undefined) return Promise.reject(new DialerError('call-in-progress'));
      live = request.callId;
      const dialing = start(config, request);
      dials.set(request.callId, dialing);
      return dialing;
    },
    /** No call, and none whose end the worker has yet to hear of. */
    isIdle: (): boolean => live === undefined && deps.unheard().length === 0,
    hangUp: async (callId: CallId): Promise<void> => (await phoneInUse())?.hangUp(callId),
    mute: async (callId: CallId, muted: boolean): Promise<void> => (await phoneInUse())?.mute(callId, muted),
    hold: async (callId: CallId, held: boolean): Promise<void> => {
      const phone = await phoneInUse();
      if (phone?.capabilities.hold) await phone.hold(callId, held);
    },
    transfer: async (callId: CallId, to: E164): Promise<void> => {
      const phone = await phoneInUse();
      if (!phone) throw new DialerError('transfer-refused');
      await phone.transfer(callId, to);
    },
    sendDigits: async (callId: CallId, digits: string): Promise<void> => {
      const phone = await phoneInUse();
      if (phone?.capabilities.digits) await phone.sendDigits(callId, digits);
    },
    connection: async (callId: CallId): Promise<RTCPeerConnection | undefined> =>
      (await phoneInUse())?.connection(callId),
    readSound: async (callId: CallId): Promise<SoundReading> =>
      (await (await phoneInUse())?.readSound(callId)) ?? NO_SOUND,
    /** Says that the call is still on. While the worker has not taken in what came before, it would only pile up. */
    tellStillLive: (): void => {
      if (live !== undefined && !deps.unheard().includes(live)) report(live, { kind: 'stillLive' });
    },
    /**
     * The call on the line, and calls whose end the worker has yet to hear of: the very message that tells of an end
     * may be what starts the worker, which asks this first and would write such a call off as lost.
     */
    liveCalls: async (): Promise<readonly LiveCall[]> => {
      const callIds = new Set([...(live === undefined ? [] : [live]), ...deps.unheard()]);
      const phone = callIds.size === 0 ? undefined : await phoneInUse();
      return Promise.all([...callIds].map((callId) => describeCall(callId, phone, deps.lastSeq(callId))));
    },
  };
}

async function describeCall(callId: CallId, phone: Phone | undefined, lastSeq: number): Promise<LiveCall> {
  const { sent, received } = (await phone?.readSound(callId)) ?? NO_SOUND;
  return { callId, lastSeq, packetsSent: sent, packetsReceived: received };
}
