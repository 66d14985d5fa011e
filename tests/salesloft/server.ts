import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { CUT, send, statusOf, withHeaders, type Answer } from './answer.ts';
import { makeBudget } from './budget.ts';
import { aWorld } from './builders/world.ts';
import { makeCertificate } from './certificate.ts';
import { answerHost } from './hosts.ts';
import { emptyJournal, type RecordedRequest } from './journal.ts';
import { addGrant, emptyGrants, issueTokens } from './oauth/grants.ts';
import { readRequest, type SalesloftRequest } from './request.ts';
import { isActive, type Scenario } from './scenarios/scenario.ts';
import type { Id } from './wire.ts';
import type { World } from './world.ts';

export type SalesloftOptions = {
  /** Any free one when left out. */
  readonly port?: number;
  readonly world?: World;
  readonly scenarios?: readonly Scenario[];
  /** False: every connection ends with its answer, so that no browser has one to send a lost request on again. */
  readonly keepsConnections?: boolean;
  /** ms since the epoch; the machine's clock when left out. */
  readonly clock?: () => number;
};

/** A Salesloft on 127.0.0.1: accounts, API and web application behind one TLS port, told apart by the Host header. */
export type Salesloft = {
  readonly port: number;
  readonly world: World;
  /** Every request since the start or the last `resetLog`, in order. */
  readonly requests: readonly RecordedRequest[];
  /** Every way in which a request left the contract, in words; none is what a test wants. */
  readonly violations: readonly string[];
  /** Puts a scenario into force; the last one put in force is the outermost. */
  readonly bend: <S extends Scenario>(scenario: S) => S;
  /** Lifts one, or all. */
  readonly unbend: (scenario?: Scenario) => void;
  /** Points the team paid since the start or the last `resetLog`. */
  readonly pointsSpent: () => number;
  readonly resetLog: () => void;
  /** A token without the way through the authorize page. */
  readonly issueToken: (facts?: { readonly userId?: Id; readonly scopes?: readonly string[] }) => string;
  readonly expireAccessTokens: () => void;
  /** As if the rep or an admin had taken back every grant. */
  readonly revokeGrants: () => void;
  readonly stop: () => Promise<void>;
};

export async function startSalesloft(options: SalesloftOptions = {}): Promise<Salesloft> {
  const clock = options.clock ?? Date.now;
  const world = options.world ?? aWorld();
  const grants = emptyGrants();
  const budget = makeBudget(() => world.rules, clock);
  const { requests, violations } = emptyJournal();
  const scenarios: Scenario[] = [];

  const answerTruly = (request: SalesloftRequest, record: RecordedRequest): Promise<Answer> => {
    const complain = (words: string): void => void violations.push(words);
    const { answer, points } = answerHost(request, { world, grants, budget, now: clock(), complain });
    record.points += points;
    return Promise.resolve(answer);
  };

  const answer = (request: SalesloftRequest, record: RecordedRequest): Promise<Answer> => {
    let next = (given: SalesloftRequest): Promise<Answer> => answerTruly(given, record);
    for (const scenario of scenarios.filter((one) => one.isFor(request) && isActive(one, clock()))) {
      const inner = next;
      const bite = (): void => void (scenario.bites += 1);
      next = async (given) => scenario.bend(given, (changed = given) => inner(changed), { world, now: clock(), bite });
    }
    return next(request);
  };

  const listener = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const request = await readRequest(incoming, outgoing, clock);
    const { host, method, path, query, body, headers, at } = request;
    const record: RecordedRequest = { host, method, path, query, body, headers, at, status: 0, points: 0 };
    requests.push(record);
    const given = await answer(request, record);
    record.status = outgoing.destroyed ? 0 : statusOf(given);
    const closing = options.keepsConnections === false ? { connection: 'close' } : {};
    send(withHeaders(given, { date: new Date(clock()).toUTCString(), ...closing }), outgoing);
  };

  const server = createServer(await makeCertificate(), (incoming, outgoing) => {
    listener(incoming, outgoing).catch((trouble: unknown) => {
      // A client that leaves in mid-body is no fault of ours; anything else must be seen.
      if (!incoming.destroyed || incoming.complete) violations.push(`the simulator failed: ${String(trouble)}`);
      send(CUT, outgoing);
    });
  });
  server.on('connection', (socket: Socket) => {
    const offline = scenarios.find((one) => one.refusesConnections && isActive(one, clock()));
    if (!offline) return;
    offline.bites += 1;
    socket.destroy();
  });

  const bend: Salesloft['bend'] = (scenario) => {
    scenario.startedAt = clock();
    scenarios.push(scenario);
    return scenario;
  };
  for (const scenario of options.scenarios ?? []) bend(scenario);
  await listen(server, options.port ?? 0);
  return {
    port: (server.address() as AddressInfo).port,
    world,
    requests,
    violations,
    bend,
    unbend: (scenario) => {
      scenarios.splice(0, scenarios.length, ...scenarios.filter((one) => scenario !== undefined && one !== scenario));
    },
    pointsSpent: () => requests.reduce((sum, { points }) => sum + points, 0),
    resetLog: () => {
      requests.length = 0;
      violations.length = 0;
    },
    issueToken: ({ userId = world.signedInUserId, scopes = world.app.scopes } = {}) =>
      issueTokens(grants, addGrant(grants, userId, scopes), clock() + world.rules.accessTokenSeconds * 1000)
        .accessToken,
    expireAccessTokens: () => {
      for (const token of grants.accessTokens.values()) token.expiresAt = clock();
    },
    revokeGrants: () => {
      for (const grant of grants.all) grant.isRevoked = true;
    },
    stop: () => stop(server),
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
