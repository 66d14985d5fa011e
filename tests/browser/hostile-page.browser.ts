import type { CDPSession, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anAction } from '../salesloft/builders/due-work.ts';
import { aPerson } from '../salesloft/builders/person.ts';
import { aWorld } from '../salesloft/builders/world.ts';
import { put } from '../salesloft/world.ts';
import { startSalesloft, type Salesloft } from '../salesloft/server.ts';
import { BUILD, byRole } from '../support/browser/act.ts';
import { connect, launchRep, readList, type Rep } from '../support/browser/rep.ts';
import { until } from '../support/browser/until.ts';

const FIRST = 27_000;
const IDS = Array.from({ length: 30 }, (_none, place) => FIRST + place);

/** A Salesloft tab that somebody has taken over: its scripts, and the content script’s own voice. */
describe('on a page that is not Salesloft’s any more', () => {
  let salesloft: Salesloft;
  let rep: Rep;
  let app: Page;

  beforeAll(async () => {
    const world = aWorld();
    for (const id of IDS)
      put(world, anAction({ person: aPerson({ id, firstName: `Dora${String(id)}`, lastName: 'Due' }) }));
    salesloft = await startSalesloft({ world });
    rep = await launchRep(salesloft, { listensToWorker: false });
    await connect(rep);
    await readList(rep.panel);
    app = await rep.loftline.browser.newPage();
    await app.evaluateOnNewDocument(() => {
      const seen = { roots: [] as unknown[] };
      Object.assign(globalThis, { seen });
      customElements.define(
        'loftline-overlay',
        class extends HTMLElement {
          constructor() {
            super();
            const internals = this.attachInternals();
            const look = () => seen.roots.push(internals.shadowRoot);
            look();
            setInterval(look, 50);
          }
        },
      );
    });
    await app.goto(`https://app.salesloft.com/app/people/${String(FIRST)}`);
    await byRole(app, 'button', nameOf(FIRST));
  });
  afterAll(async () => {
    await rep.loftline.close();
    await salesloft.stop();
  });

  const nameOf = (id: number): string => `Call Dora${String(id)} Due`;
  const goTo = (id: number) => app.evaluate((path) => history.pushState({}, '', path), `/app/people/${String(id)}`);
  const stored = (name: string) =>
    rep.panel.evaluate(async (key) => String((await chrome.storage.session.get(key))[key]), `snapshot:${name}`);

  it('shows the page no root, whatever class the page has given its element', async () => {
    const roots = await app.evaluate(() => (globalThis as unknown as { seen: { roots: unknown[] } }).seen.roots);
    expect(roots.length).toBeGreaterThan(0);
    expect(roots.every((root) => root === null)).toBe(true);
  });

  it('stays when the page says that a newer overlay has come', async () => {
    await app.evaluate((id) => {
      for (const entry of ['salesloft', 'content', 'salesloft.content']) {
        const type = `${id}:${entry}:wxt:content-script-started`;
        const detail = { contentScriptName: entry, messageId: 'evil' };
        document.dispatchEvent(new CustomEvent(type, { detail }));
        postMessage({ type, ...detail }, '*');
      }
    }, new URL(rep.panel.url()).host);
    await goTo(FIRST + 1);
    await byRole(app, 'button', nameOf(FIRST + 1));
  });

  it('comes back, drawn as before, when it is taken out or hidden in another document', async () => {
    await app.evaluate(() => {
      const host = document.querySelector('loftline-overlay');
      const frame = document.createElement('iframe');
      frame.style.display = 'none';
      document.body.append(frame);
      if (host) frame.contentDocument?.body.append(host);
    });
    await app.waitForSelector('html > loftline-overlay', { timeout: 10_000 });
    const button = await byRole(app, 'button', nameOf(FIRST + 1));
    expect(await button.evaluate((drawn) => getComputedStyle(drawn).cursor)).toBe('pointer');
    await app.evaluate(() => document.querySelector('loftline-overlay')?.remove());
    await byRole(app, 'button', nameOf(FIRST + 1));
  });

  it('leaves the hands of a rep who types where they are, and dials nobody', async () => {
    await rep.panel.bringToFront();
    const search = await rep.panel.waitForSelector('input[type="search"]');
    await search?.focus();
    await rep.panel.keyboard.type('Do');
    await say('overlay.callRequested', { personId: String(FIRST + 2), actionId: '', number: '' });
    await until('the person to be chosen', async () => /"chosenAt":[1-9]/.test(await stored('shown')));
    await byRole(rep.panel, 'region', 'On the Salesloft page');
    await rep.panel.keyboard.type('ra 2');
    await rep.panel.keyboard.press('Space');
    await rep.panel.keyboard.press('Enter');
    expect(await search?.evaluate((field) => [field === document.activeElement, field.value])).toEqual([
      true,
      'Dora 2 ',
    ]);
    expect(JSON.parse(await stored('call'))).toMatchObject({ call: null });
  });

  it('tells the names of a few people, not of the whole list', async () => {
    const told: string[] = [];
    for (const id of IDS) {
      const answer = await say('overlay.personShown', { personId: String(id) });
      const name = /"name":"(Dora\d+ Due)"/.exec(answer)?.[1];
      if (name) told.push(name);
    }
    expect(told.length).toBeGreaterThan(0);
    expect(told.length).toBeLessThanOrEqual(10);
  });

  /** Sends a message as the content script could, and gives its answer as JSON. */
  async function say(type: string, input: object): Promise<string> {
    const session = await app.createCDPSession();
    const contextId = await contentWorld(session);
    const message = JSON.stringify({ loftline: 'worker', type, input, build: BUILD });
    const { result } = await session.send('Runtime.evaluate', {
      contextId,
      expression: `chrome.runtime.sendMessage(${message}).then(JSON.stringify)`,
      awaitPromise: true,
    });
    await session.detach();
    return String(result.value);
  }
});

async function contentWorld(session: CDPSession): Promise<number> {
  const found = new Promise<number>((resolve) => {
    session.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.origin.startsWith('chrome-extension://')) resolve(context.id);
    });
  });
  await session.send('Runtime.enable');
  return found;
}
