import type { DeliveryReason } from './delivery';
import type { WrapUpDraft } from '@/lib/domain/call/wrap-up-record';
import { checkWrapUp, type MissingField } from '@/lib/domain/wrap-up/check-wrap-up';
import type { TeamRules } from '@/lib/domain/sign-in/team-rules';

/** What the rep wrote to correct a log; `to` and `duration` only where Salesloft refused them. */
export type EntryEdit = WrapUpDraft & {
  /** As typed. */
  readonly to?: string;
  /** Seconds, as typed. */
  readonly duration?: string;
};

export type EntryField = MissingField | 'to' | 'duration';

/** The fields that a rep may correct, in the order of the form. */
export const EDITABLE_FIELDS = ['to', 'duration', 'disposition', 'sentiment', 'notes'] as const;

export type EditableField = (typeof EDITABLE_FIELDS)[number];

/** The fields that still cannot be sent as they are; `hasNumber` tells whether what was typed is a number at all. */
export function checkEdit(edit: EntryEdit, rules: TeamRules | undefined, hasNumber: boolean): readonly EntryField[] {
  return [
    ...(edit.to !== undefined && !hasNumber ? (['to'] as const) : []),
    ...(edit.duration !== undefined && readSeconds(edit.duration) === undefined ? (['duration'] as const) : []),
    ...(rules ? checkWrapUp(edit, rules) : []),
  ];
}

/** Whole seconds, written as seconds ("187") or as a clock shows them ("3:07", "1:02:09"). */
export function readSeconds(typed: string): number | undefined {
  if (!/^\d{1,6}(:[0-5]?\d){0,2}$/.test(typed.trim())) return undefined;
  return typed
    .trim()
    .split(':')
    .reduce((sum, part) => sum * 60 + Number(part), 0);
}

/**
 * What Salesloft said against fields that can be corrected, by field. A refusal that names none may be about any of
 * them, so the number and the duration are offered too, without words of their own.
 */
export function refusalsOf(reason: DeliveryReason | undefined): Partial<Readonly<Record<EditableField, string>>> {
  if (reason?.code !== 'refused') return {};
  const named = reason.refusals ?? (reason.field === '' ? {} : { [reason.field]: reason.words });
  if (Object.keys(named).length === 0) return { to: '', duration: '' };
  return Object.fromEntries(
    Object.entries(named).filter(([field]) => EDITABLE_FIELDS.some((known) => known === field)),
  );
}
