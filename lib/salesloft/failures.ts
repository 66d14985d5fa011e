import type { ApiFailure } from '@/lib/domain/core/api-result';

const WORDS_LIMIT = 500;
const NOTHING = { status: 0, fields: {}, words: '', retryAfterSeconds: 0 } as const;

export function notSent(code: ApiFailure['code']): ApiFailure {
  return { ...NOTHING, kind: 'notSent', code };
}

/** A request that threw: `fetch` cannot tell "never left" from "answer lost", so neither can we. */
export function fromThrown(error: unknown): ApiFailure {
  const isTimeout = error instanceof DOMException && (error.name === 'TimeoutError' || error.name === 'AbortError');
  return { ...NOTHING, kind: 'noAnswer', code: isTimeout ? 'salesloft-timeout' : 'salesloft-unreachable' };
}

/** A 2xx that is not the promised JSON: a captive portal's page, or an answer cut short. */
export function brokenAnswer(status: number): ApiFailure {
  return { ...NOTHING, kind: 'broken', code: 'salesloft-broken-answer', status };
}

/** An error status with its body, which may be `{error}`, `{errors: {field: [text]}}`, HTML, or anything else. */
export function fromStatus(response: Response, body: unknown): ApiFailure {
  const fields = readFields(body);
  return {
    kind: 'http',
    code: codeOf(response.status),
    status: response.status,
    fields,
    words: readWords(body, fields).slice(0, WORDS_LIMIT),
    retryAfterSeconds: readRetryAfter(response.headers.get('retry-after')),
  };
}

function codeOf(status: number): ApiFailure['code'] {
  switch (status) {
    case 401:
      return 'not-signed-in';
    case 403:
      return 'permission-missing';
    case 404:
    case 410:
      return 'not-found';
    case 422:
      return 'refused';
    case 429:
      return 'rate-limited';
    default:
      return status >= 400 && status < 500 ? 'refused' : 'salesloft-error';
  }
}

function readFields(body: unknown): Record<string, readonly string[]> {
  const errors = isRecord(body) ? body['errors'] : undefined;
  if (!isRecord(errors)) return {};
  return Object.fromEntries(
    Object.entries(errors).map(([field, texts]) => [
      field,
      (Array.isArray(texts) ? texts : [texts]).filter((text): text is string => typeof text === 'string'),
    ]),
  );
}

function readWords(body: unknown, fields: Record<string, readonly string[]>): string {
  const refusals = Object.entries(fields).map(([field, texts]) => `${field} ${texts.join(', ')}`);
  if (refusals.length > 0) return refusals.join('; ');
  const error = isRecord(body) ? (body['error'] ?? body['message']) : undefined;
  return typeof error === 'string' ? error : '';
}

function readRetryAfter(header: string | null): number {
  const seconds = Number(header ?? 0);
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds, 3_600) : 0;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
