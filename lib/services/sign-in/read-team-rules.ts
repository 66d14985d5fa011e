import type { ApiResult } from '@/lib/domain/core/api-result';
import type { TeamRules } from '@/lib/domain/sign-in/team-rules';

export type ReadTeamRulesDeps = {
  readonly read: () => Promise<ApiResult<TeamRules>>;
  readonly readKnown: () => Promise<TeamRules | undefined>;
  readonly publish: (rules: TeamRules) => Promise<void>;
  /** CRM fields that this team is known to require. */
  readonly readDemanded: () => Promise<readonly string[]>;
  readonly addDemanded: (names: readonly string[]) => Promise<void>;
};

/** The team's lists and flags, once per browser run; `again` after Salesloft refused a name. */
export function createReadTeamRules(deps: ReadTeamRulesDeps) {
  let running: Promise<TeamRules | undefined> | undefined;

  const read = async (): Promise<TeamRules | undefined> => {
    const result = await deps.read();
    if (!result.ok) return undefined;
    return publish(result.value);
  };

  const publish = async (read: TeamRules): Promise<TeamRules> => {
    const demanded = await deps.readDemanded();
    const rules = demanded.length > 0 ? { ...read, requiredCrmFields: demanded } : read;
    await deps.publish(rules);
    return rules;
  };

  const again = (): Promise<TeamRules | undefined> => {
    running ??= read().finally(() => {
      running = undefined;
    });
    return running;
  };

  return {
    /** Undefined when they are not known and cannot be read now. */
    current: async (): Promise<TeamRules | undefined> => {
      const known = await deps.readKnown();
      const isWhole = known && (known.crmFields !== undefined || known.isCrmForbidden === true);
      return isWhole ? known : ((await again()) ?? known);
    },
    again,
    /** A log was refused for the lack of these. */
    learnCrmDemands: async (names: readonly string[]): Promise<void> => {
      if (names.length === 0) return;
      await deps.addDemanded(names);
      const known = await deps.readKnown();
      if (known) await publish(known);
    },
  };
}
