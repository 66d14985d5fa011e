import type { Row, Team, User } from '../rows.ts';
import { put, type World } from '../world.ts';
import { aDisposition, aSentiment, aTeam, theRep } from './team.ts';

export const DISPOSITIONS = ['Connected', 'No Answer', 'Left Voicemail', 'Busy', 'Gatekeeper', 'Wrong Number'];
export const SENTIMENTS = ['Interested', 'Neutral', 'Not Interested'];

export const CLIENT_ID = 'loftline-demo-client';
export const CLIENT_SECRET = 'loftline-demo-secret';

export const DIALER_SCOPES = [
  'team:read',
  'people:read',
  'accounts:read',
  'cadences:read',
  'tasks:read',
  'tasks:write',
  'calls:read',
  'calls:write',
  'activities:read',
  'notes:read',
  'notes:write',
  'crm:read',
];

export type WorldFacts = {
  readonly team?: Team;
  readonly rep?: User;
  readonly dispositions?: readonly string[];
  readonly sentiments?: readonly string[];
};

/** A team with its rep, dispositions and sentiments, and nothing to do yet. */
export function emptyWorld(facts: WorldFacts = {}): World {
  const rep = facts.rep ?? theRep();
  const world: World = {
    team: facts.team ?? aTeam(),
    app: {
      clientId: CLIENT_ID,
      clientSecret: CLIENT_SECRET,
      name: 'Loftline',
      redirectUris: [],
      scopes: [...DIALER_SCOPES],
      requireClientSecret: false,
      remembersApproval: false,
    },
    rules: {
      pointsPerWindow: 600,
      windowMs: 60_000,
      accessTokenSeconds: 7200,
      checksPkce: true,
      listsCadenceTasks: true,
      voiceLinks: false,
      repeatedTaskKey: 'same task',
      listsWithoutPaging: [],
      requiredCrmFields: [],
    },
    signedInUserId: rep.id,
    users: new Map(),
    people: new Map(),
    accounts: new Map(),
    cadences: new Map(),
    steps: new Map(),
    callInstructions: new Map(),
    actions: new Map(),
    tasks: new Map(),
    memberships: new Map(),
    dispositions: new Map(),
    sentiments: new Map(),
    calls: new Map(),
    notes: new Map(),
    numberAssignments: new Map(),
    crmFields: new Map(),
  };
  const names = [
    ...(facts.dispositions ?? DISPOSITIONS).map(aDisposition),
    ...(facts.sentiments ?? SENTIMENTS).map(aSentiment),
  ];
  return put(world, rep, ...names);
}

/** A team whose tables hold the given rows and all that these need: `aWorld(anAction({ person: aPerson() }))`. */
export function aWorld(...rows: readonly Row[]): World {
  return put(emptyWorld(), ...rows);
}
