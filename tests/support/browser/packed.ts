import { spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BUILD_FOLDER, idOfKey } from './launch.ts';

/** Packages of the production build as a store would hand them out, and a policy that has Chrome install and update them. */
export type Packed = {
  readonly extensionId: string;
  readonly policy: Readonly<Record<string, unknown>>;
  /** From now on this version is the newest. */
  readonly offer: (version: string) => void;
  readonly remove: () => void;
};

/**
 * Packs the build once for each version, signed with a key made for it: Chrome looks for updates only of signed packages.
 * Only the manifest differs from the shipped one: version, key and where updates are found.
 */
export async function pack(browser: string, versions: readonly [string, ...string[]]): Promise<Packed> {
  const folder = mkdtempSync(join(tmpdir(), 'loftline-packed-'));
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
  const keyFile = join(folder, 'key.pem');
  writeFileSync(keyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }));
  const key = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
  const extensionId = idOfKey(key);
  let newest: string = versions[0];
  const server = createServer(({ url = '' }, reply) => {
    if (url.startsWith('/updates.xml')) {
      reply.setHeader('content-type', 'text/xml');
      return reply.end(updatesOf(extensionId, newest, address));
    }
    reply.setHeader('content-type', 'application/x-chrome-extension');
    return reply.end(readFileSync(join(folder, `${newest}.crx`)));
  });
  const address = await listen(server);
  for (const version of versions) {
    const build = join(folder, version);
    cpSync(BUILD_FOLDER, build, { recursive: true });
    const manifest = JSON.parse(readFileSync(join(build, 'manifest.json'), 'utf8')) as object;
    writeFileSync(
      join(build, 'manifest.json'),
      JSON.stringify({ ...manifest, version, key, update_url: `${address}/updates.xml` }),
    );
    const profile = `--user-data-dir=${join(folder, 'profile')}`;
    const made = spawnSync(browser, [
      '--headless',
      '--no-sandbox',
      `--pack-extension=${build}`,
      `--pack-extension-key=${keyFile}`,
      profile,
    ]);
    if (made.status !== 0) throw new Error(`The package could not be made: ${String(made.stderr)}`);
  }
  return {
    extensionId,
    // Chrome hides what a policy has installed from its own developer tools, and so from every test.
    policy: { ExtensionInstallForcelist: [`${extensionId};${address}/updates.xml`], DeveloperToolsAvailability: 1 },
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

function updatesOf(extensionId: string, version: string, address: string): string {
  return `<?xml version='1.0' encoding='UTF-8'?>
<gupdate xmlns='http://www.google.com/update2/response' protocol='2.0'>
  <app appid='${extensionId}'><updatecheck codebase='${address}/${version}.crx' version='${version}'/></app>
</gupdate>`;
}

function listen(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const bound = server.address();
      resolve(`http://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : 0}`);
    });
  });
}
