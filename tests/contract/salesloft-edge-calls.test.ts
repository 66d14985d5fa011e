import { describe, expect, it } from 'vitest';
import type { CallLog } from '@/lib/domain/wrap-up/call-log';
import { asId, type ActionId, type E164, type PersonId, type TaskId, type UserGuid } from '@/lib/domain/core/ids';
import { aCall } from '@/tests/salesloft/builders/logged-call';
import { anAction, aTask } from '@/tests/salesloft/builders/due-work';
import { aPerson } from '@/tests/salesloft/builders/person';
import { aCrmField, aTeam, REP_GUID } from '@/tests/salesloft/builders/team';
import { aWorld, DISPOSITIONS, SENTIMENTS } from '@/tests/salesloft/builders/world';
import { losesAnswerAfterCommit } from '@/tests/salesloft/scenarios/lost-answers';
import { ignoresFilters } from '@/tests/salesloft/scenarios/odd-lists';
import { fails, isCaptivePortal } from '@/tests/salesloft/scenarios/outages';
import { isRateLimited } from '@/tests/salesloft/scenarios/rate-limits';
import { put } from '@/tests/salesloft/world';
import type { Row } from '@/tests/salesloft/rows';
import { startEdge } from './edge';

const person = aPerson();
const aLog = (change: Partial<CallLog> = {}): CallLog => ({
  personId: asId<PersonId>(String(person.id)),
  to: asId<E164>('+14045550134'),
  duration: 62,
  disposition: 'Connected',
  sentiment: '',
  notes: '',
  completes: { kind: 'none' },
  ...change,
});

async function signedIn(...rows: readonly Row[]) {
  const edge = await startEdge({ world: aWorld(person, ...rows) });
  await edge.connection.connect();
  edge.salesloft.resetLog();
  return edge;
}

