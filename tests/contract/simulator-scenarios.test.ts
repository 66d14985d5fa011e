import { describe, expect, it } from 'vitest';
import { anAction } from '@/tests/salesloft/builders/due-work';
import { aPerson } from '@/tests/salesloft/builders/person';
import { aWorld } from '@/tests/salesloft/builders/world';
import {
  commitsLate,
  losesAnswerAfterCommit,
  losesRequestBeforeCommit,
} from '@/tests/salesloft/scenarios/lost-answers';
import {
  completesActionElsewhere,
  deletesPerson,
  manglesNotes,
  renamesDisposition,
} from '@/tests/salesloft/scenarios/meanwhile';
import { hasNoPaging, ignoresFilters, listsCallsLate } from '@/tests/salesloft/scenarios/odd-lists';
import { fails, isCaptivePortal, isOffline } from '@/tests/salesloft/scenarios/outages';
import { isRateLimited } from '@/tests/salesloft/scenarios/rate-limits';
import type { Scenario } from '@/tests/salesloft/scenarios/scenario';
import { isSilent, isSlow } from '@/tests/salesloft/scenarios/slow-answers';
import { start, type Client } from './simulator';

const NOW = Date.UTC(2026, 10, 23, 17);

function world() {
  return aWorld(aPerson({ id: 1 }), anAction({ id: 7, person: aPerson({ id: 1 }) }));
}

function log(client: Client, body: object = {}) {
  return client.post('activities/calls', { person_id: 1, to: '+14045550134', duration: 62, ...body });
}

/** The status of the answer, or `none`. */
async function outcome(asking: Promise<{ readonly status: number }>): Promise<number | 'none'> {
  return asking.then(
    ({ status }) => status,
    () => 'none' as const,
  );
}

async function bent(scenario: Scenario, clock?: () => number) {
  const client = await start({ world: world(), ...(clock ? { clock } : {}) });
  return { client, scenario: client.salesloft.bend(scenario), calls: client.salesloft.world.calls };
}

describe('answers that are lost', () => {
  it.each(['cut', 'truncated', 'silence'] as const)('after the commit, by %s', async (by) => {
    const { client, scenario, calls } = await bent(losesAnswerAfterCommit({ times: 1, by, silenceMs: 5 }));
    expect(await outcome(log(client))).toBe('none');
    expect([calls.size, scenario.bites]).toEqual([1, 1]);
    expect(await outcome(log(client))).toBe(200);
  });

  it('after the commit, by a page', async () => {
    const { client, calls } = await bent(losesAnswerAfterCommit({ by: 'html 500' }));
    expect(await outcome(log(client))).toBe(500);
    expect(calls.size).toBe(1);
  });

  it('before the commit', async () => {
    const { client, calls } = await bent(losesRequestBeforeCommit());
    expect(await outcome(log(client))).toBe('none');
    expect(calls.size).toBe(0);
  });

  it('because the client gave up before the commit came', async () => {
    const { client, scenario, calls } = await bent(commitsLate({ afterMs: 20 }));
    const patience = new AbortController();
    const asked = client.send('https://api.salesloft.com/v2/activities/calls', {
      method: 'POST',
      signal: patience.signal,
      headers: { authorization: `Bearer ${client.salesloft.issueToken()}`, 'content-type': 'application/json' },
      body: JSON.stringify({ person_id: 1 }),
    });
    await expect.poll(() => scenario.bites).toBe(1);
    patience.abort();
    expect(await outcome(asked)).toBe('none');
    expect(calls.size).toBe(0);
    await expect.poll(() => calls.size).toBe(1);
  });

  it('because none ever comes', async () => {
    const { client, scenario } = await bent(isSilent({ on: 'GET /v2/me' }));
    const patience = new AbortController();
    const asked = client.send('https://api.salesloft.com/v2/me', { signal: patience.signal });
    await expect.poll(() => scenario.bites).toBe(1);
    patience.abort();
    expect(await outcome(asked)).toBe('none');
  });
});

