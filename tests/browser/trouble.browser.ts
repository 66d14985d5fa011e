import { afterEach, describe, expect, it } from 'vitest';
import { anAction } from '../salesloft/builders/due-work.ts';
import { aPerson } from '../salesloft/builders/person.ts';
import { aWorld } from '../salesloft/builders/world.ts';
import { losesAnswerAfterCommit } from '../salesloft/scenarios/lost-answers.ts';
import { renamesDisposition } from '../salesloft/scenarios/meanwhile.ts';
import { fails } from '../salesloft/scenarios/outages.ts';
import { startSalesloft, type Salesloft } from '../salesloft/server.ts';
import type { World } from '../salesloft/world.ts';
import { byRole, click, waitForWords, saveSetting } from '../support/browser/act.ts';
import { call, connect, launchRep, readList, waitForCallState, wrapUp, type Rep } from '../support/browser/rep.ts';
import { until } from '../support/browser/until.ts';

/** What goes wrong in a rep's day, and what the panel then says. */
describe('trouble', () => {
  let salesloft: Salesloft;
  let rep: Rep;

  const start = async (world: World): Promise<Rep> => {
    salesloft = await startSalesloft({ world });
    rep = await launchRep(salesloft);
    await saveSetting(rep.panel, 'logging.holdSeconds', 0);
    return rep;
  };
  const logOneCall = async (name: string): Promise<void> => {
    await call(rep.panel, name);
    await waitForCallState(rep.panel, 'Connected');
    await click(rep.panel, 'button', 'Hang up');
    await wrapUp(rep.panel, 'Connected', 'words that must not be lost');
  };
  afterEach(async () => {
    expect(rep.loftline.errors.all()).toEqual([]);
    await rep.loftline.close();
    await salesloft.stop();
  });

  it('shows names as text, and says why somebody cannot be called', async () => {
    const people = [
      aPerson({ firstName: '<b>Bobby</b>', lastName: '& "Sons"', phone: '+14045550130' }),
      aPerson({ firstName: 'No', lastName: 'Phone', phone: null }),
      aPerson({ firstName: 'Front', lastName: 'Desk', phone: 'call the front desk' }),
      aPerson({ firstName: 'Please', lastName: 'Not', phone: '+14045550131', doNotContact: true }),
      aPerson({ firstName: 'דנה', lastName: 'לוי', phone: '+14045550132' }),
    ];
    await start(aWorld(...people.map((person) => anAction({ person }))));
    await connect(rep);
    expect([...(await readList(rep.panel))].sort()).toEqual(
      ['<b>Bobby</b> & "Sons"', 'Front Desk', 'No Phone', 'Please Not', 'דנה לוי'].sort(),
    );
    expect(await rep.panel.$$('.row-name b')).toHaveLength(0);
    await waitForWords(rep.panel, 'No phone number in Salesloft');
    await waitForWords(rep.panel, "Loftline can't dial this number: call the front desk");
    await waitForWords(rep.panel, 'Do not contact');
    const barred = await byRole(rep.panel, 'button', 'Call Please Not');
    expect(await barred.evaluate((button) => (button as HTMLButtonElement).disabled)).toBe(true);
  });

  it('tells an empty day from a filter that hides all', async () => {
    await start(aWorld(anAction({ person: aPerson({ firstName: 'Only', lastName: 'One' }) })));
    await connect(rep);
    await readList(rep.panel);
    const search = await byRole(rep.panel, 'searchbox', 'Search or dial a number');
    await search.type('nobody of that name');
    await waitForWords(rep.panel, 'No calls match');
    await click(rep.panel, 'button', 'Clear filter');
    expect(await readList(rep.panel)).toEqual(['Only One']);
    salesloft.world.actions.clear();
    await click(rep.panel, 'button', 'Refresh');
    await waitForWords(rep.panel, 'No calls due');
  });

  it('keeps the rows when Salesloft fails, and says what happened', async () => {
    await start(aWorld(anAction({ person: aPerson({ firstName: 'Still', lastName: 'There' }) })));
    await connect(rep);
    await readList(rep.panel);
    const outage = salesloft.bend(fails({ on: 'GET /v2/actions', status: 503 }));
    await click(rep.panel, 'button', 'Refresh');
    await waitForWords(rep.panel, 'Salesloft has an internal error');
    expect(await rep.panel.$$eval('.row-name', (names) => names.map((name) => name.textContent))).toEqual([
      'Still There',
    ]);
    expect(outage.bites).toBeGreaterThan(0);
    salesloft.unbend();
    await click(rep.panel, 'button', 'Try again');
    await waitForWords(rep.panel, 'Up to date');
  });

  it('puts a refused log before the rep in Salesloft’s own words; corrected, it leaves once', async () => {
    await start(
      aWorld(anAction({ person: aPerson({ firstName: 'Pat', lastName: 'Refused', phone: '+14045550130' }) })),
    );
    await connect(rep);
    await readList(rep.panel);
    salesloft.bend(renamesDisposition('Connected', 'Reached', { on: 'POST /v2/activities/calls', times: 1 }));
    await logOneCall('Pat Refused');
    await waitForWords(rep.panel, 'Needs attention');
    await click(rep.panel, 'tab', 'Outbox 1');
    await waitForWords(rep.panel, 'Salesloft refused this log');
    await click(rep.panel, 'button', 'Edit');
    await click(rep.panel, 'radio', 'No Answer');
    await click(rep.panel, 'button', 'Save and send again');
    await waitForWords(rep.panel, 'Delivered');
    expect([...salesloft.world.calls.values()].map((logged) => logged.disposition)).toEqual(['No Answer']);
  });

  it('reads back before it writes again when the answer was lost: one call', async () => {
    await start(
      aWorld(anAction({ person: aPerson({ firstName: 'Lost', lastName: 'Answer', phone: '+14045550130' }) })),
    );
    await connect(rep);
    await readList(rep.panel);
    const lost = salesloft.bend(losesAnswerAfterCommit({ on: 'POST /v2/activities/calls', by: 'html 500', times: 1 }));
    await logOneCall('Lost Answer');
    await waitForWords(rep.panel, 'In Salesloft as call', 30_000);
    expect(lost.bites).toBe(1);
    expect(salesloft.world.calls.size).toBe(1);
    expect(
      salesloft.requests.filter((request) => request.method === 'POST' && request.path === '/v2/activities/calls'),
    ).toHaveLength(1);
  });

  it('takes a log back within the hold, and logs it after all, once', async () => {
    await start(aWorld(anAction({ person: aPerson({ firstName: 'Un', lastName: 'Done', phone: '+14045550130' }) })));
    await saveSetting(rep.panel, 'logging.holdSeconds', 30);
    await connect(rep);
    await readList(rep.panel);
    await logOneCall('Un Done');
    await click(rep.panel, 'button', 'Undo');
    await byRole(rep.panel, 'button', 'Log call');
    expect(salesloft.world.calls.size).toBe(0);
    await saveSetting(rep.panel, 'logging.holdSeconds', 0);
    await click(rep.panel, 'button', 'Log call');
    await waitForWords(rep.panel, 'In Salesloft as call');
    expect([...salesloft.world.notes.values()].map((note) => note.content.split('\n')[0])).toEqual([
      'words that must not be lost',
    ]);
  });

  it('survives the worker’s death in mid-call, with the draft', async () => {
    await start(aWorld(anAction({ person: aPerson({ firstName: 'Mid', lastName: 'Call', phone: '+14045550130' }) })));
    await connect(rep);
    await readList(rep.panel);
    await call(rep.panel, 'Mid Call');
    await waitForCallState(rep.panel, 'Connected');
    await (await byRole(rep.panel, 'textbox', 'Notes')).type('typed before');
    await rep.panel.evaluate(() => (document.activeElement as HTMLElement).blur());
    await until('the draft is on disk', async () =>
      rep.panel.evaluate(async () => {
        const stored = await chrome.storage.session.get('snapshot:call');
        return JSON.stringify(stored).includes('typed before');
      }),
    );
    await rep.loftline.killWorker();
    await click(rep.panel, 'button', 'Hang up');
    await waitForCallState(rep.panel, 'Call ended');
    await click(rep.panel, 'radio', 'Connected');
    await click(rep.panel, 'button', 'Log call');
    await waitForWords(rep.panel, 'In Salesloft as call');
    expect(salesloft.world.calls.size).toBe(1);
    expect([...salesloft.world.notes.values()][0]?.content).toMatch(/^typed before/);
  });
});