describe('logging a call', () => {
  it('completes the step, and gives Salesloft’s id and time as the receipt', async () => {
    const action = anAction({ person });
    const edge = await signedIn(action);
    const completes = { kind: 'action', actionId: asId<ActionId>(String(action.id)) } as const;
    const result = await edge.calls.log(aLog({ completes, sentiment: 'Interested' }), 'Spoke.\n\nref K7MQ-2XWD');
    const call = [...edge.salesloft.world.calls.values()][0];
    expect(result).toEqual({
      ok: true,
      value: {
        loggedCallId: String(call?.id),
        noteId: String(call?.note?.id),
        loggedAt: Date.parse(call?.created_at ?? ''),
        foundByReading: false,
      },
    });
    expect(call).toMatchObject({ to: '+14045550134', duration: 62, disposition: 'Connected', sentiment: 'Interested' });
    expect(edge.salesloft.violations).toEqual([]);
    expect(await edge.calls.actionState(completes.actionId)).toEqual({ ok: true, value: 'gone' });
  });

  it('completes a task, and leaves empty fields out', async () => {
    const task = aTask({ person });
    const edge = await signedIn(task);
    const taskId = asId<TaskId>(String(task.id));
    expect(await edge.calls.taskState(taskId)).toEqual({ ok: true, value: 'open' });
    await edge.calls.log(aLog({ completes: { kind: 'task', taskId }, disposition: '' }), '');
    const body = JSON.parse(edge.salesloft.requests.at(-1)?.body ?? '{}') as Record<string, unknown>;
    expect(body).toEqual({ person_id: person.id, to: '+14045550134', duration: 62, task_id: task.id });
    expect(await edge.calls.taskState(taskId)).toEqual({ ok: true, value: 'gone' });
  });

  it('tells which field was refused, in Salesloft’s words', async () => {
    const edge = await signedIn();
    const result = await edge.calls.log(aLog({ disposition: 'Nonsense' }), '');
    expect(result).toMatchObject({ ok: false, failure: { kind: 'http', status: 422, code: 'refused' } });
    const fields = result.ok ? {} : result.failure.fields;
    expect(Object.keys(fields)).toEqual(['disposition']);
    expect(result.ok || result.failure.words).toContain(fields['disposition']?.[0]);
  });

  it.each([
    ['a cut connection', losesAnswerAfterCommit({ by: 'cut' }), { kind: 'noAnswer', code: 'salesloft-unreachable' }],
    ['half an answer', losesAnswerAfterCommit({ by: 'truncated' }), { kind: 'noAnswer' }],
    [
      'an error page',
      losesAnswerAfterCommit({ by: 'html 500' }),
      { kind: 'http', status: 500, code: 'salesloft-error', words: '' },
    ],
    [
      'a captive portal',
      isCaptivePortal({ on: 'POST /v2/activities/calls' }),
      { kind: 'broken', code: 'salesloft-broken-answer' },
    ],
    [
      'a rate limit',
      isRateLimited({ retryAfterSeconds: 7 }),
      { kind: 'http', code: 'rate-limited', retryAfterSeconds: 7 },
    ],
    ['an outage', fails({ status: 503 }), { kind: 'http', code: 'salesloft-error', status: 503 }],
  ])('never sends twice by itself: %s', async (_what, scenario, failure) => {
    const edge = await signedIn();
    edge.salesloft.bend(scenario);
    const result = await edge.calls.log(aLog(), '');
    expect(result.ok || result.failure).toMatchObject(failure);
    expect([scenario.bites, edge.apiRequests().length]).toEqual([1, 1]);
  });

  it('sends once more after a 401, which nothing was done for, and only one call is there', async () => {
    const edge = await signedIn();
    edge.salesloft.expireAccessTokens();
    expect((await edge.calls.log(aLog(), '')).ok).toBe(true);
    expect([edge.apiRequests().map(({ status }) => status), edge.salesloft.world.calls.size]).toEqual([[401, 200], 1]);
  });

  it('sends nothing while offline', async () => {
    const edge = await signedIn();
    edge.network.isOnline = false;
    const result = await edge.calls.log(aLog(), '');
    expect(result.ok || result.failure).toMatchObject({ kind: 'notSent', code: 'offline' });
    expect(edge.salesloft.requests).toEqual([]);
  });

  it('does not wait behind a list being read', async () => {
    const edge = await signedIn();
    const slow = Array.from({ length: 12 }, () => edge.client.get('/v2/me'));
    await edge.calls.log(aLog(), '');
    expect(edge.apiRequests().findIndex(({ method }) => method === 'POST')).toBeLessThanOrEqual(6);
    await Promise.all(slow);
  });

  it('tells Salesloft’s clock, and the points left and paid, of every reply', async () => {
    const edge = await signedIn();
    edge.facts.length = 0;
    await edge.calls.log(aLog(), '');
    await edge.calls.log(aLog(), '');
    const [before, after] = edge.facts;
    expect(before).toMatchObject({ cost: 1, serverAt: Math.floor(edge.clock.now / 1_000) * 1_000 });
    expect(after).toMatchObject({ remaining: (before?.remaining ?? 0) - 1 });
  });
});

describe('reading back', () => {
  const since = Date.now() - 3_600_000;
  const query = { personId: asId<PersonId>(String(person.id)), userGuid: asId<UserGuid>(REP_GUID), since };
  const rows = (): Row[] => [
    aCall({ person, at: since + 60_000, to: '+14045550134', notes: 'ref K7MQ-2XWD' }),
    aCall({ person, at: since + 120_000 }),
    aCall({ person, at: since - 1_000 }),
    aCall({ at: since + 60_000 }),
  ];

  it('finds the person’s calls since then, newest first, with their notes', async () => {
    const edge = await signedIn(...rows());
    const found = await edge.calls.findLogged(query);
    const calls = found.ok ? found.value : [];
    expect(calls.map(({ createdAt }) => createdAt - since)).toEqual([120_000, 60_000]);
    expect(calls[1]).toMatchObject({
      personId: String(person.id),
      to: '+14045550134',
      duration: 12,
      disposition: 'No Answer',
    });
    const noteId = calls[1]?.noteId ?? '';
    const notes = await edge.calls.readNotes([noteId, '999999']);
    expect(notes.ok && [...notes.value]).toEqual([[noteId, 'ref K7MQ-2XWD']]);
    expect(edge.salesloft.violations).toEqual([]);
  });

  it('takes nobody else’s call for ours when the filter is ignored', async () => {
    const edge = await signedIn(...rows());
    const ignored = edge.salesloft.bend(ignoresFilters());
    const found = await edge.calls.findLogged(query);
    expect([ignored.bites, found.ok && found.value.length]).toEqual([1, 2]);
  });
});

