/** One request with how it ended; `status` is 0 when no answer left. */
export type RecordedRequest = {
  readonly host: string;
  readonly method: string;
  readonly path: string;
  readonly query: readonly (readonly [string, string])[];
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly at: number;
  status: number;
  points: number;
};

/** A request outside the contract, in words: `GET /v2/tasks: type is no parameter: it is ignored`. */
export type Journal = {
  readonly requests: RecordedRequest[];
  readonly violations: string[];
};

export function emptyJournal(): Journal {
  return { requests: [], violations: [] };
}
