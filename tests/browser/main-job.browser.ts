import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anAccount } from '../salesloft/builders/account.ts';
import { anAction, aTask } from '../salesloft/builders/due-work.ts';
import { aPerson } from '../salesloft/builders/person.ts';
import { livelyWorld } from '../salesloft/worlds/lively.ts';
import { put, type World } from '../salesloft/world.ts';
import { startSalesloft, type Salesloft } from '../salesloft/server.ts';
import { byRole, click, waitForWords, saveSetting } from '../support/browser/act.ts';
import { call, connect, launchRep, readList, waitForCallState, wrapUp, type Rep } from '../support/browser/rep.ts';
import { packetsOf } from '../support/browser/packets.ts';

/** The whole job as a rep does it, with the production build: connect, see what is due, call, wrap up, receipt. */
describe('the main job', () => {
  let salesloft: Salesloft;
  let rep: Rep;
  const person = aPerson({
    firstName: 'Aaron',
    lastName: 'Earliest',
    phone: '(404) 555-0130',
    account: anAccount({ name: 'Initech' }),
  });
  const action = anAction({ person, dueAt: Date.now() - 90 * 86_400_000 });

  beforeAll(async () => {
    salesloft = await startSalesloft({ world: put(livelyWorld(), action) });
    rep = await launchRep(salesloft);
    await saveSetting(rep.panel, 'logging.holdSeconds', 1);
  });
  afterAll(async () => {
    await rep.loftline.close();
    await salesloft.stop();
  });

  it('connects and says as whom', async () => {
    await connect(rep);
    await waitForWords(rep.panel, 'Connected as Dana Rivers, team Northwind Sales');
  });

  it('shows what is due for at most 12 points, and asks for nothing outside the contract', async () => {
    const names = await readList(rep.panel);
    expect(names[0]).toBe('Aaron Earliest');
    const counts = await rep.panel.$$eval('.queue-count', (shown) => shown.map((count) => Number(count.textContent)));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(countDue(salesloft.world));
    expect(salesloft.pointsSpent()).toBeLessThanOrEqual(12);
    expect(salesloft.violations).toEqual([]);
  });

  it('calls with real sound, both ways, and the call outlives the panel', async () => {
    await call(rep.panel, 'Aaron Earliest');
    await waitForCallState(rep.panel, 'Ringing');
    await waitForCallState(rep.panel, 'Connected');
    const early = await packetsOf(rep.loftline, (packets) => packets.sent > 20 && packets.received > 20);
    await rep.panel.close();
    const later = await packetsOf(
      rep.loftline,
      ({ sent, received }) => sent > early.sent + 110 && received > early.received + 110,
    );
    expect(later.sent).toBeGreaterThan(early.sent);
    const panel = await rep.loftline.openPanel();
    rep = { ...rep, panel };
    await waitForCallState(panel, 'Connected');
  });

  it('hangs up, wraps up, and shows the receipt', async () => {
    const { panel } = rep;
    await click(panel, 'button', 'Hang up');
    await waitForCallState(panel, 'Call ended');
    await wrapUp(panel, 'Connected', 'Spoke about <b>renewal</b>');
    await waitForWords(panel, 'In Salesloft as call');
    expect(await readList(panel)).not.toContain('Aaron Earliest');
  });

  it('has logged exactly one call, right in every field, and completed the step', () => {
    const calls = [...salesloft.world.calls.values()].filter((logged) => logged.called_person.id === person.id);
    expect(calls).toHaveLength(1);
    expect(calls[0]).toMatchObject({ to: '+14045550130', disposition: 'Connected', action: { id: action.id } });
    expect(calls[0]?.duration).toBeGreaterThanOrEqual(2);
    const post = salesloft.requests.filter(
      (request) => request.method === 'POST' && request.path === '/v2/activities/calls',
    );
    expect(post).toHaveLength(1);
    const body: unknown = JSON.parse(post[0]?.body ?? '');
    expect(body).toMatchObject({ person_id: person.id, action_id: action.id });
    expect(body).not.toHaveProperty('task_id');
    const note = [...salesloft.world.notes.values()].at(-1);
    expect(note?.content).toMatch(/^Spoke about <b>renewal<\/b>\n\nref [A-Z2-9]{4}-[A-Z2-9]{4}$/);
    expect(salesloft.violations).toEqual([]);
  });

  it('logs a call task with its task and no action', async () => {
    const task = aTask({
      person: aPerson({ firstName: 'Bea', lastName: 'Task', phone: '+14045550131' }),
      dueDate: '2020-01-02',
    });
    put(salesloft.world, task);
    await click(rep.panel, 'button', 'Refresh');
    await call(rep.panel, 'Bea Task');
    await click(rep.panel, 'button', 'Hang up');
    await wrapUp(rep.panel, 'No Answer', '');
    await waitForWords(rep.panel, 'No Answer · Bea Task');
    await waitForWords(rep.panel, 'In Salesloft as call');
    const post = salesloft.requests
      .filter((request) => request.method === 'POST' && request.path === '/v2/activities/calls')
      .at(-1);
    const body: unknown = JSON.parse(post?.body ?? '');
    expect(body).toMatchObject({ task_id: task.id, duration: 0 });
    expect(body).not.toHaveProperty('action_id');
  });

  it('leaves no error in any context', () => {
    expect(rep.loftline.errors.all()).toEqual([]);
  });

  it('keeps the outbox empty of what has arrived', async () => {
    await byRole(rep.panel, 'tab', 'Outbox');
  });
});

/** What Salesloft itself holds to be due for the rep: phone steps and call tasks, each piece of work once. */
function countDue(world: World): number {
  const now = Date.now();
  const today = new Date().toLocaleDateString('en-CA', { timeZone: 'US/Eastern' });
  const isMine = (row: { user: { id: unknown } }): boolean => row.user.id === world.signedInUserId;
  const actions = [...world.actions.values()].filter(
    (row) => row.type === 'phone' && row.status === 'in_progress' && Date.parse(row.due_on) <= now && isMine(row),
  );
  const known = new Set(actions.map((row) => row.task?.id));
  const tasks = [...world.tasks.values()].filter(
    (row) =>
      row.task_type === 'call' &&
      row.current_state === 'scheduled' &&
      row.due_date <= today &&
      isMine(row) &&
      !known.has(row.id),
  );
  return actions.length + tasks.length;
}
