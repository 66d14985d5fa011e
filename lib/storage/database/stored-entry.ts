import type { OutboxEntry } from '@/lib/domain/outbox/outbox';
import { fits, isRow, listOf, mapOf, oneOf, optional, type Shape } from './shape';

/** What an entry means that was stored before a field existed. A new field gets its line here. */
const DEFAULTS = {
  emptyReadBacks: 0,
  isRevivable: false,
} satisfies Partial<OutboxEntry>;

const LOG = {
  personId: '',
  to: '',
  duration: 0,
  disposition: '',
  sentiment: '',
  notes: '',
  crmFields: optional(mapOf('')),
  completes,
};

/** What the code relies on when it reads an entry. */
const SHAPE = {
  entryId: '',
  callId: '',
  dedupeKey: '',
  owner: { userGuid: '', tenantId: '' },
  personId: '',
  personName: '',
  log: LOG,
  calledAt: 0,
  endedAt: 0,
  timeZone: '',
  ref: '',
  state: oneOf('pending', 'sending', 'delivered', 'dead', 'discarded'),
  createdAt: 0,
  heldUntil: 0,
  nextTryAt: 0,
  setAt: 0,
  postNotBefore: 0,
  attempts: 0,
  claimToken: 0,
  unknownSince: 0,
  attemptStartedAt: 0,
  attemptStartedThere: 0,
  emptyReadBacks: 0,
  isRevivable: false,
  isTaskAsked: optional(false),
  wasRevived: optional(false),
  sentLink: optional(''),
  reason: optional({ code: '', field: '', words: '' }),
  formerLogs: optional(listOf(LOG)),
  receipt: optional({ loggedCallId: '', noteId: '', loggedAt: 0, foundByReading: false }),
} satisfies { readonly [Field in keyof OutboxEntry]: Shape };

/** An entry as this version knows it, from whatever version stored it; undefined when it cannot be read as one. */
export function upgradeEntry(raw: unknown): OutboxEntry | undefined {
  if (!isRow(raw)) return undefined;
  const entry = { ...DEFAULTS, ...raw };
  return fits(entry, SHAPE) ? (entry as unknown as OutboxEntry) : undefined;
}

function completes(value: unknown): boolean {
  return (
    fits(value, { kind: oneOf('none') }) ||
    fits(value, { kind: oneOf('action'), actionId: '' }) ||
    fits(value, { kind: oneOf('task'), taskId: '' })
  );
}
