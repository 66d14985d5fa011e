import type { Salesloft } from '@/tests/salesloft/server';
import { fetchFrom } from '@/tests/salesloft/fetch';
import { reach } from './life';
import type { Dice } from './random';

const TIMEOUT_MS = 20_000;

export type Fault =
  | 'lost before'
  | 'lost after'
  | '500 after'
  | 'HTML'
  | 'cut JSON'
  | 'silence before'
  | 'silence after'
  | 'late commit'
  | '429'
  | '503';

const OF_A_LOG: readonly Fault[] = [
  'lost before',
  'lost after',
  '500 after',
  'HTML',
  'cut JSON',
  'silence before',
  'silence after',
  'late commit',
  '429',
];
const OF_A_READING: readonly Fault[] = ['lost before', 'lost after', 'HTML', 'silence before', '429', '503'];
const OF_A_RENEWAL: readonly Fault[] = ['lost before', 'lost after', '503'];

export type Network = {
  readonly fetch: typeof fetch;
  readonly bites: Map<Fault, number>;
  /** How many of a hundred requests go wrong. */
  readonly faults: { logs: number; readings: number; renewals: number };
  /** Sends what was held back on its way and should have arrived by now. */
  readonly land: () => Promise<void>;
};

/** The way to Salesloft, with what can happen on it. `wait` moves the clock on. */
export function createNetwork(salesloft: Salesloft, dice: Dice, wait: (ms: number) => void): Network {
  const toSalesloft = fetchFrom(salesloft);
  const bites = new Map<Fault, number>();
  const late: { readonly at: number; readonly send: () => Promise<unknown> }[] = [];
  const faults = { logs: 0, readings: 0, renewals: 0 };

  let landing = Promise.resolve();
  const landDue = async (): Promise<void> => {
    const due = late.filter(({ at }) => at <= Date.now());
    late.splice(0, late.length, ...late.filter(({ at }) => at > Date.now()));
    for (const { send: sendLate } of due) await sendLate();
  };
  const land = (): Promise<void> => (landing = landing.then(landDue));

  const send = async (request: Request): Promise<Response> => {
    // The clock may have leapt while somebody waited in vain: what was due in between is there before what leaves now.
    await land();
    const fault = faultFor(request);
    if (!fault) return toSalesloft(request);
    bites.set(fault, (bites.get(fault) ?? 0) + 1);
    return suffer(fault, request);
  };

  const faultFor = ({ url, method }: Request): Fault | undefined => {
    const { pathname } = new URL(url);
    if (pathname.endsWith('/token')) return dice.chance(faults.renewals) ? dice.pick(OF_A_RENEWAL) : undefined;
    if (method === 'GET') return dice.chance(faults.readings) ? dice.pick(OF_A_READING) : undefined;
    if (!pathname.endsWith('/activities/calls')) return undefined;
    return dice.chance(faults.logs) ? dice.pick(OF_A_LOG) : undefined;
  };

  const suffer = async (fault: Fault, request: Request): Promise<Response> => {
    switch (fault) {
      case 'lost before':
        throw new TypeError('Failed to fetch');
      case 'lost after':
        await toSalesloft(request);
        throw new TypeError('Failed to fetch');
      case '500 after':
        await toSalesloft(request);
        return new Response('<html>Internal Server Error</html>', { status: 500 });
      case 'HTML':
        return new Response('<html>Welcome to the hotel</html>', { status: 200 });
      case 'cut JSON': {
        const text = await (await toSalesloft(request)).text();
        return new Response(text.slice(0, text.length / 2), { status: 200 });
      }
      case 'silence before':
        wait(TIMEOUT_MS);
        throw new DOMException('signal timed out', 'TimeoutError');
      case 'silence after':
        await toSalesloft(request);
        wait(TIMEOUT_MS);
        throw new DOMException('signal timed out', 'TimeoutError');
      case 'late commit': {
        // Within the settling time: what comes later than that is the documented hole of logs that nothing guards.
        const copy = request.clone();
        late.push({ at: Date.now() + dice.between(1, 60) * 1_000, send: () => toSalesloft(copy) });
        wait(TIMEOUT_MS);
        throw new DOMException('signal timed out', 'TimeoutError');
      }
      case '429':
        return Response.json({ error: 'Rate limit exceeded' }, { status: 429 });
      case '503':
        return new Response('<html>Service Unavailable</html>', { status: 503 });
    }
  };

  return {
    fetch: (input, init) => reach(() => send(new Request(input, init))),
    bites,
    faults,
    land,
  };
}
