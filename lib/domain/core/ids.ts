/** Branded identifiers. Salesloft's numeric ids are kept as decimal text: nothing is lost above 2^53. */
declare const brand: unique symbol;
type Branded<Base, Name extends string> = Base & { readonly [brand]: Name };

/** UUIDv7 made by Loftline before it dials. */
export type CallId = Branded<string, 'CallId'>;
/** One call log in the outbox; UUIDv7. */
export type EntryId = Branded<string, 'EntryId'>;
/** One open page of ours; UUID. */
export type PersonId = Branded<string, 'PersonId'>;
export type AccountId = Branded<string, 'AccountId'>;
export type CadenceId = Branded<string, 'CadenceId'>;
export type StepId = Branded<string, 'StepId'>;
export type ActionId = Branded<string, 'ActionId'>;
export type TaskId = Branded<string, 'TaskId'>;
/** The rep's Salesloft guid: what actions and calls filter by. */
export type UserGuid = Branded<string, 'UserGuid'>;
/** A number as `+` and digits, at most 15 of them (ITU-T E.164). */
export type E164 = Branded<string, 'E164'>;

/** Makes a branded id of text already known to be one; the edges and the id generator call this. */
export function asId<Id extends string>(text: string): Id {
  return text as Id;
}