describe('a Salesloft that is not well', () => {
  it('limits so many requests, with a Retry-After only when told to', async () => {
    const { client } = await bent(isRateLimited({ times: 2, retryAfterSeconds: 7, hasHeaders: false }));
    const { status, headers } = await client.get('me');
    expect([status, headers.get('retry-after'), headers.get('x-ratelimit-remaining-minute')]).toEqual([429, '7', null]);
    expect([await outcome(client.get('me')), await outcome(client.get('me'))]).toEqual([429, 200]);
  });

  it('limits for so long, by its clock', async () => {
    let now = NOW;
    const { client } = await bent(isRateLimited({ forMs: 1_000 }), () => now);
    expect(await outcome(client.get('me'))).toBe(429);
    now += 1_000;
    expect(await outcome(client.get('me'))).toBe(200);
  });

  it('fails with a page, on one path alone', async () => {
    const { client } = await bent(fails({ on: 'GET /v2/tasks*', status: 502 }));
    const failed = await client.get('tasks');
    expect([failed.status, failed.text.startsWith('<!DOCTYPE html>')]).toEqual([502, true]);
    expect(await outcome(client.get('actions'))).toBe(200);
  });

  it('is slow', async () => {
    const { client } = await bent(isSlow({ ms: 30 }));
    const began = performance.now();
    await client.get('me');
    expect(performance.now() - began).toBeGreaterThanOrEqual(29);
  });

  it('hides behind a captive portal', async () => {
    const { client, calls } = await bent(isCaptivePortal());
    const { status, headers } = await log(client);
    expect([status, headers.get('content-type'), calls.size]).toEqual([200, 'text/html; charset=utf-8', 0]);
  });

  it('is not there, until it is', async () => {
    const { client, scenario } = await bent(isOffline());
    expect(await outcome(client.get('me'))).toBe('none');
    expect(scenario.bites).toBe(1);
    client.salesloft.unbend(scenario);
    expect(await outcome(client.get('me'))).toBe(200);
  });
});

describe('odd lists', () => {
  it('lack their newest calls for a while', async () => {
    let now = NOW;
    const { client, scenario } = await bent(listsCallsLate({ ms: 5_000 }), () => now);
    await log(client);
    now += 4_999;
    expect((await client.get('activities/calls')).json.data).toEqual([]);
    now += 1;
    expect((await client.get('activities/calls')).json.data).toHaveLength(1);
    expect(scenario.bites).toBe(1);
  });

  it('pass every filter over', async () => {
    const { client } = await bent(ignoresFilters());
    expect((await client.get('people?ids[]=99')).json).toMatchObject({
      metadata: { filtering: {} },
      data: [{ id: 1 }],
    });
  });

  it('have no paging', async () => {
    const { client, scenario } = await bent(hasNoPaging({ on: 'GET /v2/people' }));
    expect((await client.get('people')).json.metadata.paging).toBeUndefined();
    expect((await client.get('actions')).json.metadata.paging).toBeDefined();
    expect(scenario.bites).toBe(1);
  });
});

describe('what others do meanwhile', () => {
  it('renames a disposition', async () => {
    const { client } = await bent(renamesDisposition('Connected', 'Reached'));
    expect((await log(client, { disposition: 'Connected' })).json.errors).toHaveProperty('disposition');
    expect(await outcome(log(client, { disposition: 'Reached' }))).toBe(200);
  });

  it('completes the action', async () => {
    const { client } = await bent(completesActionElsewhere(7));
    expect((await log(client, { action_id: 7 })).json.errors).toHaveProperty('action_id');
  });

  it('deletes the person', async () => {
    const { client } = await bent(deletesPerson(1));
    expect(await outcome(log(client))).toBe(404);
  });

  it('takes the reference out of a note', async () => {
    const { client, scenario } = await bent(manglesNotes());
    await log(client, { notes: 'Spoke.\n\nref K7MQ-2XWD' });
    expect([...client.salesloft.world.notes.values()].map(({ content }) => content)).toEqual(['Spoke.']);
    expect(scenario.bites).toBe(1);
  });
});
