import { CATALOGUE, isSettingKey } from '@/lib/domain/settings/catalogue';
import { resolveSettings, type EffectiveSettings } from '@/lib/domain/settings/resolve';
import { findContradictions } from './contradictions';
import { fitsSchema } from './fits-schema';
import type { Policy } from './policy';
import type { FindingKind, PolicyFinding } from './policy-finding';

export type CheckedPolicy = {
  /** What would be in force for somebody who has set nothing on the device. */
  readonly effective: EffectiveSettings;
  readonly findings: readonly PolicyFinding[];
};

/** What a policy comes to on a rep's computer: as Chrome passes it on, then as Loftline reads it. */
export function checkPolicy(policy: Policy): CheckedPolicy {
  const passedOn: Record<string, unknown> = {};
  const findings: PolicyFinding[] = [];
  for (const [key, value] of Object.entries(policy)) {
    if (!isSettingKey(key)) findings.push(finding('unknown', key, 'problemUnknownKey'));
    else if (!CATALOGUE[key].isManaged) findings.push(finding('unknown', key, 'policyNotManaged'));
    else if (!fitsSchema(CATALOGUE[key].spec, value)) findings.push(finding('dropped', key, 'policyWrongType'));
    else {
      passedOn[key] = value;
      if (!CATALOGUE[key].isInUse) findings.push(finding('unused', key, 'policyNotUsed'));
    }
  }
  const effective = resolveSettings(passedOn, {});
  const refused = effective.problems.map(({ key, problem, parts }) => finding('refused', key, problem, parts));
  return { effective, findings: [...findings, ...refused, ...findContradictions(effective)] };
}

function finding(kind: FindingKind, key: string, problem: string, parts: readonly string[] = []): PolicyFinding {
  return { kind, keys: [key.slice(0, 80)], problem, parts };
}
