import { openDB, type IDBPDatabase } from 'idb';
import { browser } from 'wxt/browser';
import type { KeptGrant, SealedGrant } from '@/lib/services/sign-in/grant-port';
import { isClosedConnection } from '@/lib/storage/database/storage-failure';

const SEALED = 'grant:sealed';
const KEY = 'grant';

/** As JSON can carry it. */
type Sealed = { readonly iv: readonly number[]; readonly text: readonly number[] };

/**
 * The refresh token over a browser restart, only where `privacy.keepSignedIn` is on: AES-GCM under a key that cannot
 * be exported. A copied file does not give the token away; somebody who can run the whole profile still has it.
 */
export function createSealedGrant(): SealedGrant {
  const area = browser.storage.local;
  const read = async (): Promise<Sealed | undefined> => (await area.get(SEALED))[SEALED] as Sealed | undefined;

  /** The key goes too: bytes of the sealed text that the disk still holds can then be opened by nobody. */
  const forget = async (): Promise<void> => {
    if (!(await read())) return;
    await area.remove(SEALED);
    await unlessTheDiskFails(() => inKeys((keys) => keys.delete('keys', KEY)));
  };

  return {
    seal: async (kept) => {
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const text = new TextEncoder().encode(JSON.stringify(kept));
      await unlessTheDiskFails(async () => {
        const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await sealingKey(), text);
        await area.set({ [SEALED]: { iv: [...iv], text: [...new Uint8Array(sealed)] } satisfies Sealed });
      });
    },

    unseal: async () => {
      const stored = await read();
      if (!stored) return undefined;
      try {
        const iv = Uint8Array.from(stored.iv);
        const text = await crypto.subtle.decrypt(
          { name: 'AES-GCM', iv },
          await sealingKey(),
          Uint8Array.from(stored.text),
        );
        return JSON.parse(new TextDecoder().decode(text)) as KeptGrant;
      } catch (error) {
        // The disk fails: nothing is known of the key, so nothing is thrown away.
        if (isClosedConnection(error)) return undefined;
        // Sealed under a key that is gone: of no use to anybody, so the rep signs in once more.
        await forget();
        return undefined;
      }
    },

    forget,
  };
}

/** Staying signed in over a restart is a comfort: without the disk it is missing, and nothing else is stopped by it. */
async function unlessTheDiskFails(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!isClosedConnection(error)) throw error;
  }
}

async function sealingKey(): Promise<CryptoKey> {
  const known = (await inKeys((keys) => keys.get('keys', KEY))) as CryptoKey | undefined;
  if (known) return known;
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  await inKeys((keys) => keys.put('keys', key, KEY));
  return key;
}

/** A tiny database of its own, opened for one request at a time. */
async function inKeys<Result>(work: (keys: IDBPDatabase) => Promise<Result>): Promise<Result> {
  const database = await openDB('loftline-keys', 1, { upgrade: (fresh) => void fresh.createObjectStore('keys') });
  try {
    return await work(database);
  } finally {
    database.close();
  }
}
