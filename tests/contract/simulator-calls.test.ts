import { describe, expect, it } from 'vitest';
import { aStep } from '@/tests/salesloft/builders/cadence';
import { anAction, aTask } from '@/tests/salesloft/builders/due-work';
import { aPerson } from '@/tests/salesloft/builders/person';
import { aCrmField, aTeam, aUser } from '@/tests/salesloft/builders/team';
import { aWorld, emptyWorld } from '@/tests/salesloft/builders/world';
import { put } from '@/tests/salesloft/world';
import { start, type Client } from './simulator';

const PAT = aPerson({ id: 1 });

function log({ post }: Client, body: object) {
  return post('activities/calls', { person_id: 1, to: '+14045550134', duration: 62, ...body });
}

async function refusals(client: Client, body: object) {
  const { status, json } = await log(client, body);
  return status === 422 ? Object.keys(json.errors) : status;
}

describe('logging a call', () => {
  it('keeps what was sent, and the notes apart', async () => {
    const client = await start({ world: aWorld(PAT) });
    const { json, text } = await log(client, {
      disposition: 'Connected',
      sentiment: 'Interested',
      notes: 'Spoke.\nref A1',
    });
    expect(json.data).toMatchObject({
      to: '+14045550134',
      duration: 62,
      disposition: 'Connected',
      sentiment: 'Interested',
      called_person: { id: 1 },
    });
    expect(text).not.toContain('Spoke.');
    const note = json.data['note'] as { id: number };
    expect((await client.get(`notes?ids[]=${note.id}`)).json.data[0]?.['content']).toBe('Spoke.\nref A1');
    expect((await client.get('activities/calls?person_id[]=1')).json.data).toHaveLength(1);
    expect(client.salesloft.violations).toEqual([]);
  });

  it('wants a person who is there', async () => {
    const client = await start({ world: aWorld(PAT) });
    expect(await refusals(client, { person_id: undefined })).toEqual(['person_id']);
    expect(await refusals(client, { person_id: 2 })).toBe(404);
  });

  it('takes names of the team alone, and wants them when the team does', async () => {
    const client = await start({ world: aWorld(PAT) });
    expect(await refusals(client, { disposition: 'connected' })).toEqual(['disposition']);
    expect(await refusals(client, { sentiment: '501' })).toEqual(['sentiment']);
    const strict = put(emptyWorld({ team: aTeam({ dispositionsRequired: true, sentimentsRequired: true }) }), PAT);
    expect(await refusals(await start({ world: strict }), {})).toEqual(['disposition', 'sentiment']);
  });

  it('wants the CRM fields a team demands', async () => {
    const world = aWorld(PAT);
    world.rules.requiredCrmFields = ['Call_Purpose__c'];
    expect(await refusals(await start({ world }), {})).toEqual(['Call_Purpose__c']);
  });

  it('takes a CRM list’s values and not its labels, and nothing against a value it writes itself', async () => {
    const client = await start({
      world: aWorld(PAT, aCrmField('Purpose__c', { Renewal: 'ren' }), aCrmField('Type', {}, { preset: 'Call' })),
    });
    const refusedWith = (crm_params: object) => refusals(client, { crm_params });
    expect(await refusedWith({ Purpose__c: 'Renewal' })).toEqual(['Purpose__c']);
    expect(await refusedWith({ Type: 'Email' })).toEqual(['Type']);
    expect(await refusedWith({ Unknown__c: 'x' })).toEqual(['Unknown__c']);
    expect(await refusedWith({ Purpose__c: 'ren', Type: 'Call' })).toBe(200);
  });

  it('lets only an admin log for another', async () => {
    const colleague = aUser({ id: 31 });
    expect(await refusals(await start({ world: aWorld(PAT, colleague) }), { user_guid: colleague.guid })).toEqual([
      'user_guid',
    ]);
  });

  it('says in the violations what the contract forbids', async () => {
    const client = await start({ world: aWorld(PAT) });
    await log(client, { duration: 1.5, started_at: 'now', person_id: '1' });
    expect(client.salesloft.violations).toEqual([
      'POST /v2/activities/calls: person_id: "1" does not fit: id',
      'POST /v2/activities/calls: duration: 1.5 does not fit: integer',
      'POST /v2/activities/calls: started_at is no field of the body',
    ]);
  });
});

