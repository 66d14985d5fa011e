import { describe, expect, it } from 'vitest';
import type { ApiResult } from '@/lib/domain/core/api-result';
import type { TeamRules } from '@/lib/domain/sign-in/team-rules';
import { createReadTeamRules } from '@/lib/services/sign-in/read-team-rules';
import { someTeamRules } from '@/tests/support/builders/builders';

function setUp(answer: ApiResult<TeamRules> = { ok: true, value: someTeamRules() }) {
  const held: { rules?: TeamRules } = {};
  let reads = 0;
  const service = createReadTeamRules({
    read: async () => ((reads += 1), answer),
    readKnown: async () => held.rules,
    publish: async (rules) => void (held.rules = rules),
  });
  return { service, held, reads: () => reads };
}

describe('the team’s rules', () => {
  it('are read once per browser run, and once for all who ask at the same moment', async () => {
    const { service, held, reads } = setUp();
    await Promise.all([service.current(), service.current()]);
    expect(await service.current()).toEqual(someTeamRules());
    expect([held.rules, reads()]).toEqual([someTeamRules(), 1]);
  });

  it('are read again when a name was refused', async () => {
    const { service, reads } = setUp();
    await service.current();
    await service.again();
    expect(reads()).toBe(2);
  });

  it('stay as they were known when they cannot be read', async () => {
    const failure = {
      kind: 'noAnswer',
      code: 'salesloft-timeout',
      status: 0,
      fields: {},
      words: '',
      retryAfterSeconds: 0,
    } as const;
    const { service, held } = setUp({ ok: false, failure });
    expect(await service.current()).toBeUndefined();
    held.rules = someTeamRules();
    expect(await service.again()).toBeUndefined();
    expect(await service.current()).toEqual(someTeamRules());
  });
});
