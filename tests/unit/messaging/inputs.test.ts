import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { BUILD } from '@/lib/messaging/build';
import type { Reply } from '@/lib/messaging/envelope';
import { readInput } from '@/lib/messaging/inputs';
import type { WorkerMessage, WorkerProtocol } from '@/lib/messaging/protocol';
import { ruleOf } from '@/lib/messaging/rules';
import { OVERLAY_ORIGIN } from '@/lib/messaging/sender';
import { serve, type Handlers } from '@/lib/messaging/serve';
import { SAMPLES } from '@/tests/support/builders/inputs';

const TYPES = Object.keys(SAMPLES) as WorkerMessage[];
const RUNS = 1_000;

/** The broker as the worker starts it, over handlers that only write down what reached them. */
function startBroker() {
  const reached: unknown[] = [];
  const bugs: unknown[] = [];
  const add = vi.spyOn(fakeBrowser.runtime.onMessage, 'addListener');
  const handlers = Object.fromEntries(TYPES.map((type) => [type, (input: unknown) => void reached.push(input)]));
  serve<WorkerProtocol>('worker', handlers as unknown as Handlers<WorkerProtocol>, {
    readInput,
    mayAct: () => Promise.resolve(true),
    onBug: (_where, error) => bugs.push(error),
  });
  const listener = add.mock.calls[0]?.[0] as unknown as (
    message: unknown,
    sender: unknown,
    respond: (reply: Reply) => void,
  ) => boolean;
  const origin = fakeBrowser.runtime.getURL('/').replace(/\/$/, '');
  const SENDERS = {
    worker: { url: `${origin}/background.js`, origin },
    surface: { url: `${origin}/sidepanel.html`, origin },
    phone: { url: `${origin}/offscreen.html`, origin },
    overlay: { origin: OVERLAY_ORIGIN, url: OVERLAY_ORIGIN },
  };
  const ask = (type: WorkerMessage, input: unknown): Promise<Reply> =>
    new Promise((resolve) => {
      const { from } = ruleOf('worker', type) ?? { from: 'worker' };
      const sender = { ...SENDERS[from], id: fakeBrowser.runtime.id };
      if (!listener({ loftline: 'worker', type, input, build: BUILD }, sender, resolve)) throw new Error('no answer');
    });
  return { ask, reached, bugs };
}

/** The sample with anything at all in the place of one of its values, or of the whole. */
function spoilt(sample: unknown): fc.Arbitrary<unknown> {
  const anything = fc.oneof(
    { arbitrary: fc.anything(), weight: 20 },
    { arbitrary: fc.jsonValue(), weight: 20 },
    { arbitrary: fc.constant('x'.repeat(200_000)), weight: 1 },
  );
  const places = placesIn(sample);
  return fc.tuple(fc.constantFrom(...places), anything).map(([place, value]) => put(sample, place, value));
}

function placesIn(value: unknown): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [[]];
  return [[], ...Object.entries(value).flatMap(([name, inner]) => placesIn(inner).map((place) => [name, ...place]))];
}

function put(into: unknown, [name, ...rest]: readonly string[], value: unknown): unknown {
  if (name === undefined) return value;
  const copy = structuredClone(into) as Record<string, unknown>;
  copy[name] = put(copy[name], rest, value);
  return copy;
}

it.each(TYPES)('lets %s pass as it should be', (type) => {
  expect(readInput(type, JSON.parse(JSON.stringify(SAMPLES[type])))).toEqual(SAMPLES[type]);
});

it.each(TYPES)(
  'answers whatever comes with %s, and lets nothing through but what its type says',
  async (type) => {
    const { ask, reached, bugs } = startBroker();
    await fc.assert(
      fc.asyncProperty(spoilt(SAMPLES[type]), async (given) => {
        reached.length = 0;
        const reply = await ask(type, given);
        if (reply.ok) expect(readInput(type, reached[0])).toEqual(reached[0]);
        else expect([reply.code, reached]).toEqual(['input-unreadable', []]);
      }),
      { numRuns: RUNS },
    );
    expect(bugs).toEqual([]);
  },
  30_000,
);

const proto = JSON.parse('{"__proto__":{"isAdmin":true}}') as object;

it.each<[WorkerMessage, unknown]>([
  ['dialSession.start', { plan: 'action:1' }],
  ['dialSession.start', { plan: { length: 1, 0: 'action:1' } }],
  ['dialSession.start', { plan: [1] }],
  ['dialSession.start', { plan: Array.from({ length: 20_001 }, (_, place) => `action:${place}`) }],
  ['dialSession.start', Object.assign(Object.create({ plan: ['action:1'] }) as object, {})],
  ['dialSession.skip', { workId: 'a'.repeat(101), reason: 'not-now' }],
  ['dialSession.skip', { workId: 'action:1', reason: 'constructor' }],
  ['wrapUp.saveDraft', put(SAMPLES['wrapUp.saveDraft'], ['draft', 'notes'], 'x'.repeat(100_001))],
  ['wrapUp.submit', put(SAMPLES['wrapUp.submit'], ['draft'], null)],
  ['call.place', put(SAMPLES['call.place'], ['to'], '911')],
  ['call.place', put(SAMPLES['call.place'], ['source', 'kind'], '__proto__')],
  ['call.place', put(SAMPLES['call.place'], ['overrides'], ['anything'])],
  ['call.progressed', put(SAMPLES['call.progressed'], ['seq'], null)],
  ['call.progressed', put(SAMPLES['call.progressed'], ['event'], { kind: 'connected', answeredBy: 'nobody' })],
  ['call.tellWhoAnswered', { callId: 'call-1', answeredBy: 'constructor' }],
  ['settings.save', { key: 'logging.retries', value: 'x'.repeat(1_000_001) }],
  ['settings.save', { key: 'logging.retries' }],
  ['signIn.disconnect', {}],
  ['outbox.list', []],
  ['storage.export', null],
])('refuses %s spoilt, case %#', (type, given) => {
  expect(() => readInput(type, given)).toThrow('input-unreadable');
});

it('keeps nothing beside the fields, and no prototype', () => {
  const read = readInput('settings.save', { key: 'logging.outcomes', value: { list: [proto] }, more: 1 });
  expect(read).toEqual({ key: 'logging.outcomes', value: { list: [{}] } });
  expect(JSON.stringify(readInput('lease.release', { surfaceId: 's', ...proto }))).toBe('{"surfaceId":"s"}');
});

it('refuses what is nested without end', () => {
  const round: unknown[] = [];
  round.push(round);
  expect(() => readInput('settings.save', { key: 'logging.outcomes', value: round })).toThrow('input-unreadable');
});

it('knows no message of another name', () => {
  for (const type of ['constructor', '__proto__', 'no.such']) expect(() => readInput(type, {})).toThrow();
});
