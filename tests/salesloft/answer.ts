import type { ServerResponse } from 'node:http';

/** What goes back: an answer, the first half of one, or a cut connection. */
export type Answer =
  | {
      readonly kind: 'reply';
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
    }
  | {
      readonly kind: 'torn';
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
    }
  | { readonly kind: 'cut' };

export type Reply = Extract<Answer, { kind: 'reply' }>;

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };
const HTML_TYPE = { 'content-type': 'text/html; charset=utf-8' };

/** `hidden` facts of a row stay inside. */
export function json(status: number, value: unknown): Reply {
  const body = JSON.stringify(value, (key, inner: unknown) => (key === 'hidden' ? undefined : inner));
  return { kind: 'reply', status, headers: JSON_TYPE, body };
}

export function html(status: number, body: string): Reply {
  return { kind: 'reply', status, headers: HTML_TYPE, body };
}

export function typed(contentType: string, body: string): Reply {
  return { kind: 'reply', status: 200, headers: { 'content-type': contentType, 'cache-control': 'no-store' }, body };
}

export function redirect(location: string): Reply {
  return { kind: 'reply', status: 302, headers: { location, 'cache-control': 'no-store' }, body: '' };
}

export function empty(status: number): Reply {
  return { kind: 'reply', status, headers: {}, body: '' };
}

export const CUT: Answer = { kind: 'cut' };

export function statusOf(answer: Answer): number {
  return answer.kind === 'cut' ? 0 : answer.status;
}

export function withHeaders(answer: Answer, headers: Readonly<Record<string, string>>): Answer {
  if (answer.kind === 'cut') return answer;
  return { ...answer, headers: { ...answer.headers, ...headers } };
}

/** Writes an answer; the promise of a whole body is kept only by a whole reply. */
export function send(answer: Answer, outgoing: ServerResponse): void {
  if (outgoing.destroyed) return;
  if (answer.kind === 'cut') {
    outgoing.destroy();
    return;
  }
  const bytes = Buffer.from(answer.body, 'utf8');
  const length = answer.status === 204 ? {} : { 'content-length': String(bytes.length) };
  outgoing.writeHead(answer.status, { ...answer.headers, ...length });
  if (answer.kind === 'reply') {
    outgoing.end(bytes);
    return;
  }
  outgoing.write(bytes.subarray(0, bytes.length / 2), () => outgoing.destroy());
}
