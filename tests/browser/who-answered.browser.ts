import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anAction } from '../salesloft/builders/due-work.ts';
import { aPerson } from '../salesloft/builders/person.ts';
import { emptyWorld } from '../salesloft/builders/world.ts';
import { startSalesloft, type Salesloft } from '../salesloft/server.ts';
import { put } from '../salesloft/world.ts';
import { byRole, click, saveSetting, takePicture, waitForWords } from '../support/browser/act.ts';
import { connect, launchRep, readList, waitForCallState, type Rep } from '../support/browser/rep.ts';

const OUTCOMES = {
  noAnswer: '',
  busy: '',
  failed: '',
  voicemail: 'Left Voicemail',
  connected: 'Connected',
  canceled: '',
};

/** A machine in the person's place: it has a disposition of its own, and is no connect. */
describe('who answered', () => {
  let salesloft: Salesloft;
  let rep: Rep;

  beforeAll(async () => {
    const world = emptyWorld({ dispositions: ['Connected', 'Call screened', 'Left Voicemail'] });
    // The last digit is what the practice line's callee does: 9 is a voicemail, 0 answers.
    ['0', '9', '0'].forEach((digit, index) => {
      const person = aPerson({ firstName: 'Number', lastName: `Nr${index + 1}`, phone: `+140455501${index}${digit}` });
      put(world, anAction({ person, dueAt: Date.now() - (60 - index) * 60_000 }));
    });
    salesloft = await startSalesloft({ world });
    rep = await launchRep(salesloft);
    await saveSetting(rep.panel, 'logging.holdSeconds', 0);
    await saveSetting(rep.panel, 'session.countdownSeconds', 1);
    await saveSetting(rep.panel, 'logging.outcomes', OUTCOMES);
    await connect(rep);
    await readList(rep.panel);
  });
  afterAll(async () => {
    expect(rep.loftline.errors.all()).toEqual([]);
    await rep.loftline.close();
    await salesloft.stop();
  });

  const isPressed = async (name: string, wanted: boolean): Promise<void> => {
    const button = await byRole(rep.panel, 'button', name);
    await rep.panel.waitForFunction(
      (element, pressed) => element.getAttribute('aria-pressed') === pressed,
      { polling: 50 },
      button,
      String(wanted),
    );
  };
  const reach = async (name: string): Promise<void> => {
    await waitForWords(rep.panel, name);
    await waitForCallState(rep.panel, 'Connected');
  };
  const endWith = async (disposition: string): Promise<void> => {
    await rep.panel.keyboard.press('0');
    await waitForCallState(rep.panel, 'Call ended');
    await rep.panel.waitForFunction(
      (words) => document.querySelector('input[type=radio]:checked')?.closest('label')?.textContent.includes(words),
      { polling: 50 },
      disposition,
    );
    await rep.panel.keyboard.press('Enter');
  };

  it('is an assistant by the rep’s word: its own disposition is chosen', async () => {
    await click(rep.panel, 'button', 'Start session');
    await reach('Number Nr1');
    await click(rep.panel, 'button', 'Screened');
    await isPressed('Screened', true);
    await takePicture(rep.panel, 'who-answered');
    await endWith('Call screened');
  });

  it('is a voicemail by the line’s word', async () => {
    await reach('Number Nr2');
    await isPressed('Voicemail', true);
    await endWith('Left Voicemail');
  });

  it('is the person after all, once the assistant has put them through', async () => {
    await reach('Number Nr3');
    await click(rep.panel, 'button', 'Screened');
    await isPressed('Screened', true);
    await click(rep.panel, 'button', 'Screened');
    await isPressed('Screened', false);
    await endWith('Connected');
  });

  it('counts one connect of three calls', async () => {
    await waitForWords(rep.panel, 'Session over');
    const figures = await rep.panel.$$eval('.session-summary dl > div', (rows) =>
      rows.slice(0, 2).map(({ children }) => [...children].map(({ textContent }) => textContent)),
    );
    expect(figures).toEqual([
      ['Calls', '3'],
      ['Connects', '1'],
    ]);
    expect([...salesloft.world.calls.values()].map(({ disposition }) => disposition)).toEqual([
      'Call screened',
      'Left Voicemail',
      'Connected',
    ]);
  });
});
