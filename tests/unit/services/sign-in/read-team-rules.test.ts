import { describe, expect, it } from 'vitest';
import type { ApiResult } from '@/lib/domain/core/api-result';
import type { TeamRules } from '@/lib/domain/sign-in/team-rules';
import { createReadTeamRules } from '@/lib/services/sign-in/read-team-rules';
import { someTeamRules } from '@/tests/support/builders/builders';

const whole = someTeamRules({ crmFields: [] });

function setUp(answer: ApiResult<TeamRules> = { ok: true, value: whole }) {
  const held: { rules?: TeamRules } = {};
  const demanded: string[] = [];
  let reads = 0;
  const service = createReadTeamRules({
    read: async () => ((reads += 1), answer),
    readKnown: async () => held.rules,
    publish: async (rules) => void (held.rules = rules),
    readDemanded: async () => demanded,
    addDemanded: async (names) => void demanded.push(...names),
  });
  return { service, held, reads: () => reads };
}

describe('the team’s rules', () => {
  it('are read once per browser run, and once for all who ask at the same moment', async () => {
    const { service, held, reads } = setUp();
    await Promise.all([service.current(), service.current()]);
    expect(await service.current()).toEqual(whole);
    expect([held.rules, reads()]).toEqual([whole, 1]);
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

  it('are read again while the CRM fields are missing, unless this sign-in may not read them', async () => {
    const unread = setUp({ ok: true, value: someTeamRules() });
    await unread.service.current();
    await unread.service.current();
    expect(unread.reads()).toBe(2);
    const forbidden = setUp({ ok: true, value: someTeamRules({ isCrmForbidden: true }) });
    await forbidden.service.current();
    await forbidden.service.current();
    expect(forbidden.reads()).toBe(1);
  });

  it('tell of the CRM fields that a refusal taught, now and when they are read again', async () => {
    const { service, held } = setUp();
    await service.current();
    await service.learnCrmDemands(['Call_Purpose__c']);
    expect(held.rules?.requiredCrmFields).toEqual(['Call_Purpose__c']);
    await service.again();
    expect(held.rules?.requiredCrmFields).toEqual(['Call_Purpose__c']);
  });
});
