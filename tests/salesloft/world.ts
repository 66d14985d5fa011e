import type * as rows from './rows.ts';
import type { Id } from './wire.ts';

type Table<R> = Map<string, R>;

/** What the customer's admin registered at Salesloft. */
export type OauthApp = {
  clientId: string;
  clientSecret: string;
  name: string;
  /** Exact addresses; empty: any `https://<extension id>.chromiumapp.org/...`. */
  redirectUris: string[];
  scopes: string[];
  /** Salesloft as documented wants the secret; off by default, because the extension has none of its own. */
  requireClientSecret: boolean;
  /** A rep who accepted once is not shown the screen again. */
  remembersApproval: boolean;
};

/** Where Salesloft's behaviour is open, or differs between teams. */
export type Rules = {
  pointsPerWindow: number;
  windowMs: number;
  accessTokenSeconds: number;
  /** Whether a PKCE challenge is checked, as Salesloft's other endpoints do, or passed over. */
  checksPkce: boolean;
  /** Whether due cadence steps are in /tasks without being asked for by `source[]`. */
  listsCadenceTasks: boolean;
  /** Salesloft's own dialer is switched off: its numbers are links for an outside one. */
  voiceLinks: boolean;
  /** What a repeated idempotency key answers. */
  repeatedTaskKey: 'same task' | 'refused';
  /** Lists whose metadata has no `paging`, by the last part of their path. */
  listsWithoutPaging: string[];
  /** CRM fields a call must carry in `crm_params`. */
  requiredCrmFields: string[];
};

/** One Salesloft team with all it holds. Live and mutable: a test changes it as somebody in Salesloft would. */
export type World = {
  team: rows.Team;
  app: OauthApp;
  rules: Rules;
  /** Who is signed in to Salesloft in this browser, and so who authorizes. */
  signedInUserId: Id;
  users: Table<rows.User>;
  people: Table<rows.Person>;
  accounts: Table<rows.Account>;
  cadences: Table<rows.Cadence>;
  steps: Table<rows.Step>;
  callInstructions: Table<rows.CallInstructions>;
  actions: Table<rows.Action>;
  tasks: Table<rows.Task>;
  memberships: Table<rows.Membership>;
  dispositions: Table<rows.Disposition>;
  sentiments: Table<rows.Sentiment>;
  calls: Table<rows.Call>;
  notes: Table<rows.Note>;
  numberAssignments: Table<rows.NumberAssignment>;
  crmFields: Table<rows.CrmField>;
};

/** Puts rows into their tables, with the rows they need beside them; what is there already stays. */
export function put(world: World, ...added: readonly rows.Row[]): World {
  for (const row of added) {
    const table = world[row.hidden.table] as Table<rows.Row>;
    if (table.has(String(row.id))) continue;
    table.set(String(row.id), row);
    put(world, ...row.hidden.brings);
  }
  return world;
}

export function signedInUser(world: World): rows.User {
  const user = world.users.get(String(world.signedInUserId));
  if (!user) throw new Error(`Nobody has the id ${world.signedInUserId} in this world.`);
  return user;
}
