import type { Answer } from '../answer.ts';
import type { SalesloftRequest } from '../request.ts';
import type { World } from '../world.ts';

/** Which requests a scenario is for, and how often. */
export type Aim = {
  /** `POST /v2/activities/calls`, `* /v2/people/*`; `*` stands for anything. What it is when left out, each scenario says. */
  readonly on?: string;
  /** Bites at most so often; without end when left out. */
  readonly times?: number;
  /** Ends so many ms after it began, by the simulator's clock. */
  readonly forMs?: number;
};

export type Surroundings = {
  readonly world: World;
  readonly now: number;
  /** Counts a bite: the scenario really changed something. */
  readonly bite: () => void;
};

/** What happens around an answer: `next` makes the true one. */
export type Bend = (
  request: SalesloftRequest,
  next: (request?: SalesloftRequest) => Promise<Answer>,
  around: Surroundings,
) => Promise<Answer> | Answer;

/** One way in which Salesloft or the network misbehaves. A run in which it never bit proves nothing. */
export type Scenario = {
  readonly name: string;
  readonly aim: Aim;
  readonly isFor: (request: SalesloftRequest) => boolean;
  readonly bend: Bend;
  /** Connections are closed as soon as they open. */
  readonly refusesConnections: boolean;
  bites: number;
  /** Set when it is put into force. */
  startedAt: number;
};

export function scenario(name: string, aim: Aim, bend: Bend, usualAim = '* /v2/*'): Scenario {
  const isFor = matcher(aim.on ?? usualAim);
  return { name, aim, isFor, bend, refusesConnections: false, bites: 0, startedAt: 0 };
}

function matcher(pattern: string): (request: SalesloftRequest) => boolean {
  const escaped = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '.*');
  const expression = new RegExp(`^${escaped}$`);
  return ({ method, path }) => expression.test(`${method} ${path}`);
}

/** Still in force. */
export function isActive({ aim, bites, startedAt }: Scenario, now: number): boolean {
  if (aim.times !== undefined && bites >= aim.times) return false;
  return aim.forMs === undefined || now < startedAt + aim.forMs;
}

/** Real time: the client at the other end waits in it. */
export function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