describe('the team’s rules', () => {
  it('are Salesloft’s lists in its order and the team’s flags', async () => {
    const edge = await startEdge({ world: aWorld(person) });
    edge.salesloft.world.team = aTeam({ dispositionsRequired: true, callRecordingDisabled: true });
    await edge.connection.connect();
    edge.salesloft.resetLog();
    expect(await edge.readTeamRules()).toEqual({
      ok: true,
      value: {
        dispositions: DISPOSITIONS,
        sentiments: SENTIMENTS,
        dispositionRequired: true,
        sentimentRequired: false,
        recordingDisabled: true,
        crmFields: [],
      },
    });
    expect(edge.salesloft.pointsSpent()).toBe(3);
    await edge.readTeamRules();
    expect(edge.salesloft.pointsSpent()).toBe(7);
  });

  it('have the CRM fields of a call: values of a list with their labels, what Salesloft fills in, none of an e-mail', async () => {
    const edge = await signedIn();
    put(
      edge.salesloft.world,
      aCrmField('Call_Purpose__c', { Discovery: 'disc', Renewal: 'ren' }),
      aCrmField('Opt_In__c', {}, { type: 'boolean', title: 'Opt in' }),
      aCrmField('Type', {}, { preset: 'Call' }),
      { ...aCrmField('Template__c'), source: 'email' },
    );
    edge.salesloft.bend(ignoresFilters());
    const rules = await edge.readTeamRules();
    expect(rules.ok && rules.value.crmFields?.map(({ fieldId: _id, ...field }) => field)).toEqual([
      {
        name: 'Call_Purpose__c',
        title: 'Call Purpose',
        kind: 'choice',
        choices: [
          { label: 'Discovery', value: 'disc' },
          { label: 'Renewal', value: 'ren' },
        ],
        preset: '',
      },
      { name: 'Opt_In__c', title: 'Opt in', kind: 'flag', choices: [], preset: '' },
      { name: 'Type', title: 'Type', kind: 'text', choices: [], preset: 'Call' },
    ]);
    const sent = { Call_Purpose__c: 'ren', Opt_In__c: 'true' };
    expect(await edge.calls.log(aLog({ crmFields: sent }), '')).toMatchObject({ ok: true });
    expect([...edge.salesloft.world.calls.values()][0]?.hidden.crmParams).toEqual(sent);
    expect(edge.salesloft.violations).toEqual([]);
  });

  it('do without CRM fields that cannot be read, and know whether asking again is of use', async () => {
    const edge = await signedIn();
    edge.salesloft.bend(fails({ on: 'GET /v2/crm_activity_fields' }));
    const unread = await edge.readTeamRules();
    expect(unread.ok && [unread.value.crmFields, unread.value.isCrmForbidden]).toEqual([undefined, undefined]);
    const narrow = await startEdge({ world: aWorld(person) });
    narrow.settings.scopes = narrow.settings.scopes.filter((scope) => scope !== 'crm:read');
    await narrow.connection.connect();
    const forbidden = await narrow.readTeamRules();
    expect(forbidden.ok && [forbidden.value.crmFields, forbidden.value.isCrmForbidden]).toEqual([undefined, true]);
  });
});
