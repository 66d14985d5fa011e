import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anAction } from '../salesloft/builders/due-work.ts';
import { aPerson } from '../salesloft/builders/person.ts';
import { aWorld } from '../salesloft/builders/world.ts';
import { put } from '../salesloft/world.ts';
import { startSalesloft, type Salesloft } from '../salesloft/server.ts';
import { byRole, click, saveSetting, waitForWords } from '../support/browser/act.ts';
import { connect, launchRep, readList, waitForCallState, type Rep } from '../support/browser/rep.ts';
import { until } from '../support/browser/until.ts';

const DUE = 26_001;
const OTHER = 26_002;
const BARRED = 26_003;

/** Salesloft's own pages with the overlay on them, and Chrome's real side panel beside them. */
describe('on Salesloft’s pages', () => {
  let salesloft: Salesloft;
  let rep: Rep;
  let app: Page;
  const appErrors: string[] = [];

  beforeAll(async () => {
    const world = aWorld();
    world.rules.voiceLinks = true;
    put(world, anAction({ person: aPerson({ id: DUE, firstName: 'Dora', lastName: 'Due', phone: '+14045551200' }) }));
    put(
      world,
      aPerson({ id: OTHER, firstName: 'Otto', lastName: 'Other', phone: '+14045551210', mobilePhone: '+14045551220' }),
    );
    put(world, aPerson({ id: BARRED, firstName: 'Bea', lastName: 'Barred', doNotContact: true }));
    salesloft = await startSalesloft({ world });
    rep = await launchRep(salesloft, { listensToWorker: false });
    await saveSetting(rep.panel, 'logging.holdSeconds', 0);
    app = await rep.loftline.browser.newPage();
    app.on('pageerror', (error) => appErrors.push(String(error)));
    await app.setViewport({ width: 1_200, height: 800 });
    await app.goto(`https://app.salesloft.com/app/people/${DUE}`);
    await app.waitForSelector('loftline-overlay');
  });
  afterAll(async () => {
    expect(appErrors).toEqual([]);
    expect(rep.loftline.errors.all()).toEqual([]);
    await rep.loftline.close();
    await salesloft.stop();
  });

  const isDrawn = (name: string): Promise<boolean> =>
    app.$(`::-p-aria([name="${name}"][role="button"])`).then((found) => found !== null);
  const goTo = (id: number) => app.evaluate((path) => history.pushState({}, '', path), `/app/people/${id}`);
  const stored = (name: string) =>
    rep.panel.evaluate(async (key) => String((await chrome.storage.session.get(key))[key]), `snapshot:${name}`);
  const calls = () => stored('call');
  const shown = () => stored('shown');

  it('shows nothing until somebody is signed in, and then the Call button, without a reload', async () => {
    expect(await isDrawn('Call Dora Due')).toBe(false);
    await rep.panel.bringToFront();
    await connect(rep);
    await readList(rep.panel);
    await app.bringToFront();
    await byRole(app, 'button', 'Call Dora Due');
  });

  it('gives the page’s own scripts nothing to see', async () => {
    const seen = await app.evaluate(() => {
      const host = document.querySelector('loftline-overlay');
      return {
        root: host?.shadowRoot,
        text: host?.textContent,
        html: host?.innerHTML,
        attributes: host?.attributes.length,
        chrome: 'chrome' in globalThis && 'runtime' in (globalThis as unknown as { chrome: object }).chrome,
      };
    });
    expect(seen).toEqual({ root: null, text: '', html: '', attributes: 0, chrome: false });
  });

  it('opens the panel with the person chosen, dials nobody, and then follows the call', async () => {
    await rep.panel.close();
    await click(app, 'button', 'Call Dora Due');
    const target = await rep.loftline.browser.waitForTarget((one) => one.url() === rep.loftline.url('sidepanel.html'), {
      timeout: 15_000,
    });
    // Puppeteer's own evaluations count as a touch of the rep's, and a panel that is touched is given no focus.
    const watcher = await target.createCDPSession();
    const expression = "document.activeElement?.closest('.shown-person') != null";
    await until('the Call button has the focus', async () => {
      const { result } = await watcher.send('Runtime.evaluate', { expression, userGesture: false });
      return result.value === true;
    });
    rep = { ...rep, panel: await target.asPage() };
    await byRole(rep.panel, 'region', 'On the Salesloft page');
    expect(JSON.parse(await calls())).toMatchObject({ call: null });
    await rep.panel.keyboard.press('Enter');
    await waitForCallState(rep.panel, 'Connected');
    await byRole(app, 'button', 'Hang up');
    await click(app, 'button', 'Mute');
    await rep.panel.waitForFunction(
      () => document.querySelector('.call-controls [aria-pressed=true], .call [aria-pressed=true]') !== null,
      { polling: 50 },
    );
    await click(app, 'button', 'Hang up');
    await waitForCallState(rep.panel, 'Call ended');
    await click(rep.panel, 'radio', 'Connected');
    await click(rep.panel, 'button', 'Log call');
    await until('the log is in Salesloft', () => salesloft.world.calls.size === 1);
    await until('the page to say what was logged', async () => {
      const words = await app.$$eval('::-p-aria([role="status"])', (found) => found.map((one) => one.textContent));
      return words.includes('Logged Connected for Dora Due');
    });
    const [logged] = [...salesloft.world.calls.values()];
    expect(logged?.action?.id).toBeDefined();
  });

  it('follows the page from person to person, to one who is not on the list, and to one whom nobody may call', async () => {
    await goTo(OTHER);
    await byRole(app, 'button', 'Call Otto Other');
    await waitForWords(rep.panel, 'Nothing is due.');
    await goTo(BARRED);
    await until('the button to go', async () => !(await isDrawn('Call Otto Other')));
    await waitForWords(rep.panel, 'Bea Barred');
    expect(await rep.panel.$('::-p-aria([name="Call Bea Barred"][role="button"])')).toBeNull();
    await app.evaluate(() => history.pushState({}, '', '/app/cadences'));
    await rep.panel.waitForFunction(() => !document.querySelector('.shown-person'), { polling: 50 });
  });

  it('stays with a person when told to', async () => {
    await goTo(OTHER);
    await waitForWords(rep.panel, 'Otto Other');
    await click(rep.panel, 'button', 'Stay with this person');
    await goTo(BARRED);
    await until('the page’s person to be known', async () => (await shown()).includes('Bea Barred'));
    expect(await rep.panel.$eval('.shown-person h2', (name) => name.textContent)).toBe('Otto Other');
    await click(rep.panel, 'button', 'Stay with this person');
    await waitForWords(rep.panel, 'Bea Barred');
  });

  it('understands a Voice Link: the number that was pressed is chosen, and nothing rings', async () => {
    await app.goto(`https://app.salesloft.com/app/people/${OTHER}`);
    await byRole(app, 'button', 'Call Otto Other');
    const link = await app.waitForSelector('a[href="tel://+14045551220"]');
    await link?.click();
    await rep.panel.waitForFunction(
      () => document.querySelector<HTMLSelectElement>('.shown-person select')?.value === '+14045551220',
      { polling: 50 },
    );
    expect(JSON.parse(await calls())).toMatchObject({ call: null });
  });

  it('starts nothing for a hostile page, whatever it forges', async () => {
    const readsBefore = salesloft.requests.filter(({ path }) => path.startsWith('/v2/people')).length;
    await app.evaluate(async (due) => {
      const host = document.querySelector('loftline-overlay');
      const press = (target: Element | null) => {
        for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
          target?.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true, cancelable: true }));
      };
      press(host);
      const fake = document.createElement('a');
      fake.href = 'tel://+19005550100';
      fake.dataset['personid'] = String(due);
      fake.addEventListener('click', (event) => event.preventDefault());
      document.body.append(fake);
      press(fake);
      for (const message of [
        { loftline: 'worker', type: 'call.place', input: {} },
        { loftline: 'overlay', view: { isOn: true, person: { personId: '1', name: 'x', isDue: true, mayCall: true } } },
      ]) {
        postMessage(message, '*');
        document.dispatchEvent(new CustomEvent('message', { detail: message }));
      }
      for (let id = 1; id <= 200; id += 1) {
        history.pushState({}, '', `/app/people/${90_000 + id}`);
        document.body.append(document.createElement('i'));
        if (id % 20 === 0) {
          host?.remove();
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
      }
    }, DUE);
    await goTo(OTHER);
    await byRole(app, 'button', 'Call Otto Other');
    expect(JSON.parse(await calls())).toMatchObject({ call: null });
    expect(salesloft.world.calls.size).toBe(1);
    const reads = salesloft.requests.filter(({ path }) => path.startsWith('/v2/people')).length - readsBefore;
    expect(reads).toBeLessThanOrEqual(20);
  });

  it('lets a real press on a forged number choose the person, and never that number', async () => {
    await app.evaluate((due) => {
      const fake = document.createElement('a');
      fake.href = 'tel://+19005550100';
      fake.dataset['personid'] = String(due);
      fake.textContent = 'free money';
      fake.id = 'trap';
      fake.style.cssText = 'position:fixed;top:0;left:0;z-index:9;padding:20px;background:#fff';
      document.body.append(fake);
    }, OTHER);
    await (await app.waitForSelector('#trap'))?.click();
    await until('the press to be heard', async () => /"chosenAt":[1-9]/.test(await shown()));
    expect(await shown()).not.toContain('9005550100');
    expect(JSON.parse(await calls())).toMatchObject({ call: null });
  });

  it('notices Salesloft’s own dialer, and says when it is gone', async () => {
    await app.evaluate(() => {
      const popout = document.createElement('div');
      popout.dataset['testid'] = 'popout-logger-container';
      document.body.append(popout);
    });
    await waitForWords(rep.panel, 'own dialer is open in a tab');
    await app.evaluate(() => document.querySelector('[data-testid="popout-logger-container"]')?.remove());
    await rep.panel.waitForFunction(() => !document.body.innerText.includes('own dialer is open'), { polling: 50 });
  });

  it('can be hidden', async () => {
    await click(app, 'button', 'Hide Loftline on this page');
    await until('it to be gone', async () => !(await isDrawn('Call Otto Other')));
    await app.reload();
    await byRole(app, 'button', 'Call Otto Other');
  });

  it('leaves no corpse and no error when the extension is gone under the open page', async () => {
    const worker = await rep.loftline.worker();
    await worker.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
    await app.waitForFunction(() => !document.querySelector('loftline-overlay'), { polling: 100, timeout: 15_000 });
    await goTo(DUE);
    await app.click('body');
    expect(appErrors).toEqual([]);
  });
});
