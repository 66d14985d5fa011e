import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anAccount } from '../salesloft/builders/account.ts';
import { anAction } from '../salesloft/builders/due-work.ts';
import { aPerson } from '../salesloft/builders/person.ts';
import { aWorld } from '../salesloft/builders/world.ts';
import { put } from '../salesloft/world.ts';
import { fails } from '../salesloft/scenarios/outages.ts';
import { isSlow } from '../salesloft/scenarios/slow-answers.ts';
import type { Scenario } from '../salesloft/scenarios/scenario.ts';
import { startSalesloft, type Salesloft } from '../salesloft/server.ts';
import { byRole, click, saveSetting, waitForWords } from '../support/browser/act.ts';
import { connect, launchRep, waitForCallState, type Rep } from '../support/browser/rep.ts';

const UNKNOWN = "Loftline couldn't check whether this person and their company may be called.";
const MARKED = 'Salesloft marks this person or their company as do not contact.';

/** Every run has its own browser: what one list has read is not to answer for another. */
describe.each([
  ['fails', fails({ on: '* /v2/accounts', status: 500 })],
  ['is six seconds late', isSlow({ on: '* /v2/accounts', ms: 6_000 })],
  ['answers', undefined],
] as const)(
  'a company that must not be called, while the read of companies %s',
  (_what, trouble: Scenario | undefined) => {
    let salesloft: Salesloft;
    let rep: Rep;
    const account = anAccount({ name: 'Globex', doNotContact: trouble !== undefined });
    const asking = aPerson({ firstName: 'Ada', lastName: 'Asking', phone: '+14045552010', account: anAccount() });

    beforeAll(async () => {
      const world = aWorld();
      const person = aPerson({ firstName: 'Flo', lastName: 'Flagged', phone: '+14045552020', account });
      put(
        world,
        anAction({ person, dueAt: Date.now() - 120_000 }),
        anAction({ person: asking, dueAt: Date.now() - 60_000 }),
      );
      salesloft = await startSalesloft({ world });
      if (trouble) salesloft.bend(trouble);
      rep = await launchRep(salesloft);
      await saveSetting(rep.panel, 'logging.holdSeconds', 0);
      await connect(rep);
      await byRole(rep.panel, 'button', 'Call Flo Flagged');
    });
    afterAll(async () => {
      expect(salesloft.violations).toEqual([]);
      await rep.loftline.close();
      await salesloft.stop();
    });

    if (trouble)
      it('is called on the rep’s word alone', async () => {
        const { panel } = rep;
        await click(panel, 'button', 'Call Flo Flagged');
        await byRole(panel, 'alertdialog', 'Before you call');
        await waitForWords(panel, UNKNOWN);
        await click(panel, 'button', 'Cancel');
        expect(await panel.$('.call-state')).toBeNull();
        expect(trouble.bites).toBeGreaterThan(0);
        await click(panel, 'button', 'Call Ada Asking');
        await waitForWords(panel, UNKNOWN);
        await click(panel, 'button', 'Call anyway');
        await waitForCallState(panel, 'Connected');
      });
    else
      it('is not called when it was marked after the list was read, nor is a person', async () => {
        const { panel } = rep;
        await waitForWords(panel, 'Up to date');
        const company = salesloft.world.accounts.get(String(account.id));
        if (company) company.do_not_contact = true;
        await click(panel, 'button', 'Call Flo Flagged');
        await byRole(panel, 'alertdialog', 'This call is not allowed');
        await waitForWords(panel, MARKED);
        await click(panel, 'button', 'Close');
        const person = salesloft.world.people.get(String(asking.id));
        if (person) person.do_not_contact = true;
        await click(panel, 'button', 'Call Ada Asking');
        await byRole(panel, 'alertdialog', 'This call is not allowed');
        expect(await panel.$('.call-state')).toBeNull();
      });
  },
);
