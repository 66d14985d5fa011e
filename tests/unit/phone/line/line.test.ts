import { describe, expect, it } from 'vitest';
import { DialerError } from '@/lib/domain/core/errors';
import type { LineConfig } from '@/lib/domain/call/line-config';
import type { CallId } from '@/lib/domain/core/ids';
import { createLine } from '@/lib/phone/line/line';
import type { ReportCallEvent } from '@/lib/phone/contract/phone';
import { aCallId, aNumber } from '@/tests/support/builders/builders';
import { createFakePhone, type FakePhone } from '@/tests/support/fakes/fake-phone';

const callId = aCallId('call-1');
const other = aCallId('call-2');
const SIP: LineConfig = {
  kind: 'sip',
  server: 'wss://pbx.test',
  domain: 'pbx.test',
  username: '',
  password: '',
  displayName: '',
  iceServers: [],
};

function setUp({ hold = true } = {}) {
  const phones: { readonly config: LineConfig; readonly phone: FakePhone }[] = [];
  const told: string[] = [];
  const world = { unheard: [] as CallId[], loading: Promise.resolve(), loadFails: false };
  const line = createLine({
    choosePhone: async (config: LineConfig, report: ReportCallEvent) => {
      await world.loading;
      if (world.loadFails) throw new TypeError('Failed to fetch dynamically imported module');
      const phone = createFakePhone(report, { capabilities: { hold, digits: true, progress: true } });
      phones.push({ config, phone });
      return phone;
    },
    report: (id, event) => told.push(`${id} ${event.kind}`),
    lastSeq: () => told.length,
    unheard: () => world.unheard,
  });
  const dial = (id = callId, config: LineConfig = { kind: 'practice' }) =>
    line.dial(config, { callId: id, to: aNumber(), extension: '', callerId: '', ringSeconds: 60, digitPauseMs: 0 });
  return { line, phones, told, world, dial, liveIds: async () => (await line.liveCalls()).map((call) => call.callId) };
}

describe('the line', () => {
  it('rings once for the same call, even after it has ended', async () => {
    const { line, dial, phones } = setUp();
    await Promise.all([dial(), dial()]);
    await line.hangUp(callId);
    await dial();
    expect(phones[0]?.phone.dialed).toHaveLength(1);
  });

  it('refuses a second call while one is on, and takes it afterwards', async () => {
    const { line, dial } = setUp();
    await dial();
    await expect(dial(other)).rejects.toMatchObject({ code: 'call-in-progress' });
    await line.hangUp(callId);
    await dial(other);
    expect((await line.liveCalls()).map((call) => call.callId)).toEqual([other]);
  });

  it('is idle when there is no call, and the worker has heard of each end', async () => {
    const { line, dial, world } = setUp();
    expect(line.isIdle()).toBe(true);
    await dial();
    expect(line.isIdle()).toBe(false);
    world.unheard = [callId];
    await line.hangUp(callId);
    expect(line.isIdle()).toBe(false);
    world.unheard = [];
    expect(line.isIdle()).toBe(true);
  });

  it('tells that a call is still on, unless nobody listens, and no more once it has ended', async () => {
    const { line, dial, told, world } = setUp();
    line.tellStillLive();
    await dial();
    const before = told.length;
    line.tellStillLive();
    world.unheard = [callId];
    line.tellStillLive();
    world.unheard = [];
    expect(told.slice(before)).toEqual(['call-1 stillLive']);
    await line.hangUp(callId);
    const after = told.length;
    line.tellStillLive();
    expect(told).toHaveLength(after);
  });

  it('hangs up a call whose adapter is still being loaded', async () => {
    const { line, dial, told, world, liveIds } = setUp();
    const gate = Promise.withResolvers<void>();
    world.loading = gate.promise;
    const dialing = dial();
    const hangingUp = line.hangUp(callId);
    gate.resolve();
    await Promise.all([dialing, hangingUp]);
    expect(told.at(-1)).toBe('call-1 ended');
    expect(await liveIds()).toEqual([]);
  });

  it('dials the same call again after it was refused', async () => {
    const { dial, phones } = setUp();
    await dial(other);
    phones[0]?.phone.end('hungUpByPerson');
    phones[0]?.phone.refuseNextDial('microphone-denied');
    await expect(dial()).rejects.toMatchObject({ code: 'microphone-denied' });
    await dial();
    expect(phones[0]?.phone.current()).toBeDefined();
  });

  it('says line-failed when the adapter cannot be loaded, and loads it anew next time', async () => {
    const { dial, world, phones } = setUp();
    world.loadFails = true;
    await expect(dial()).rejects.toMatchObject({ code: 'line-failed' });
    world.loadFails = false;
    await dial();
    expect(phones).toHaveLength(1);
  });

  it('loads an adapter once, and puts it away when another line is chosen', async () => {
    const { line, dial, phones } = setUp();
    await dial();
    await line.hangUp(callId);
    await dial(other);
    await line.hangUp(other);
    await dial(aCallId('call-3'), SIP);
    expect(phones.map(({ config }) => config.kind)).toEqual(['practice', 'sip']);
    expect(phones[0]?.phone.isDisposed()).toBe(true);
  });

  it('passes commands on to the call, and hold only where the adapter can', async () => {
    const able = setUp();
    await able.dial();
    await able.line.mute(callId, true);
    await able.line.hold(callId, true);
    await able.line.sendDigits(callId, '12#');
    expect(able.phones[0]?.phone.current()).toMatchObject({ muted: true, held: true });
    expect(able.phones[0]?.phone.digits()).toBe('12#');

    const unable = setUp({ hold: false });
    await unable.dial();
    await unable.line.hold(callId, true);
    expect(unable.told).toEqual(['call-1 ringing']);
  });

  it('does nothing when nothing was ever dialed', async () => {
    const { line, told } = setUp();
    await line.hangUp(callId);
    await line.mute(callId, true);
    expect(told).toEqual([]);
    expect(await line.liveCalls()).toEqual([]);
  });

  it('tells of the live call with its packets and its last event', async () => {
    const { line, dial, phones } = setUp();
    await dial();
    phones[0]?.phone.answer();
    expect(await line.liveCalls()).toEqual([{ callId, lastSeq: 2, packetsSent: 50, packetsReceived: 50 }]);
  });

  it('still tells of a call whose end the worker has not heard', async () => {
    const { line, dial, world, liveIds } = setUp();
    await dial();
    world.unheard = [callId];
    await line.hangUp(callId);
    expect(await liveIds()).toEqual([callId]);
    world.unheard = [];
    expect(await liveIds()).toEqual([]);
  });

  it("passes an adapter's own refusal on unchanged", async () => {
    const line = createLine({
      choosePhone: () => Promise.reject(new DialerError('line-not-configured')),
      report: () => undefined,
      lastSeq: () => 0,
      unheard: () => [],
    });
    const dialing = line.dial(SIP, {
      callId,
      to: aNumber(),
      extension: '',
      callerId: '',
      ringSeconds: 60,
      digitPauseMs: 0,
    });
    await expect(dialing).rejects.toMatchObject({ code: 'line-not-configured' });
    expect(await line.liveCalls()).toEqual([]);
  });
});