describe('completing by a log', () => {
  it('completes an action and the task that stands for it, once', async () => {
    const world = aWorld(
      anAction({ id: 7, person: PAT, task: aTask({ id: 8, person: PAT, source: 'salesloft.cadence' }) }),
    );
    const client = await start({ world });
    expect((await log(client, { action_id: 7 })).json.data).toMatchObject({ action: { id: 7 }, task: { id: 8 } });
    expect((await client.get('actions/7')).status).toBe(404);
    expect((await client.get('tasks/8')).json.data['current_state']).toBe('completed');
    expect(await refusals(client, { action_id: 7 })).toEqual(['action_id']);
    expect(await refusals(client, { task_id: 8 })).toEqual(['task_id']);
    expect(world.calls.size).toBe(1);
  });

  it('completes the action behind a task', async () => {
    const world = aWorld(anAction({ id: 7, person: PAT, task: aTask({ id: 8, person: PAT }) }));
    const client = await start({ world });
    expect((await log(client, { task_id: 8 })).status).toBe(200);
    expect((await client.get('actions/7')).status).toBe(404);
  });

  it('refuses both together, foreign work and other kinds', async () => {
    const world = aWorld(
      anAction({ id: 1, person: PAT }),
      aTask({ id: 2, person: PAT }),
      aTask({ id: 3, person: PAT, taskType: 'email' }),
      anAction({ id: 4, person: PAT, step: aStep({ type: 'email' }) }),
      anAction({ id: 5, person: PAT, user: aUser({ id: 31 }) }),
    );
    const client = await start({ world });
    expect(await refusals(client, { action_id: 1, task_id: 2 })).toEqual(['action_id', 'task_id']);
    expect(await refusals(client, { task_id: 3 })).toEqual(['task_id']);
    expect(await refusals(client, { action_id: 4 })).toEqual(['action_id']);
    expect(await refusals(client, { action_id: 5 })).toEqual(['action_id']);
    expect(await refusals(client, { action_id: 99 })).toEqual(['action_id']);
    expect(world.calls.size).toBe(0);
  });
});

describe('writing tasks and notes', () => {
  const task = { person_id: 1, subject: 'Call Pat', task_type: 'call', due_date: '2026-11-23', idempotency_key: 'k1' };

  it('makes one task for a repeated key, or refuses it where the world says so', async () => {
    const { get, post, salesloft } = await start({ world: aWorld(PAT) });
    const [first, second] = [await post('tasks', task), await post('tasks', task)];
    expect([second.status, second.json.data['id']]).toEqual([200, first.json.data['id']]);
    expect((await get('tasks?idempotency_key=k1')).json.data).toHaveLength(1);
    salesloft.world.rules.repeatedTaskKey = 'refused';
    expect(Object.keys((await post('tasks', task)).json.errors)).toEqual(['idempotency_key']);
    expect(salesloft.violations).toEqual([]);
  });

  it('completes a task without a call, by the one state it takes', async () => {
    const client = await start({ world: aWorld(aTask({ id: 2, person: PAT })) });
    const put = (body: object) =>
      client.send('https://api.salesloft.com/v2/tasks/2', {
        method: 'PUT',
        headers: { authorization: `Bearer ${client.salesloft.issueToken()}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    expect((await put({ current_state: 'done' })).status).toBe(422);
    expect((await put({ current_state: 'completed' })).json.data['current_state']).toBe('completed');
    expect(await refusals(client, { task_id: 2 })).toEqual(['task_id']);
  });

  it('adds a note to a call once', async () => {
    const client = await start({ world: aWorld(PAT) });
    const call = (await log(client, {})).json.data;
    const note = {
      content: 'Recording: https://example.com/r',
      associated_with_type: 'person',
      associated_with_id: 1,
      call_id: call['id'],
    };
    expect((await client.post('notes', note)).status).toBe(200);
    expect(Object.keys((await client.post('notes', note)).json.errors)).toEqual(['call_id']);
  });
});
