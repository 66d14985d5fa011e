import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anAction } from '../salesloft/builders/due-work.ts';
import { aPerson } from '../salesloft/builders/person.ts';
import { aWorld } from '../salesloft/builders/world.ts';
import { fails } from '../salesloft/scenarios/outages.ts';
import { startSalesloft, type Salesloft } from '../salesloft/server.ts';
import { put } from '../salesloft/world.ts';
import { demandCrmFields, livelyCrmFields } from '../salesloft/worlds/lively-crm-fields.ts';
import { byRole, click, saveSetting, waitForWords } from '../support/browser/act.ts';
import { call, connect, launchRep, readList, waitForCallState, wrapUp, type Rep } from '../support/browser/rep.ts';
import { until } from '../support/browser/until.ts';

/** A team that logs no call without two fields of its CRM; nothing in Salesloft says so beforehand. */
describe('required CRM fields', () => {
  let salesloft: Salesloft;
  let rep: Rep;
  const NAMES = ['Pat First', 'Lee Second', 'Kim Third'];

  beforeEach(async () => {
    const actions = NAMES.map((name, index) => {
      const [firstName = '', lastName = ''] = name.split(' ');
      return anAction({ person: aPerson({ firstName, lastName, phone: `+1404555013${index}` }) });
    });
    salesloft = await startSalesloft({ world: demandCrmFields(put(aWorld(...actions), ...livelyCrmFields())) });
    rep = await launchRep(salesloft, { listensToWorker: false });
    await saveSetting(rep.panel, 'logging.holdSeconds', 0);
  });
  afterEach(async () => {
    await rep.loftline.close();
    await salesloft.stop();
  });

  const begin = async (): Promise<void> => {
    await connect(rep);
    await readList(rep.panel);
  };
  const callAndEnd = async (name: string): Promise<void> => {
    await call(rep.panel, name);
    await waitForCallState(rep.panel, 'Connected');
    await click(rep.panel, 'button', 'Hang up');
    await waitForCallState(rep.panel, 'Call ended');
  };
  const choose = async (label: string, value: string): Promise<void> => {
    const field = await byRole(rep.panel, 'combobox', label);
    await field.evaluate((select, chosen) => {
      (select as HTMLSelectElement).value = chosen;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    }, value);
  };
  const sent = () => [...salesloft.world.calls.values()].map(({ hidden }) => hidden.crmParams);
  const focused = () =>
    rep.panel.evaluate(() => (document.activeElement as HTMLInputElement | null)?.labels?.[0]?.innerText);

  it('are asked for by Salesloft once, put right in the outbox, and by the form from then on', async () => {
    await begin();
    await callAndEnd('Pat First');
    await byRole(rep.panel, 'group', 'CRM fields');
    await wrapUp(rep.panel, 'Connected', 'first');
    await click(rep.panel, 'tab', 'Outbox 1');
    await waitForWords(rep.panel, 'Needs attention');
    await click(rep.panel, 'button', 'Edit');
    await byRole(rep.panel, 'group', 'CRM fields');
    await until('the refused field has the focus', async () => (await focused()) === 'Call Purpose');
    await click(rep.panel, 'button', 'Save and send again');
    await waitForWords(rep.panel, 'Fill in “Call Purpose”; your team requires it.');
    await choose('Call Purpose', 'renewal');
    const words = await byRole(rep.panel, 'textbox', 'Competitor mentioned');
    await words.type('Globex');
    await click(rep.panel, 'button', 'Save and send again');
    await until('the log has arrived', () => salesloft.world.calls.size === 1);
    expect(sent()).toEqual([{ Call_Purpose__c: 'renewal', Competitor__c: 'Globex' }]);

    await click(rep.panel, 'tab', 'Calls');
    await saveSetting(rep.panel, 'logging.crmFields', { 'Call Purpose': 'Discovery' });
    await callAndEnd('Lee Second');
    await byRole(rep.panel, 'textbox', 'Competitor mentioned');
    await wrapUp(rep.panel, 'Connected', 'second');
    await waitForWords(rep.panel, 'Fill in “Competitor mentioned”; your team requires it.');
    await until('the missing field has the focus', async () => (await focused()) === 'Competitor mentioned');
    expect(salesloft.world.calls.size).toBe(1);
    await (await byRole(rep.panel, 'textbox', 'Competitor mentioned')).type('Initech');
    await click(rep.panel, 'button', 'Log call');
    await until('the second log has arrived', () => salesloft.world.calls.size === 2);
    expect(sent()[1]).toEqual({ Call_Purpose__c: 'discovery', Competitor__c: 'Initech' });
    expect(salesloft.violations).toEqual([]);
  });

  it('open the wrap-up when one key would log without them, and what is filled in outlives the worker', async () => {
    await begin();
    await callAndEnd('Pat First');
    await wrapUp(rep.panel, 'Connected', 'first');
    await rep.panel.waitForSelector('[role="tab"]');
    await byRole(rep.panel, 'tab', 'Outbox 1');
    await until('the refusal has been learnt', async () =>
      rep.panel.evaluate(async () => {
        const stored = await chrome.storage.session.get('snapshot:teamRules');
        return String(stored['snapshot:teamRules']).includes('requiredCrmFields');
      }),
    );
    await call(rep.panel, 'Lee Second');
    await waitForCallState(rep.panel, 'Connected');
    const worker = await rep.loftline.worker();
    await worker.evaluate(() => {
      (chrome.commands.onCommand as unknown as { dispatch: (command: string) => void }).dispatch('end-as-no-answer');
    });
    await waitForCallState(rep.panel, 'Call ended');
    await byRole(rep.panel, 'group', 'CRM fields');
    expect(salesloft.world.calls.size).toBe(0);
    await choose('Call Purpose', 'upsell');
    await (await byRole(rep.panel, 'textbox', 'Competitor mentioned')).type('Hooli');
    await click(rep.panel, 'textbox', 'Notes');
    await rep.loftline.killWorker();
    await rep.panel.reload();
    await waitForCallState(rep.panel, 'Call ended');
    const kept = await byRole(rep.panel, 'textbox', 'Competitor mentioned');
    expect(await kept.evaluate((field) => (field as HTMLInputElement).value)).toBe('Hooli');
    await click(rep.panel, 'button', 'Log call');
    await until('the log has arrived', () => salesloft.world.calls.size === 1);
    expect(sent()).toEqual([{ Call_Purpose__c: 'upsell', Competitor__c: 'Hooli' }]);
  });

  it('can be put right by name while the team’s fields cannot be read', async () => {
    salesloft.bend(fails({ on: 'GET /v2/crm_activity_fields' }));
    await begin();
    await callAndEnd('Pat First');
    await waitForWords(rep.panel, 'CRM fields could not be read');
    await wrapUp(rep.panel, 'Connected', 'first');
    await click(rep.panel, 'tab', 'Outbox 1');
    await waitForWords(rep.panel, 'Needs attention');
    await click(rep.panel, 'button', 'Edit');
    await (await byRole(rep.panel, 'textbox', 'Call_Purpose__c')).type('renewal');
    await (await byRole(rep.panel, 'textbox', 'Competitor__c')).type('Globex');
    await click(rep.panel, 'button', 'Save and send again');
    await until('the log has arrived', () => salesloft.world.calls.size === 1);
    expect(sent()).toEqual([{ Call_Purpose__c: 'renewal', Competitor__c: 'Globex' }]);
  });
});
