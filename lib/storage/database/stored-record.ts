import type { Call } from '@/lib/domain/call/call';
import type { CallRecord } from '@/lib/domain/call/call-record';
import { fits, isRow, listOf, mapOf, oneOf, optional, type Shape } from './shape';

/** What a record means that was stored before a field existed. A new field gets its line here. */
const CALL_DEFAULTS = {
  earlyMedia: false,
  muted: false,
  held: false,
  failure: '',
} satisfies Partial<Call>;
const DEFAULTS = { wasInterrupted: false } satisfies Partial<CallRecord>;

/** What the code relies on when it reads a record. */
const CALL_SHAPE = {
  callId: '',
  owner: { userGuid: '', tenantId: '' },
  person: { personId: '', name: '', title: '', company: '', timeZone: '' },
  to: '',
  source: { kind: oneOf('action', 'task', 'none') },
  context: '',
  line: '',
  state: oneOf('placing', 'ringing', 'connected', 'ended'),
  earlyMedia: false,
  muted: false,
  held: false,
  placedAt: 0,
  ringingAt: optional(0),
  connectedAt: optional(0),
  answeredBy: optional(''),
  endedAt: optional(0),
  endReason: optional(''),
  durationSeconds: 0,
  failure: '',
  lastSeq: 0,
  lastSeenAt: optional(0),
} satisfies { readonly [Field in keyof Call]: Shape };
const SHAPE = {
  call: CALL_SHAPE,
  wrapUp: {
    callId: '',
    state: oneOf('none', 'open', 'submitted', 'waived'),
    draft: { disposition: '', sentiment: '', notes: '', crmFields: optional(mapOf('')) },
    savedAt: 0,
  },
  wasInterrupted: false,
  history: listOf({ at: 0, what: '' }),
  logsItself: optional(false),
  recordingLink: optional(''),
  erasedAt: optional(0),
} satisfies { readonly [Field in keyof CallRecord]: Shape };

/** A record as this version knows it, from whatever version stored it; undefined when it cannot be read as one. */
export function upgradeRecord(raw: unknown): CallRecord | undefined {
  if (!isRow(raw) || !isRow(raw['call'])) return undefined;
  const record = { ...DEFAULTS, ...raw, call: { ...CALL_DEFAULTS, ...raw['call'] } };
  return fits(record, SHAPE) ? (record as unknown as CallRecord) : undefined;
}
