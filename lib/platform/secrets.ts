import { referenceFrom } from '@/lib/domain/outbox/reference';

/** 256 random bits, URL-safe. */
export function newSecret(): string {
  return crypto.getRandomValues(new Uint8Array(32)).toBase64({ alphabet: 'base64url', omitPadding: true });
}

/** PKCE's S256 challenge of a verifier. */
export async function challengeOf(verifier: string): Promise<string> {
  return (await sha256(verifier)).toBase64({ alphabet: 'base64url', omitPadding: true });
}

/** The short reference of a call; see domain/reference. */
export async function makeReference(callId: string): Promise<string> {
  return referenceFrom(await sha256(callId));
}

async function sha256(text: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
}
