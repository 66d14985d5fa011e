import { openDB } from 'idb';
import { browser } from 'wxt/browser';
import type { Rep } from '@/lib/domain/account';
import type { GrantBinding } from '@/lib/domain/oauth';

type KeptGrant = { readonly refreshToken: string; readonly binding: GrantBinding; readonly rep: Rep };

const SEALED = 'grant:sealed';
const KEY = 'grant';

/**
 * The refresh token over a browser restart, only where `privacy.keepSignedIn` is on: AES-GCM under a key that cannot
 * be exported. A copied file does not give the token away; somebody who can run the whole profile still has it.
 */
export function createSealedGrant() {
  const area = browser.storage.local;
  return {
    seal: async (kept: KeptGrant): Promise<void> => {
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const text = new TextEncoder().encode(JSON.stringify(kept));
      const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await sealingKey(), text);
      await area.set({ [SEALED]: { iv: iv.toBase64(), text: new Uint8Array(sealed).toBase64() } });
    },

    unseal: async (): Promise<KeptGrant | undefined> => {
      const stored = (await area.get(SEALED))[SEALED] as { iv: string; text: string } | undefined;
      if (!stored) return undefined;
      try {
        const iv = Uint8Array.fromBase64(stored.iv);
        const text = await crypto.subtle.decrypt(
          { name: 'AES-GCM', iv },
          await sealingKey(),
          Uint8Array.fromBase64(stored.text),
        );
        return JSON.parse(new TextDecoder().decode(text)) as KeptGrant;
      } catch {
        // Sealed under a key that is gone: of no use to anybody, so the rep signs in once more.
        await area.remove(SEALED);
        return undefined;
      }
    },

    forget: (): Promise<void> => area.remove(SEALED),
  };
}

async function sealingKey(): Promise<CryptoKey> {
  const database = await openDB('loftline-keys', 1, {
    upgrade: (fresh) => void fresh.createObjectStore('keys'),
  });
  try {
    const known = (await database.get('keys', KEY)) as CryptoKey | undefined;
    if (known) return known;
    const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
    await database.put('keys', key, KEY);
    return key;
  } finally {
    database.close();
  }
}
