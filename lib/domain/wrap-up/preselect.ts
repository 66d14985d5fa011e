import type { Call } from '@/lib/domain/call/call';
import { unreachable } from '@/lib/domain/core/errors';
import type { LineOutcomes } from '@/lib/domain/settings/values';
import type { TeamRules } from '@/lib/domain/sign-in/team-rules';

/**
 * The disposition to start the wrap-up with, from what the line reported and the settings; empty for none. A name that
 * the team does not have is never chosen.
 */
export function preselect(call: Call, outcomes: LineOutcomes, rules: TeamRules | undefined): string {
  const name = call.endReason === 'blocked' ? blockedName(rules) : nameFor(call, outcomes);
  return rules?.dispositions.includes(name) === true ? name : '';
}

function nameFor({ endReason, connectedAt }: Call, outcomes: LineOutcomes): string {
  if (endReason === undefined) return '';
  if (connectedAt !== undefined) return outcomes.connected;
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
