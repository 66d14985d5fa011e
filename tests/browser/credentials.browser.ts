import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BUILD, click, saveSetting, waitForWords } from '../support/browser/act.ts';
import { connect, launchRep, readList, type Rep } from '../support/browser/rep.ts';
import { anAction } from '../salesloft/builders/due-work.ts';
import { aPerson } from '../salesloft/builders/person.ts';
import { aWorld } from '../salesloft/builders/world.ts';
import { startSalesloft, type Salesloft } from '../salesloft/server.ts';

type Listener = { heard: string[] };

/** What one page of ours says to another reaches every page that is open. */
describe('the credentials of the line', () => {
  let salesloft: Salesloft;
  let rep: Rep;

  beforeAll(async () => {
    const person = aPerson({ firstName: 'Ann', lastName: 'Tone', phone: '+15550100001' });
    salesloft = await startSalesloft({ world: aWorld(anAction({ person })) });
    rep = await launchRep(salesloft);
    await saveSetting(rep.panel, 'telephony.sip', {
      // Nobody listens there.
      server: 'wss://127.0.0.1:9/',
      domain: 'sip.test',
      username: 'dana',
      password: 'sip-s3cret',
      displayName: '',
      iceServers: [{ urls: 'turn:turn.test', username: 'dana', credential: 'turn-s3cret' }],
    });
    await saveSetting(rep.panel, 'telephony.provider', 'sip');
    await connect(rep);
    await readList(rep.panel);
  });
  afterAll(async () => {
    await rep.loftline.close();
    await salesloft.stop();
  });

  it('reach the phone, and no page that listens', async () => {
    const { panel } = rep;
    await panel.evaluate(() => {
      const scope = globalThis as unknown as Listener;
      scope.heard = [];
      chrome.runtime.onMessage.addListener((message: unknown) => void scope.heard.push(JSON.stringify(message)));
    });
    await click(panel, 'button', 'Call Ann Tone');
    await waitForWords(panel, "The phone system can't be reached.");
    const heard = (await panel.evaluate(() => (globalThis as unknown as Listener).heard)).join('\n');
    expect(heard).toContain('phone.dial');
    expect(heard).not.toContain('s3cret');
  });

  it('are given to nobody else who asks', async () => {
    const answer = await rep.panel.evaluate(
      (build) =>
        chrome.runtime
          .sendMessage({ loftline: 'worker', type: 'phone.lineNeeded', input: {}, build })
          .then((reply: unknown) => JSON.stringify(reply ?? null))
          .catch(String),
      BUILD,
    );
    expect(answer).not.toContain('s3cret');
    expect(answer).not.toContain('"ok":true');
  });
});
