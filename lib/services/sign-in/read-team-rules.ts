import type { ApiResult } from '@/lib/domain/core/api-result';
import type { TeamRules } from '@/lib/domain/sign-in/team-rules';

export type ReadTeamRulesDeps = {
  readonly read: () => Promise<ApiResult<TeamRules>>;
  readonly readKnown: () => Promise<TeamRules | undefined>;
  readonly publish: (rules: TeamRules) => Promise<void>;
};

/** The team's lists and flags, once per browser run; `again` after Salesloft refused a name. */
export function createReadTeamRules(deps: ReadTeamRulesDeps) {
  let running: Promise<TeamRules | undefined> | undefined;

  const read = async (): Promise<TeamRules | undefined> => {
    const result = await deps.read();
    if (!result.ok) return undefined;
    await deps.publish(result.value);
    return result.value;
  };

  const again = (): Promise<TeamRules | undefined> => {
    running ??= read().finally(() => {
      running = undefined;
    });
    return running;
  };

  return {
    /** Undefined when they are not known and cannot be read now. */
    current: async (): Promise<TeamRules | undefined> => (await deps.readKnown()) ?? again(),
    again,
  };
}
