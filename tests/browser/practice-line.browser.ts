import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { BUILD } from '../support/browser/act.ts';
import { launchLoftline, type Loftline } from '../support/browser/launch.ts';
import { listenFor, openPhoneBench, type PhoneBench } from '../support/browser/phone-bench.ts';
import { until } from '../support/browser/until.ts';

const ANSWERS = '+14045550130';

/** The shipped offscreen document, its real WebRTC and Chromium's own beeping microphone. */
describe('the practice line in Chromium', () => {
  let loftline: Loftline;
  let bench: PhoneBench;

  beforeAll(async () => {
    loftline = await launchLoftline({ salesloft: { port: 9 } });
    bench = await openPhoneBench(loftline, BUILD);
  });
  afterAll(async () => {
    await loftline.close();
  });

  afterEach(async () => {
    for (const { callId } of (await bench.ask('phone.liveCalls', {})) as { readonly callId: string }[]) {
      await bench.ask('phone.hangUp', { callId });
      await bench.waitForReport(callId, 'ended');
    }
  });

  const dial = (callId: string, callee?: string, to = ANSWERS): Promise<unknown> =>
    bench.ask('phone.dial', {
      callId,
      to,
      extension: '',
      callerId: '',
      ringSeconds: 60,
      digitPauseMs: 0,
      ...(callee ? { callee } : {}),
    });
  const reach = async (callId: string): Promise<void> => {
    await dial(callId);
    await bench.waitForReport(callId, 'connected');
  };
  /** What happened; a sign of life says only that nothing did. */
  const kindsOf = async (callId: string): Promise<string[]> =>
    (await bench.reports(callId))
      .map(({ event }) => event.kind)
      .filter((kind) => kind !== 'stillLive' && kind !== 'quality');

  it('rings, answers, and carries sound both ways at about fifty packets a second', async () => {
    await reach('sound');
    const { before, after } = await listenFor(bench, 100);
    const seconds = (after.at - before.at) / 1_000;
    expect((after.sent - before.sent) / seconds).toBeGreaterThan(40);
    expect((after.received - before.received) / seconds).toBeLessThan(60);
    expect(after.repHeard - before.repHeard).toBeGreaterThan(1);
    expect(after.calleeEnergy).toBeGreaterThan(0.001);
  });

  it('lets nothing of the rep through while muted, and goes on sending', async () => {
    await reach('mute');
    await listenFor(bench, 50);
    await bench.ask('phone.mute', { callId: 'mute', muted: true });
    // What was under way when the rep pressed still arrives.
    await listenFor(bench, 25);
    const silent = await listenFor(bench, 75);
    expect(silent.after.repHeard - silent.before.repHeard).toBeLessThan(0.01);
    await bench.ask('phone.mute', { callId: 'mute', muted: false });
    const heard = await listenFor(bench, 100);
    expect(heard.after.repHeard - heard.before.repHeard).toBeGreaterThan(1);
  });

  it('is silent both ways within 15 ms of the hang-up, with the microphone off', async () => {
    await reach('end');
    await bench.ask('phone.hangUp', { callId: 'end' });
    const silentAfterMs = (await bench.silentAt()) - (await bench.askedAt('phone.hangUp'));
    expect(silentAfterMs).toBeGreaterThan(0);
    expect(silentAfterMs).toBeLessThan(15);
    await bench.waitForReport('end', 'ended');
    expect(await bench.openMicrophones()).toBe(0);
    const after = await bench.sound();
    expect(after.sent).toBe(0);
    expect(await bench.ask('phone.liveCalls', {})).toEqual([]);
  });

  it('does not ring for a call that was hung up before it could', async () => {
    const dialing = dial('early');
    await bench.ask('phone.hangUp', { callId: 'early' });
    await dialing;
    const ended = await bench.waitForReport('early', 'ended', 3_000);
    expect(ended.event).toMatchObject({ reason: 'hungUpByRep', connectedMs: 0 });
    expect(await bench.openMicrophones()).toBe(0);
  });

  it('is heard again after a call that ended on hold', async () => {
    await reach('held');
    await bench.ask('phone.hold', { callId: 'held', held: true });
    await bench.ask('phone.hangUp', { callId: 'held' });
    await reach('after-held');
    await listenFor(bench, 75);
    expect((await bench.sound()).calleeEnergy).toBeGreaterThan(0.001);
  });

  it("keeps the call, and the rep's voice in it, when the microphone is unplugged", async () => {
    await reach('unplugged');
    await listenFor(bench, 25);
    await bench.unplugMicrophone();
    await until('another microphone listens', async () => (await bench.openMicrophones()) === 1);
    const heard = await listenFor(bench, 100);
    expect(heard.after.repHeard - heard.before.repHeard).toBeGreaterThan(1);
    expect(await kindsOf('unplugged')).toEqual(['ringing', 'connected']);
  });

  it.each([
    ['5', ['ringing', 'ended'], 'busy'],
    ['6', ['ringing', 'ended'], 'noAnswer'],
    ['7', ['ringing', 'connected', 'ended'], 'hungUpByPerson'],
    ['8', ['ringing', 'ended'], 'rejected'],
  ])('a number that ends in %s plays its part', async (digit, kinds, reason) => {
    const callId = `digit-${digit}`;
    await dial(callId, undefined, `+1404555013${digit}`);
    const { event, seq } = await bench.waitForReport(callId, 'ended');
    expect(event).toMatchObject({ reason, failure: '' });
    expect(await kindsOf(callId)).toEqual(kinds);
    expect(seq).toBe((await bench.reports(callId)).length);
  });

  it('greets and beeps as voicemail, and stays until the rep hangs up', async () => {
    await dial('voicemail', 'voicemail');
    const answer = await bench.waitForReport('voicemail', 'connected');
    expect(answer.event).toMatchObject({ answeredBy: 'voicemail' });
    const greeting = await listenFor(bench, 150);
    expect(greeting.after.calleeEnergy - greeting.before.calleeEnergy).toBeGreaterThan(0.001);
    // The rest of the greeting, and the beep.
    await listenFor(bench, 200);
    const silence = await listenFor(bench, 50);
    expect(silence.after.calleeEnergy - silence.before.calleeEnergy).toBeLessThan(1e-5);
    await bench.ask('phone.hangUp', { callId: 'voicemail' });
    expect((await bench.waitForReport('voicemail', 'ended')).event.connectedMs).toBeGreaterThan(6_000);
  });

  it('leaves no error behind', () => {
    expect(loftline.errors.all()).toEqual([]);
  });
});
