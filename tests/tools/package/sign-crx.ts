import { createHash, createPrivateKey, createPublicKey } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import crx3 from 'crx3';

/** What the signing needs of the manifest in the zip. */
export type Manifest = { readonly version: string; readonly key: string; readonly minimum_chrome_version: string };

export type SignedPackage = { readonly crx: Buffer; readonly updateManifest: string; readonly extensionId: string };

/**
 * Signs a zip as CRX3 and writes the update manifest that points at it.
 * Throws when the key is not the manifest's: Chrome would install that without a word, under another id, and no policy
 * and no sign-in of the customer's would fit it.
 */
export async function signCrx(zip: Buffer, manifest: Manifest, keyPem: string, crxUrl: string): Promise<SignedPackage> {
  const publicKey = publicKeyOf(keyPem);
  if (publicKey !== manifest.key) {
    throw new Error(
      `The signing key is not the manifest’s: it makes the id ${extensionIdOf(publicKey)}, the manifest ${extensionIdOf(manifest.key)}.`,
    );
  }
  const folder = mkdtempSync(join(tmpdir(), 'loftline-crx-'));
  try {
    const keyPath = join(folder, 'key.pem');
    const crxPath = join(folder, 'loftline.crx');
    const xmlPath = join(folder, 'update.xml');
    writeFileSync(keyPath, pkcs8Of(keyPem), { mode: 0o600 });
    const { version, minimum_chrome_version: browserVersion } = manifest;
    await crx3(Readable.from([zip]), {
      keyPath,
      crxPath,
      xmlPath,
      crxURL: crxUrl,
      appVersion: version,
      browserVersion,
    });
    return {
      crx: readFileSync(crxPath),
      updateManifest: readFileSync(xmlPath, 'utf8'),
      extensionId: extensionIdOf(publicKey),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The manifest's form of a key: its public half as base64 of DER. */
export function publicKeyOf(keyPem: string): string {
  return createPublicKey(createPrivateKey(keyPem)).export({ type: 'spki', format: 'der' }).toString('base64');
}

/** Chrome's id of a key: the first half of its hash, written with the letters a to p. */
export function extensionIdOf(publicKey: string): string {
  const hash = createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('hex').slice(0, 32);
  return [...hash].map((digit) => String.fromCharCode(97 + parseInt(digit, 16))).join('');
}

function pkcs8Of(keyPem: string): string {
  return createPrivateKey(keyPem).export({ type: 'pkcs8', format: 'pem' }).toString();
}
