import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { policyTemplates } from './policy-templates.ts';
import { makeSbom } from './sbom.ts';
import { extensionIdOf, signCrx, type Manifest } from './sign-crx.ts';
import { zipFolder } from './zip-folder.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const BUILD = join(ROOT, '.output', 'chrome-mv3');

const USAGE = `npm run package -- [--out FOLDER] [--key KEY.pem --url https://your.host/loftline.crx]

Makes everything a roll-out needs. Without a key there is no CRX: the Chrome Web Store takes the zip and signs it.
The key is the private half of the one in the manifest; keep it outside this folder.`;

/** Everything that goes to the store or to a company's own server, in one folder. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      out: { type: 'string', default: join(ROOT, '.output', 'package') },
      key: { type: 'string' },
      url: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return console.log(USAGE);
  if ((values.key === undefined) !== (values.url === undefined))
    throw new Error(`--key and --url go together.\n\n${USAGE}`);
  build();
  const manifest = JSON.parse(readFileSync(join(BUILD, 'manifest.json'), 'utf8')) as Manifest;
  const name = `loftline-${manifest.version}`;
  const zip = await zipFolder(BUILD);
  const files = new Map<string, Buffer>([[`${name}.zip`, zip]]);
  if (values.key !== undefined && values.url !== undefined) {
    const signed = await signCrx(zip, manifest, readFileSync(values.key, 'utf8'), values.url);
    files.set(`${name}.crx`, signed.crx);
    files.set('update.xml', Buffer.from(signed.updateManifest));
  }
  for (const [path, content] of await policyTemplates(ROOT, extensionIdOf(manifest.key)))
    files.set(`policy/${path}`, content);
  files.set('sbom.cdx.json', Buffer.from(makeSbom(ROOT)));
  files.set('SHA256SUMS', Buffer.from(sumsOf(files)));

  rmSync(values.out, { recursive: true, force: true });
  for (const [path, content] of files) {
    mkdirSync(dirname(join(values.out, path)), { recursive: true });
    writeFileSync(join(values.out, path), content);
  }
  console.log(`Loftline ${manifest.version}, id ${extensionIdOf(manifest.key)}, in ${values.out}:`);
  for (const [path, content] of files) console.log(`  ${path}  ${content.length.toLocaleString('en')} bytes`);
  if (values.key === undefined) console.log('No CRX: give --key and --url to sign one for your own server.');
}

function build(): void {
  const { status } = spawnSync('wxt', ['build'], { cwd: ROOT, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) throw new Error('The build failed.');
}

/** Checked with `sha256sum --check SHA256SUMS`. */
function sumsOf(files: ReadonlyMap<string, Buffer>): string {
  return [...files]
    .map(([path, content]) => `${createHash('sha256').update(content).digest('hex')}  ${path}\n`)
    .sort()
    .join('');
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
