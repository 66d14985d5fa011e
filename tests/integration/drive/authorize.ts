/** Salesloft's window at sign-in, in which the rep says yes; resolves to where it leads. */
export async function authorize(toSalesloft: typeof fetch, url: string): Promise<string> {
  const asked = new URL(url);
  const body = new URLSearchParams([...asked.searchParams, ['decision', 'authorize']]);
  const reply = await toSalesloft(asked.origin + asked.pathname, { method: 'POST', body, redirect: 'manual' });
  return reply.headers.get('location') ?? 'about:blank';
}
