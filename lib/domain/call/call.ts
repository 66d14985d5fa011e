import type { ActionId, CallId, E164, TaskId, UserGuid } from '@/lib/domain/core/ids';
import type { LineNotice, LineQuality } from './line-quality';
import type { CalledPerson } from './person';

/**
 * A call, from the intent to its end.
 *
 *   placing ──► ringing ──► connected ──► ended(reason)
 *      │           └──────────────────────────▲
 *      └──────────────────────────────────────┘
 */
export type CallState = 'placing' | 'ringing' | 'connected' | 'ended';

export type EndReason =
  'hungUpByRep' | 'hungUpByPerson' | 'noAnswer' | 'busy' | 'rejected' | 'blocked' | 'failed' | 'lost' | 'unknown';

/** `assistant`: one that asks the caller who they are before the person picks up. */
export type AnsweredBy = 'person' | 'voicemail' | 'assistant';

/** Why there is something to call: at most one of Salesloft's action and task completes with the log. */
export type CallSource =
  | { readonly kind: 'action'; readonly actionId: ActionId }
  | { readonly kind: 'task'; readonly taskId: TaskId }
  | { readonly kind: 'none' };

export type LineKind = 'practice' | 'sip' | 'twilio' | 'handoff';

/** Whose call it is; a log is never sent under another user or tenant. */
export type CallOwner = { readonly userGuid: UserGuid; readonly tenantId: string };

export type Call = {
  readonly callId: CallId;
  readonly owner: CallOwner;
  readonly person: CalledPerson;
  readonly to: E164;
  /** Digits of its extension, and what stands beside the number in Salesloft; absent when there is nothing. */
  readonly extension?: string;
  readonly words?: string;
  readonly source: CallSource;
  /** Cadence and step, or the task's subject; for the screen only. */
  readonly context: string;
  readonly line: LineKind;
  readonly state: CallState;
  /** True while the other side sends sound before the answer. */
  readonly earlyMedia: boolean;
  readonly muted: boolean;
  readonly held: boolean;
  /** Whether it may be recorded on this computer, and what has become of that; `kept`: there is a file. */
  readonly mayRecord?: boolean;
  readonly recording?: 'on' | 'paused' | 'kept';
  /** How the line stands, and the sound of the call so far; absent before it was measured. */
  readonly notice?: LineNotice;
  readonly quality?: LineQuality;
  /** Times in ms since the epoch. */
  readonly placedAt: number;
  readonly ringingAt?: number;
  readonly connectedAt?: number;
  /** By the line's word or the rep's; a person unless one of them says otherwise. */
  readonly answeredBy?: AnsweredBy;
  readonly endedAt?: number;
  readonly endReason?: EndReason;
  /** Whole seconds from connected to ended, by the phone's monotonic clock; 0 when never connected. */
  readonly durationSeconds: number;
  /** The provider's own words for a failure; empty when there is none. */
  readonly failure: string;
  /** The last event taken in; an event with this number or a lower one is a repeat. */
  readonly lastSeq: number;
  /** When the phone last told of it; ms since the epoch. A call whose phone dies has not lasted beyond this. */
  readonly lastSeenAt?: number;
};

/** What a phone reports. Times and lengths come from the phone's own clocks. */
export type CallEvent =
  | { readonly kind: 'ringing'; readonly earlyMedia: boolean }
  /** `answeredBy` where the line can tell. */
  | { readonly kind: 'connected'; readonly answeredBy?: AnsweredBy }
  | { readonly kind: 'muted'; readonly muted: boolean }
  | { readonly kind: 'held'; readonly held: boolean }
  /** The rep has the call recorded on this computer, or has paused that. */
  | { readonly kind: 'recording'; readonly recording: 'on' | 'paused' }
  /** How the sound is: told when there is another word for it, and just before the end. */
  | { readonly kind: 'quality'; readonly notice: LineNotice; readonly quality: LineQuality }
  /** Nothing new: told every few seconds, so that a crash leaves a plausible end behind. */
  | { readonly kind: 'stillLive' }
  /** The provider keeps a recording of the call under this id of its own; may be told after the end. */
  | { readonly kind: 'recorded'; readonly providerCallId: string }
  | {
      readonly kind: 'ended';
      readonly reason: EndReason;
      /** Milliseconds from connected to ended by a monotonic clock; 0 when never connected. */
      readonly connectedMs: number;
      readonly failure: string;
    };

/** One event on its way from the phone to the worker; (callId, seq) makes a repeat harmless. */
export type CallProgress = {
  readonly callId: CallId;
  /** From 1, without gaps, per call. */
  readonly seq: number;
  /** ms since the epoch. */
  readonly at: number;
  readonly event: CallEvent;
};

export type CallIntent = Pick<
  Call,
  | 'mayRecord'
  | 'extension'
  | 'words'
  | 'callId'
  | 'owner'
  | 'person'
  | 'to'
  | 'source'
  | 'context'
  | 'line'
  | 'placedAt'
>;

export function openCall(intent: CallIntent): Call {
  return {
    ...intent,
    state: 'placing',
    earlyMedia: false,
    muted: false,
    held: false,
    durationSeconds: 0,
    failure: '',
    lastSeq: 0,
  };
}

/** The call after one event of its phone; the same call when the event is a repeat, or too late to matter. */
export function advance(call: Call, progress: CallProgress): Call {
  const { event, at } = progress;
  if (progress.seq <= call.lastSeq) return call;
  if (call.state === 'ended') return event.kind === 'recorded' ? { ...call, lastSeq: progress.seq } : call;
  const told = { ...call, lastSeq: progress.seq, lastSeenAt: at };
  switch (event.kind) {
    case 'ringing':
      // An answer may overtake the ringing that belongs before it; the call does not ring again.
      return call.state === 'connected'
        ? told
        : { ...told, state: 'ringing', earlyMedia: event.earlyMedia, ringingAt: at };
    case 'connected':
      if (call.state === 'connected') return told;
      return {
        ...told,
        state: 'connected',
        connectedAt: at,
        ...(event.answeredBy ? { answeredBy: event.answeredBy } : {}),
      };
    case 'muted':
      return { ...told, muted: event.muted };
    case 'held':
      return { ...told, held: event.held };
    case 'recording':
      return { ...told, recording: event.recording };
    case 'quality':
      return { ...told, notice: event.notice, quality: event.quality };
    case 'recorded':
    case 'stillLive':
      return told;
    case 'ended':
      return {
        ...told,
        state: 'ended',
        endedAt: at,
        endReason: event.reason,
        durationSeconds: Math.max(0, Math.round(event.connectedMs / 1_000)),
        failure: event.failure,
        ...(call.recording ? { recording: 'kept' as const } : {}),
      };
  }
}

/** A call whose phone is gone. It cannot have lasted beyond `lastSeenAt`, ms since the epoch. */
export function loseCall(call: Call, lastSeenAt: number): Call {
  if (call.state === 'ended') return call;
  const endedAt = Math.max(lastSeenAt, call.connectedAt ?? call.placedAt);
  const connectedMs = call.connectedAt === undefined ? 0 : endedAt - call.connectedAt;
  return {
    ...call,
    state: 'ended',
    endReason: 'lost',
    endedAt,
    durationSeconds: Math.round(connectedMs / 1_000),
  };
}

export function isLive(call: Call): boolean {
  return call.state !== 'ended';
}
