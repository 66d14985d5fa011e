import { generateKeyPairSync } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extensionIdOf, publicKeyOf, signCrx } from '../../tools/package/sign-crx.ts';
import { zipFolder } from '../../tools/package/zip-folder.ts';
import { BUILD_FOLDER } from './launch.ts';

/** Packages of the production build as a store would hand them out, and a policy that has Chrome install and update them. */
export type Packed = {
  readonly extensionId: string;
  readonly policy: Readonly<Record<string, unknown>>;
  /** From now on this version is the newest. */
  readonly offer: (version: string) => void;
  readonly remove: () => void;
};

type ShippedManifest = { readonly minimum_chrome_version: string };

/**
 * Packs the build once for each version, signed with a key made for it: Chrome looks for updates only of signed packages.
 * Only the manifest differs from the shipped one: version, key and where updates are found.
 */
export async function pack(versions: readonly [string, ...string[]]): Promise<Packed> {
  const folder = mkdtempSync(join(tmpdir(), 'loftline-packed-'));
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
  const keyPem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const key = publicKeyOf(keyPem);
  const extensionId = extensionIdOf(key);
  let newest: string = versions[0];
  const updateManifests = new Map<string, string>();
  const server = createServer(({ url = '' }, reply) => {
    if (url.startsWith('/updates.xml')) {
      reply.setHeader('content-type', 'text/xml');
      return reply.end(updateManifests.get(newest));
    }
    reply.setHeader('content-type', 'application/x-chrome-extension');
    return reply.end(readFileSync(join(folder, `${newest}.crx`)));
  });
  const address = await listen(server);
  for (const version of versions) {
    const build = join(folder, version);
    cpSync(BUILD_FOLDER, build, { recursive: true });
    const shipped = JSON.parse(readFileSync(join(build, 'manifest.json'), 'utf8')) as ShippedManifest;
    const manifest = { ...shipped, version, key, update_url: `${address}/updates.xml` };
    writeFileSync(join(build, 'manifest.json'), JSON.stringify(manifest));
    const signed = await signCrx(await zipFolder(build), manifest, keyPem, `${address}/${version}.crx`);
    writeFileSync(join(folder, `${version}.crx`), signed.crx);
    updateManifests.set(version, signed.updateManifest);
  }
  return {
    extensionId,
    // Chrome hides what a policy has installed from its own developer tools, and so from every test.
    policy: {
      ExtensionSettings: {
        [extensionId]: {
          installation_mode: 'force_installed',
          update_url: `${address}/updates.xml`,
          override_update_url: true,
        },
      },
      DeveloperToolsAvailability: 1,
    },
    offer: (version) => {
      newest = version;
    },
    remove: () => {
      server.close();
      server.closeAllConnections();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function listen(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const bound = server.address();
      resolve(`http://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : 0}`);
    });
  });
}
