/** Every failure a person may be told of. Pages choose the sentence by code: the message `error_<code>`, dashes as `_`. */
export const ERROR_CODES = [
  // sign-in
  'client-id-missing',
  'client-unknown',
  'sign-in-busy',
  'sign-in-closed',
  'sign-in-denied',
  'sign-in-mismatch',
  'sign-in-too-slow',
  'sign-in-refused',
  'sign-in-expired',
  'not-signed-in',
  'policy-secret-unprotected',
  'gateway-not-allowed',
  // Salesloft
  'offline',
  'salesloft-unreachable',
  'salesloft-timeout',
  'salesloft-broken-answer',
  'salesloft-error',
  'permission-missing',
  'not-found',
  'rate-limited',
  'refused',
  // calling
  'call-in-progress',
  'wrap-up-open',
  'call-unknown',
  'number-not-on-record',
  'number-undialable',
  'number-unreadable',
  'transfer-refused',
  'blocked-by-guard',
  'lease-lost',
  'microphone-not-granted',
  'microphone-denied',
  'microphone-missing',
  'microphone-busy',
  'line-failed',
  'line-not-configured',
  'line-unreachable',
  'line-credentials-refused',
  'line-refused',
  'recording-off',
  'recording-forbidden',
  'recording-unknown',
  'twilio-token-unreachable',
  'twilio-token-refused',
  'twilio-unreachable',
  'twilio-refused',
  // logging
  'disposition-missing',
  'sentiment-missing',
  'already-logged',
  'entry-unknown',
  'entry-not-editable',
  // settings and storage
  'setting-invalid',
  'setting-locked',
  'storage-full',
  'storage-failed',
  'storage-newer',
  'storage-blocked',
  // program
  'date-not-later',
  'input-unreadable',
  'answer-lost',
  'reload-needed',
  'not-allowed',
  'unexpected',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** Thrown inside one context; only its code crosses to another. */
export class DialerError extends Error {
  override readonly name = 'DialerError';
  readonly code: ErrorCode;
  /** In Salesloft's or the provider's own words, never translated; empty when there is none. */
  readonly detail: string;

  constructor(code: ErrorCode, detail = '') {
    super(detail === '' ? code : `${code}: ${detail}`);
    this.code = code;
    this.detail = detail;
  }
}

/** Makes the compiler prove that a switch is complete. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${String(value)}`);
}
