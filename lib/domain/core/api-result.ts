/** How a request to Salesloft failed, as far as that can be known. */
export type ApiFailure = {
  /**
   * `notSent`: known offline, or no token to be had, before anything left. `http`: Salesloft answered with an error status.
   * `noAnswer`: time-out or a broken connection: it may or may not have arrived. `broken`: an answer that is not
   * the promised JSON, a captive portal's page for example: as unknown as none.
   */
  readonly kind: 'notSent' | 'http' | 'noAnswer' | 'broken';
  readonly code:
    | 'offline'
    | 'not-signed-in'
    | 'salesloft-timeout'
    | 'salesloft-unreachable'
    | 'salesloft-broken-answer'
    | 'salesloft-error'
    | 'permission-missing'
    | 'not-found'
    | 'rate-limited'
    | 'refused';
  /** HTTP status; 0 when there was none. */
  readonly status: number;
  /** A 422's refusals by field, in Salesloft's words; empty otherwise. */
  readonly fields: Readonly<Record<string, readonly string[]>>;
  /** Salesloft's words as received, plain text, at most 500 characters; empty when there are none. */
  readonly words: string;
  /** Seconds from a Retry-After header; 0 when there was none. */
  readonly retryAfterSeconds: number;
};

export type ApiResult<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly failure: ApiFailure };

/** A call as Salesloft keeps it; from its list of calls. */
export type LoggedCall = {
  readonly loggedCallId: string;
  readonly personId: string;
  readonly to: string;
  readonly duration: number;
  readonly disposition: string;
  readonly sentiment: string;
  /** Ids of what it completed; empty when nothing. */
  readonly actionId: string;
  readonly taskId: string;
  readonly noteId: string;
  /** ms since the epoch, Salesloft's clock. */
  readonly createdAt: number;
};
