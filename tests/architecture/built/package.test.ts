import { createHash, generateKeyPairSync } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { policyTemplates } from '../../tools/package/policy-templates.ts';
import { makeSbom } from '../../tools/package/sbom.ts';
import { extensionIdOf, publicKeyOf, signCrx, type Manifest } from '../../tools/package/sign-crx.ts';
import { zipFolder } from '../../tools/package/zip-folder.ts';
import { ROOT } from '../source-files.ts';

const BUILD = join(ROOT, '.output', 'chrome-mv3');
const URL = 'https://intranet.example/loftline.crx';
const manifest = JSON.parse(readFileSync(join(BUILD, 'manifest.json'), 'utf8')) as Manifest;

const newKey = (): string =>
  generateKeyPairSync('rsa', { modulusLength: 2_048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

describe('the package', () => {
  let zip: Buffer;
  beforeAll(async () => {
    zip = await zipFolder(BUILD);
  });

  it('is the same, byte for byte, from another folder', async () => {
    const copy = mkdtempSync(join(tmpdir(), 'loftline-again-'));
    try {
      const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: ROOT, encoding: 'utf8' });
      for (const path of listed.split('\n').filter((one) => one !== '' && !one.startsWith('tests/'))) {
        mkdirSync(dirname(join(copy, path)), { recursive: true });
        cpSync(join(ROOT, path), join(copy, path), { force: true });
      }
      symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
      // The runner's own mode is not the release's.
      const { NODE_ENV: _mode, MODE: _alias, VITEST: _runner, ...env } = process.env;
      execFileSync('wxt', ['build'], { cwd: copy, env, stdio: 'pipe', shell: process.platform === 'win32' });
      const again = await zipFolder(join(copy, '.output', 'chrome-mv3'));
      expect(sha256(again)).toBe(sha256(zip));
    } finally {
      rmSync(copy, { recursive: true, force: true });
    }
  }, 120_000);

  it('is signed only with the manifest’s key', async () => {
    await expect(signCrx(zip, manifest, newKey(), URL)).rejects.toThrow(/signing key is not the manifest’s/);
  });

  it('is a CRX3 with the zip in it, and an update manifest that names it', async () => {
    const key = newKey();
    const own = { ...manifest, key: publicKeyOf(key) };
    const { crx, updateManifest, extensionId } = await signCrx(zip, own, key, URL);
    expect(crx.subarray(0, 4).toString()).toBe('Cr24');
    expect(crx.readUInt32LE(4)).toBe(3);
    expect(crx.subarray(-zip.length).equals(zip)).toBe(true);
    expect(extensionId).toBe(extensionIdOf(own.key));
    expect(updateManifest).toContain(
      `appid='${extensionId}'`.replaceAll("'", updateManifest.includes('appid="') ? '"' : "'"),
    );
    expect(updateManifest).toContain(URL);
    expect(updateManifest).toContain(manifest.version);
    expect((await signCrx(zip, own, key, URL)).crx.equals(crx)).toBe(true);
  });

  it('has the same bill of materials each time, with every runtime package', () => {
    const sbom = makeSbom(ROOT);
    expect(makeSbom(ROOT)).toBe(sbom);
    const { bomFormat, components } = JSON.parse(sbom) as { bomFormat: string; components: { name: string }[] };
    expect(bomFormat).toBe('CycloneDX');
    const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { dependencies: object };
    const named = components.map(({ name }) => name);
    expect(
      Object.keys(dependencies).filter(
        (name) => !named.includes(name) && !named.includes(name.split('/').at(-1) ?? ''),
      ),
    ).toEqual([]);
  });

  it('brings a template for every platform, for its own id', async () => {
    const id = extensionIdOf(manifest.key);
    const templates = await policyTemplates(ROOT, id);
    const names = [...templates.keys()];
    for (const ending of ['.json', '.reg', '.admx', '.adml', '.ps1', '.mobileconfig']) {
      expect(names.some((name) => name.endsWith(ending))).toBe(true);
    }
    expect(templates.get('loftline.reg')?.toString('utf16le')).toContain(id);
    expect(templates.get('loftline.mobileconfig')?.toString()).toContain(id);
  });
});

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
