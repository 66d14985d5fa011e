import type { IncomingMessage, ServerResponse } from 'node:http';

/** One request as it came in. */
export type SalesloftRequest = {
  readonly host: string;
  readonly method: string;
  /** Without the query, and without the old `.json` ending. */
  readonly path: string;
  /** In the order sent, names as written: `user_id[]`, `due_on[lte]`. */
  readonly query: readonly (readonly [string, string])[];
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** ms since the epoch, by the simulator's clock. */
  readonly at: number;
  /** Settles when the client has gone without an answer. */
  readonly gone: Promise<void>;
};

/** Reads a request to its end; rejects when the client leaves before. */
export async function readRequest(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  clock: () => number,
): Promise<SalesloftRequest> {
  const at = clock();
  const gone = new Promise<void>((resolve) => {
    outgoing.once('close', () => {
      if (!outgoing.writableFinished) resolve();
    });
  });
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(incoming.headers)) headers[name] = String(value);
  const host = (headers['host'] ?? '').replace(/:\d+$/, '').toLowerCase();
  const url = new URL(incoming.url ?? '/', `https://${host || 'nowhere.test'}`);
  return {
    host,
    method: incoming.method ?? 'GET',
    path: url.pathname.replace(/\.json$/, ''),
    query: [...url.searchParams],
    headers,
    body: Buffer.concat(chunks).toString('utf8'),
    at,
    gone,
  };
}

/** The fields of a form or JSON body as text; empty when it is neither. */
export function readFields(request: SalesloftRequest): Record<string, string> {
  if (!request.headers['content-type']?.includes('json')) return Object.fromEntries(new URLSearchParams(request.body));
  const fields: Record<string, string> = {};
  for (const [name, value] of Object.entries(readJson(request.body) ?? {})) {
    if (typeof value === 'string' || typeof value === 'number') fields[name] = String(value);
  }
  return fields;
}

/** A JSON object, or undefined when the text is none. */
export function readJson(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    return value as Record<string, unknown>;
  } catch {
    return undefined;
  }
}
