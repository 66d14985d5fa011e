import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { byRole, click, saveSetting, takePicture, waitForWords } from '../support/browser/act.ts';
import { findFaults } from '../support/browser/find-faults.ts';
import { packetsOf } from '../support/browser/packets.ts';
import { call, waitForCallState, type Rep } from '../support/browser/rep.ts';
import { until } from '../support/browser/until.ts';
import { listenThere } from './near-end.ts';
import { FAR_TONE, NEAR_TONE, PASSWORD, type PhoneSystem } from './phone-system.ts';
import { sipAccount, startSipRep, type SipRep } from './sip-rep.ts';
import { stepsOf } from './steps.ts';

/** Each is called once: a call that was logged leaves the list. The last two digits tell the phone system what to do. */
const CALLEES = {
  'Ann Tone': '01',
  'Dan Digits': '01',
  'May Mute': '08',
  'Hal Hold': '01',
  'Kit Cut': '01',
  'Len Locked': '01',
  'Tom Transfer': '01',
  'Vic Ring': '02',
  'Vic Busy': '03',
  'Vic Reject': '04',
  'Vic Missing': '05',
  'Vic Silent': '06',
  'Vic Broken': '07',
  'Vic Blocked': '09',
} as const;

/** Real calls by the built extension, through a real phone system, to a real softphone. */
describe('a SIP line', () => {
  let bench: SipRep;
  let system: PhoneSystem;
  let rep: Rep;
  const figures: string[] = [];

  beforeAll(async () => {
    bench = await startSipRep(CALLEES);
    ({ system, rep } = bench);
  });
  afterAll(async () => {
    console.info(figures.join('\n'));
    expect(await bench.stop()).toEqual([]);
  });

  const { putAway, end, hears, words } = stepsOf(() => rep);

  it('says busy', async () => {
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
    const packets = await packetsOf(rep.loftline, ({ sent, received }) => sent > 150 && received > 150);
    await end();
    expect(await words()).toContain('You hung up');
    const heard = system.heard();
    expect(heard.good).toBeGreaterThanOrEqual(10);
    figures.push(
      `answered after ${setUpMs} ms; packets ${packets.sent} out, ${packets.received} in; far end heard the tone in ${heard.good} of ${heard.windows} windows of 0.2 s`,
    );
    await putAway();
  });

  it.each([
    ['Reject', 'Call ended', 'declined'],
    ['Missing', 'Call failed', '404'],
    ['Broken', 'Call failed', '503'],
    ['Blocked', 'Blocked', 'Blocked by the network'],
    ['Silent', 'No answer', ''],
  ] as const)('%s: “%s”', async (name, state, said) => {
    await click(rep.panel, 'button', `Call Vic ${name}`);
    await waitForCallState(rep.panel, state);
    expect(await words()).toContain(said);
    await putAway();
  });

  it('tells ringing from connected, and who hung up', async () => {
    await call(rep.panel, 'Vic Ring');
    await waitForCallState(rep.panel, 'Ringing');
    await system.softphone.accept('ring');
    await waitForCallState(rep.panel, 'Connected');
    await system.softphone.hangUp('ring');
    await waitForCallState(rep.panel, 'Call ended');
    expect(await words()).toContain('They hung up');
    await putAway();
  });

  it('sends digits, all of them however fast', async () => {
    await call(rep.panel, 'Dan Digits');
    await waitForCallState(rep.panel, 'Connected');
    system.softphone.digits();
    await click(rep.panel, 'button', 'Keypad');
    await waitForWords(rep.panel, 'Type or press digits');
    for (const digit of ['1', '5', '9', '0'] as const) await rep.panel.keyboard.press(digit);
    let heard = '';
    await until('the far end to hear every digit', () => (heard += system.softphone.digits()) === '1590');
    await end();
    figures.push(`digits heard at the far end: ${heard}`);
    await putAway();
  });

  it('mutes: an echo of the rep’s own tone falls silent, and comes back', async () => {
    await call(rep.panel, 'May Mute');
    await waitForCallState(rep.panel, 'Connected');
    await hears(NEAR_TONE);
    await click(rep.panel, 'button', 'Mute');
    await hears(0);
    await click(rep.panel, 'button', 'Mute');
    await hears(NEAR_TONE);
    await end();
    await putAway();
  });

  it('holds: the other side falls silent, and is heard again when it goes on', async () => {
    await call(rep.panel, 'Hal Hold');
    await waitForCallState(rep.panel, 'Connected');
    await hears(FAR_TONE);
    await click(rep.panel, 'button', 'Hold');
    await waitForCallState(rep.panel, 'On hold');
    await hears(0);
    await click(rep.panel, 'button', 'Hold');
    await waitForCallState(rep.panel, 'Connected');
    await hears(FAR_TONE);
    await end();
    await putAway();
  });

  it('keeps the call when the way to the phone system is cut, and hears of its end once that is back', async () => {
    await call(rep.panel, 'Kit Cut');
    await waitForCallState(rep.panel, 'Connected');
    await hears(FAR_TONE);
    system.gate.shut();
    const before = await packetsOf(rep.loftline, () => true);
    await packetsOf(rep.loftline, ({ sent, received }) => sent > before.sent + 100 && received > before.received + 100);
    expect(await rep.panel.$eval('.call-state', (state) => state.textContent)).toBe('Connected');
    // Nobody hears it: the phone system cannot reach us.
    await system.softphone.hangUp('tone');
    const backAt = Date.now();
    system.gate.reopen();
    await waitForCallState(rep.panel, 'Call ended');
    expect(await words()).toContain('They hung up');
    figures.push(`a hang-up that came during the cut was told ${Date.now() - backAt} ms after the way was back`);
    await putAway();
  });

  it('transfers: the far end rings where it was sent, and a number that refuses leaves the call as it was', async () => {
    const { panel } = rep;
    await call(panel, 'Tom Transfer');
    await waitForCallState(panel, 'Connected');
    await click(panel, 'button', 'Keypad');
    const field = await byRole(panel, 'textbox', 'Transfer to');
    await panel.setViewport({ width: 320, height: 900 });
    await takePicture(panel, 'sip-keypad', 'test-results/states');
    expect(await findFaults(panel)).toEqual([]);
    await panel.setViewport({ width: 420, height: 900 });
    await field.type('12');
    await click(panel, 'button', 'Transfer');
    await waitForWords(panel, "isn't a phone number that can be called");
    await field.click({ count: 3 });
    await field.type('+1 555 010 0003');
    await click(panel, 'button', 'Transfer');
    await waitForWords(panel, "You're still connected");
    expect(await panel.$eval('.call-state', (state) => state.textContent)).toBe('Connected');
    await hears(FAR_TONE);
    await field.click({ count: 3 });
    await field.type('+1 555 010 0002');
    await click(panel, 'button', 'Transfer');
    await waitForCallState(panel, 'Call ended');
    await until('the other number to ring', () => system.softphone.events.some(({ type }) => type === 'CALL_INCOMING'));
    await system.softphone.hangUp('ring');
    await putAway();
  });

  it('sends a call that comes in on to the voicemail at once, and shows nothing of it', async () => {
    expect(await system.softphone.callRep()).toContain('480');
    expect(await rep.panel.$('.call-state')).toBeNull();
  });

  it('says what to look at when the phone system is gone, and when it refuses the password', async () => {
    const { panel } = rep;
    system.gate.shut();
    await click(panel, 'button', 'Call Len Locked');
    await waitForWords(panel, "The phone system can't be reached.");
    await waitForWords(panel, 'telephony.sip');
    system.gate.reopen();
    const sip = { ...sipAccount(system), password: 'wrong' };
    await saveSetting(panel, 'telephony.sip', sip);
    await click(panel, 'button', 'Call Len Locked');
    await waitForWords(panel, 'The phone system rejected the user name or password.');
    await saveSetting(panel, 'telephony.sip', { ...sip, server: '' });
    await click(panel, 'button', 'Call Len Locked');
    await waitForWords(panel, "isn't set up");
    await saveSetting(panel, 'telephony.sip', { ...sip, password: PASSWORD });
    await call(panel, 'Len Locked');
    await waitForCallState(panel, 'Connected');
    await end();
    await byRole(panel, 'button', 'Log call');
  });
});
