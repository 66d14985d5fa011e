import type { DialSession } from '@/lib/domain/dial-session/dial-session';
import { fits, isRow, listOf, oneOf, optional, type Shape } from './shape';

const OUTCOMES = {
  called: { talkSeconds: 0, wasConnected: false, disposition: '' },
  skipped: { reason: '' },
  later: { dueDate: '' },
} satisfies Record<DialSession['outcomes'][string]['kind'], Shape>;

const SHAPE = {
  state: oneOf('running', 'paused', 'over'),
  startedAt: 0,
  endedAt: optional(0),
  plan: listOf(''),
  outcomes: (value) => isRow(value) && Object.values(value).every(isOutcome),
} satisfies { readonly [Field in keyof DialSession]: Shape };

/** A dial session as it is stored; null for one that cannot be read: without it the rep starts another. */
export function readStoredRun(raw: unknown): DialSession | null {
  return fits(raw, SHAPE) ? (raw as DialSession) : null;
}

function isOutcome(value: unknown): boolean {
  if (!isRow(value)) return false;
  const { kind } = value;
  return typeof kind === 'string' && Object.hasOwn(OUTCOMES, kind) && fits(value, OUTCOMES[kind as 'called']);
}
