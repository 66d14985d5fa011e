import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call, waitForCallState } from '../support/browser/rep.ts';
import { until } from '../support/browser/until.ts';
import { ALL, cutFor, QUICK } from './cuts.ts';
import { listenThere } from './near-end.ts';
import { NEAR_TONE } from './phone-system.ts';
import { startSipRep, type SipRep } from './sip-rep.ts';
import { stepsOf } from './steps.ts';

const CELLS = process.env['LOFTLINE_CUTS'] === 'all' ? ALL : QUICK;
const cells = CELLS.map(([cut, seconds], index) => ({ cut, seconds, name: `Cut Nr${index + 1}` }));

/** Calls over a way that is cut. The callee is an echo: what the rep hears of their own tone has gone both ways. */
describe('a SIP call over a cut way', () => {
  let bench: SipRep;
  const figures: string[] = [];

  beforeAll(async () => {
    bench = await startSipRep({
      ...Object.fromEntries(cells.map(({ name }) => [name, '08'])),
      'First Call': '08',
      'Hung Up': '08',
      'Ring Out': '02',
      'Gone Long': '08',
    });
  });
  afterAll(async () => {
    console.info(figures.join('\n'));
    expect(await bench.stop()).toEqual([]);
  });

  const { putAway, end, hears, words } = stepsOf(() => bench.rep);
  /** Chrome tells that a network is back before anything is reached over it. */
  const tellOnline = async (): Promise<void> => {
    await (await bench.rep.loftline.offscreen()).evaluate(() => void dispatchEvent(new Event('online')));
  };
  const endedThere = (since: number): Promise<void> =>
    until('the far end to be told', () =>
      bench.system.softphone.events.slice(since).some(({ type }) => type === 'CALL_CLOSED'),
    );

  it('is opened, and listened to', async () => {
    await call(bench.rep.panel, 'First Call');
    await waitForCallState(bench.rep.panel, 'Connected');
    await listenThere(await bench.rep.loftline.offscreen());
    await end();
    await putAway();
  });

  it.each(cells)('$cut, $seconds s: repaired, and ended on both sides', async ({ cut, seconds, name }) => {
    await call(bench.rep.panel, name);
    await waitForCallState(bench.rep.panel, 'Connected');
    await hears(NEAR_TONE);
    const events = bench.system.softphone.events.length;
    await cutFor(bench.system, cut, seconds, async () => {
      await tellOnline();
      // What is left in the buffer for a second is still heard.
      if (cut.endsWith('sound') && seconds > 1) await hears(0);
    });
    const backAt = Date.now();
    await hears(NEAR_TONE);
    await waitForCallState(bench.rep.panel, 'Connected');
    figures.push(`${cut}, ${seconds} s: heard again ${Date.now() - backAt} ms after the way was back`);
    await end();
    expect(await words()).toContain('You hung up');
    await endedThere(events);
    await putAway();
  });

  it('hung up while the phone system is out of reach: the person is let go when it is back', async () => {
    await call(bench.rep.panel, 'Hung Up');
    await waitForCallState(bench.rep.panel, 'Connected');
    const events = bench.system.softphone.events.length;
    bench.system.gate.deafen();
    await end();
    bench.system.gate.reopen();
    await endedThere(events);
    await putAway();
  });

  it('cut while it rings: told as cut off, and it rings on for nobody', async () => {
    await call(bench.rep.panel, 'Ring Out');
    await waitForCallState(bench.rep.panel, 'Ringing');
    const events = bench.system.softphone.events.length;
    bench.system.gate.shut();
    await waitForCallState(bench.rep.panel, 'Call failed');
    expect(await words()).toContain('dropped');
    bench.system.gate.reopen();
    await endedThere(events);
    await putAway();
  });

  if (CELLS === ALL)
    it('given up after half a minute, and ended there once the way is back', async () => {
      await call(bench.rep.panel, 'Gone Long');
      await waitForCallState(bench.rep.panel, 'Connected');
      await hears(NEAR_TONE);
      const events = bench.system.softphone.events.length;
      bench.system.mediaGate.shut();
      bench.system.gate.shut();
      await bench.rep.panel.waitForFunction(
        () => document.querySelector('.call-state')?.textContent === 'Call failed',
        {
          timeout: 45_000,
        },
      );
      expect(await words()).toContain('dropped');
      bench.system.mediaGate.reopen();
      bench.system.gate.reopen();
      await endedThere(events);
      await putAway();
    });
});
