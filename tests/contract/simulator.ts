import { afterEach } from 'vitest';
import { fetchFrom } from '@/tests/salesloft/fetch';
import { startSalesloft, type Salesloft, type SalesloftOptions } from '@/tests/salesloft/server';

export type Reply = { readonly status: number; readonly headers: Headers; readonly text: string; readonly json: Body };

/** As much of an answer as these tests look at. */
export type Body = {
  readonly data: { readonly [name: string]: unknown } & readonly { readonly [name: string]: unknown }[];
  readonly metadata: { readonly filtering: object; readonly paging?: { readonly [name: string]: unknown } };
  readonly error: string;
  readonly errors: { readonly [field: string]: readonly string[] };
  readonly access_token: string;
  readonly refresh_token: string;
  readonly expires_in: number;
};

export type Client = {
  readonly salesloft: Salesloft;
  readonly get: (path: string, token?: string) => Promise<Reply>;
  readonly post: (path: string, body: unknown, token?: string) => Promise<Reply>;
  readonly send: (url: string, init?: RequestInit) => Promise<Reply>;
};

const started: Salesloft[] = [];

afterEach(async () => {
  await Promise.all(started.splice(0).map((salesloft) => salesloft.stop()));
});

/** A simulator with the rep signed in; stopped after the test. */
export async function start(options: SalesloftOptions = {}): Promise<Client> {
  const salesloft = await startSalesloft(options);
  started.push(salesloft);
  const fetch = fetchFrom(salesloft);
  const usual = salesloft.issueToken();
  const send = async (url: string, init?: RequestInit): Promise<Reply> => {
    const response = await fetch(url, { redirect: 'manual', ...init });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      text,
      json: (isJson(text) ? JSON.parse(text) : {}) as Body,
    };
  };
  const api = (path: string): string => `https://api.salesloft.com/v2/${path}`;
  return {
    salesloft,
    send,
    get: (path, token = usual) => send(api(path), { headers: { authorization: `Bearer ${token}` } }),
    post: (path, body, token = usual) =>
      send(api(path), {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
  };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
