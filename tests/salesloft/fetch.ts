import { request as ask } from 'node:https';

/** A redirect is handed back as it came, unless `redirect: 'error'` forbids it. */
const NO_BODY = new Set([204, 304]);

/** `fetch` for tests in Node: every host is led to the simulator, its certificate is taken as it is. */
export function fetchFrom(salesloft: { readonly port: number }): typeof fetch {
  return async (input, init) => {
    const wanted = new Request(input, init);
    const body = Buffer.from(await wanted.arrayBuffer());
    const url = new URL(wanted.url);
    return new Promise((resolve, reject) => {
      const outgoing = ask({
        host: '127.0.0.1',
        port: salesloft.port,
        method: wanted.method,
        path: `${url.pathname}${url.search}`,
        headers: { ...Object.fromEntries(wanted.headers), host: url.host, 'content-length': body.length },
        rejectUnauthorized: false,
        agent: false,
      });
      const fail = (): void => reject(new TypeError('Failed to fetch'));
      const abort = (): void => {
        reject(wanted.signal.reason as Error);
        outgoing.destroy();
      };
      wanted.signal.addEventListener('abort', abort, { once: true });
      outgoing.on('error', fail);
      outgoing.on('response', (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('error', fail);
        incoming.on('end', () => {
          wanted.signal.removeEventListener('abort', abort);
          const status = incoming.statusCode ?? 0;
          if (status >= 300 && status < 400 && wanted.redirect === 'error') return fail();
          const headers = Object.entries(incoming.headers).map(([name, value]): [string, string] => [
            name,
            String(value),
          ]);
          resolve(new Response(NO_BODY.has(status) ? null : Buffer.concat(chunks), { status, headers }));
        });
      });
      if (wanted.signal.aborted) return abort();
      outgoing.end(body);
    });
  };
}
