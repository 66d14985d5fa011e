import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { byRole, click, saveSetting, waitForWords } from '../support/browser/act.ts';
import { packetsOf } from '../support/browser/packets.ts';
import { call, connect, launchRep, readList, waitForCallState, type Rep } from '../support/browser/rep.ts';
import { until } from '../support/browser/until.ts';
import { anAction } from '../salesloft/builders/due-work.ts';
import { aPerson } from '../salesloft/builders/person.ts';
import { aWorld } from '../salesloft/builders/world.ts';
import { startSalesloft, type Salesloft } from '../salesloft/server.ts';
import { openFarEnd, type FarEnd } from './far-end.ts';
import { listenThere, scriptsOn } from './near-end.ts';
import { FAR_TONE, NEAR_TONE } from './phone-system.ts';
import { QUIET, stepsOf } from './steps.ts';
import { toneFile } from './tone.ts';
import { ANSWERS, CALLEES } from './twilio-callees.ts';
import { aTwilioToken, startTwilio, TOKEN_HOST, type TwilioStandIn } from './twilio-stand-in.ts';

/** Twilio's own SDK, in the built extension, against a stand-in of Twilio's signalling, with WebRTC sound. */
describe('a Twilio line', () => {
  let twilio: TwilioStandIn;
  let salesloft: Salesloft;
  let rep: Rep;
  let farEnd: FarEnd;
  let folder: string;
  const figures: string[] = [];
  const setting = { tokenUrl: `https://${TOKEN_HOST}/voice`, edge: [], codecPreferences: [] };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'loftline-twilio-'));
    const nearTone = join(folder, 'near.wav');
    writeFileSync(nearTone, toneFile(NEAR_TONE, 2, 48_000));
    twilio = await startTwilio(ANSWERS, () => farEnd);
    twilio.tokenAnswer = { status: 200, body: JSON.stringify({ identity: 'dana', token: aTwilioToken(3_600) }) };
    const people = Object.entries(CALLEES).map(([name, digits]) => {
      const [firstName = '', lastName = ''] = name.split(' ');
      return aPerson({ firstName, lastName, phone: `+155501000${digits}` });
    });
    salesloft = await startSalesloft({ world: aWorld(...people.map((person) => anAction({ person }))) });
    rep = await launchRep(salesloft, {
      hosts: { '*.twilio.com': twilio.port, [TOKEN_HOST]: twilio.port },
      flags: [`--use-file-for-fake-audio-capture=${nearTone}`],
    });
    farEnd = await openFarEnd(rep.loftline.browser);
    await rep.panel.bringToFront();
    // All of them at once: a long list draws what is seen of it.
    await rep.panel.setViewport({ width: 420, height: 1_600 });
    const settings = {
      'telephony.provider': 'twilio',
      'telephony.twilio': setting,
      'telephony.callerId': '+15550199999',
      'guards.otherActions': QUIET,
      'logging.holdSeconds': 0,
    };
    for (const [key, value] of Object.entries(settings)) await saveSetting(rep.panel, key, value);
    await connect(rep);
    await readList(rep.panel);
  });
  afterAll(async () => {
    console.info(figures.join('\n'));
    await rep.loftline.close();
    await salesloft.stop();
    await twilio.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const { putAway, end, hears, words } = stepsOf(() => rep);
  const isHeard = (hertz: number) =>
    until(`the far end to hear ${hertz} Hz`, async () => Math.abs((await farEnd.frequencyHeard()) - hertz) < 20);

  it('says busy when the organization’s server tells', async () => {
    await click(rep.panel, 'button', 'Call Vic Busy');
    await waitForCallState(rep.panel, 'Busy');
    await putAway();
  });

  it('is answered, with sound both ways: each end hears the other’s tone', async () => {
    await listenThere(await rep.loftline.offscreen());
    const began = Date.now();
    await call(rep.panel, 'Ann Tone');
    await waitForCallState(rep.panel, 'Connected');
    const setUpMs = Date.now() - began;
    await hears(FAR_TONE);
    await isHeard(NEAR_TONE);
    const packets = await packetsOf(rep.loftline, ({ sent, received }) => sent > 100 && received > 100);
    await waitForWords(rep.panel, 'Good line');
    expect(twilio.calls.at(-1)?.params).toEqual({ To: '+15550100001', CallerId: '+15550199999' });
    await end();
    expect(await words()).toContain('You hung up');
    await until('Twilio to be told', () => twilio.hangUps.includes(twilio.calls.at(-1)?.sid ?? ''));
    // Only what this line needs was loaded.
    const loaded = (await scriptsOn(await rep.loftline.offscreen())).join(' ');
    expect([loaded.includes('twilio-agent'), loaded.includes('jssip')]).toEqual([true, false]);
    figures.push(
      `Twilio: answered after ${setUpMs} ms; packets ${packets.sent} out, ${packets.received} in; ${NEAR_TONE} Hz heard there, ${FAR_TONE} Hz here`,
    );
    await putAway();
  });

  it.each([
    ['Gone', 'No answer', ''],
    ['Wrong', 'Call failed', '31404'],
    ['App', 'Call failed', 'Send this to your admin: Twilio 31002, telephony.twilio.'],
    ['Declined', 'Call ended', 'declined'],
  ] as const)('%s: “%s”', async (name, state, said) => {
    await click(rep.panel, 'button', `Call Vic ${name}`);
    await waitForCallState(rep.panel, state);
    expect(await words()).toContain(said);
    await putAway();
  });

  it('tells ringing from connected, and who hung up', async () => {
    await call(rep.panel, 'Vic Ring');
    await waitForCallState(rep.panel, 'Ringing');
    await twilio.answer();
    await waitForCallState(rep.panel, 'Connected');
    twilio.hangUp();
    await waitForCallState(rep.panel, 'Call ended');
    expect(await words()).toContain('They hung up');
    await putAway();
  });

  it('ends what rings, and offers no hold', async () => {
    await call(rep.panel, 'Vic Cancel');
    await waitForCallState(rep.panel, 'Ringing');
    await end();
    await until('Twilio to be told', () => twilio.hangUps.includes(twilio.calls.at(-1)?.sid ?? ''));
    await putAway();
  });

  it('sends digits, all of them however fast', async () => {
    await call(rep.panel, 'Dan Digits');
    await waitForCallState(rep.panel, 'Connected');
    const offscreen = await rep.loftline.offscreen();
    await offscreen.evaluate(() => {
      const scope = globalThis as unknown as { tones: string };
      scope.tones = '';
      const original = Object.getOwnPropertyDescriptor(RTCDTMFSender.prototype, 'insertDTMF')?.value as (
        ...given: unknown[]
      ) => void;
      const known = new WeakSet<RTCDTMFSender>();
      RTCDTMFSender.prototype.insertDTMF = function (this: RTCDTMFSender, ...given: unknown[]) {
        if (!known.has(this)) this.addEventListener('tonechange', ({ tone }) => void (scope.tones += tone));
        known.add(this);
        return Reflect.apply(original, this, given);
      };
    });
    await click(rep.panel, 'button', 'Keypad');
    await waitForWords(rep.panel, 'Type or press digits');
    for (const digit of ['1', '5', '9', '0', '2', '7'] as const) await rep.panel.keyboard.press(digit);
    const sent = () => offscreen.evaluate(() => (globalThis as unknown as { tones: string }).tones);
    await until('every digit to be sent', async () => (await sent()) === '159027');
    await end();
    figures.push(`Twilio: digits sent as tones: ${await sent()}`);
    await putAway();
  });

  it('mutes: the rep’s tone falls silent there, and comes back', async () => {
    await call(rep.panel, 'May Mute');
    await waitForCallState(rep.panel, 'Connected');
    await isHeard(NEAR_TONE);
    await click(rep.panel, 'button', 'Mute');
    await isHeard(0);
    await click(rep.panel, 'button', 'Mute');
    await isHeard(NEAR_TONE);
    await end();
    await putAway();
  });

  it('keeps the call when the signalling is cut, and hears of its end once that is back', async () => {
    await call(rep.panel, 'Kit Cut');
    await waitForCallState(rep.panel, 'Connected');
    await hears(FAR_TONE);
    const before = await packetsOf(rep.loftline, () => true);
    twilio.cut();
    await packetsOf(rep.loftline, ({ sent, received }) => sent > before.sent + 150 && received > before.received + 150);
    expect(await rep.panel.$eval('.call-state', (state) => state.textContent)).toBe('Connected');
    await end();
    await putAway();
  });

  it('keeps the call’s own number for its recording', async () => {
    await saveSetting(rep.panel, 'telephony.recording', {
      mode: 'provider',
      urlTemplate: 'https://recordings.test/{callId}',
    });
    await call(rep.panel, 'Rec Link');
    await waitForCallState(rep.panel, 'Connected');
    await end();
    await putAway();
    const link = `https://recordings.test/${twilio.calls.at(-1)?.sid ?? ''}`;
    await until('the link to be in the note', () =>
      [...salesloft.world.notes.values()].some(({ content }) => content.includes(link)),
    );
    await saveSetting(rep.panel, 'telephony.recording', { mode: 'off', urlTemplate: '' });
  });

  it('asks for another token, silently, when Twilio refuses one', async () => {
    const before = twilio.tokenRequests.length;
    // A line of its own: its first token is the one refused.
    await saveSetting(rep.panel, 'telephony.twilio', { ...setting, tokenUrl: `https://${TOKEN_HOST}/old` });
    twilio.refuseTokens(20_104, 1);
    await call(rep.panel, 'Old Token');
    await waitForCallState(rep.panel, 'Connected');
    expect(twilio.tokenRequests.length).toBe(before + 2);
    await end();
    await putAway();
  });

  it('says what to look at: server gone, no leave, token refused, Twilio mute, nothing set up', async () => {
    const { panel } = rep;
    const good = twilio.tokenAnswer;
    const fails = async (...said: readonly string[]): Promise<void> => {
      await click(panel, 'button', 'Call Len Locked');
      for (const sentence of [...said, 'telephony.twilio']) await waitForWords(panel, sentence);
    };
    // A line of its own each time: no token is kept from before.
    const renewed = (path: string) =>
      saveSetting(panel, 'telephony.twilio', { ...setting, tokenUrl: `https://${TOKEN_HOST}/${path}` });

    await renewed('gone');
    twilio.tokenAnswer = { status: 503, body: '' };
    await fails("call server can't be reached");
    twilio.tokenAnswer = { status: 401, body: '' };
    await fails('denied the call');
    twilio.tokenAnswer = { status: 200, body: '<html>Sign in</html>' };
    await fails('denied the call');
    twilio.tokenAnswer = good;
    twilio.refuseTokens(20_101, 2);
    await fails("rejected the credentials from your organization's server");
    twilio.hearNobody(true);
    await renewed('deaf');
    await fails("Twilio can't be reached");
    twilio.hearNobody(false);
    await saveSetting(panel, 'telephony.twilio', { ...setting, tokenUrl: '' });
    await click(panel, 'button', 'Call Len Locked');
    await waitForWords(panel, "isn't set up");
    await renewed('voice');
    await call(panel, 'Len Locked');
    await waitForCallState(panel, 'Connected');
    await end();
    await byRole(panel, 'button', 'Log call');
  });
});
