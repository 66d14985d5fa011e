import type { AnsweredBy, Call } from '@/lib/domain/call/call';
import { unreachable } from '@/lib/domain/core/errors';
import type { LineOutcomes } from '@/lib/domain/settings/values';
import type { TeamRules } from '@/lib/domain/sign-in/team-rules';

/**
 * The disposition to start the wrap-up with, from what the line reported and the settings; empty for none. A name that
 * the team does not have is never chosen.
 */
export function preselect(call: Call, outcomes: LineOutcomes, rules: TeamRules | undefined): string {
  const name = call.endReason === 'blocked' ? blockedName(rules) : nameFor(call, outcomes, rules);
  return rules?.dispositions.includes(name) === true ? name : '';
}

function nameFor({ endReason, connectedAt, answeredBy }: Call, outcomes: LineOutcomes, rules: TeamRules | undefined) {
  if (endReason === undefined) return '';
  if (connectedAt !== undefined) return answeredName(answeredBy, outcomes, rules);
  switch (endReason) {
    case 'noAnswer':
      return outcomes.noAnswer;
    case 'busy':
    case 'rejected':
      return outcomes.busy;
    case 'failed':
      return outcomes.failed;
    case 'hungUpByRep':
      return outcomes.canceled;
    case 'blocked':
    case 'hungUpByPerson':
    case 'lost':
    case 'unknown':
      return '';
    default:
      return unreachable(endReason);
  }
}

function answeredName(
  answeredBy: AnsweredBy | undefined,
  outcomes: LineOutcomes,
  rules: TeamRules | undefined,
): string {
  if (answeredBy === 'assistant') return screenedName(rules);
  return answeredBy === 'voicemail' ? outcomes.voicemail : outcomes.connected;
}

/** The disposition called "Screened", else the only one that has the word in it. */
function screenedName(rules: TeamRules | undefined): string {
  const known = rules?.dispositions ?? [];
  const [only, ...others] = known.filter((name) => /\bscreened\b/i.test(name) && !/\bnot\b/i.test(name));
  return known.find((name) => /^\W*screened\W*$/i.test(name)) ?? (others.length === 0 ? only : undefined) ?? '';
}

/** A call that a network kept from the person was not busy; only a disposition that says so is chosen. */
function blockedName(rules: TeamRules | undefined): string {
  return rules?.dispositions.find((name) => /\bblocked\b/i.test(name)) ?? '';
}

/** The team's own word for "no answer": as the settings say, else the disposition that is called so; empty for none. */
export function noAnswerName(outcomes: LineOutcomes, rules: TeamRules | undefined): string {
  const known = rules?.dispositions ?? [];
  if (known.includes(outcomes.noAnswer)) return outcomes.noAnswer;
  return known.find((name) => /^\W*no[\s_-]*answer\W*$/i.test(name)) ?? '';
}
