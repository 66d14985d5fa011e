import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type Component = { readonly 'bom-ref': string; readonly purl?: string };
type Dependency = { readonly ref: string; readonly dependsOn?: readonly string[] };
type Sbom = {
  readonly metadata: Record<string, unknown>;
  readonly components: readonly Component[];
  readonly dependencies: readonly Dependency[];
  readonly serialNumber?: string;
};

/**
 * What is shipped, as CycloneDX. Its serial number and time follow from the contents, so that it is reproducible. npm's own
 * `--omit dev` also leaves out a runtime package that a development tool uses too, so the lock file decides.
 */
export function makeSbom(root: string): string {
  const flags = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'];
  const made = execFileSync('npm', flags, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64_000_000,
    shell: process.platform === 'win32',
  });
  const { serialNumber: _random, ...sbom } = JSON.parse(made) as Sbom;
  const shipped = shippedPackages(root);
  const components = sbom.components.filter((one) => shipped.has(one['bom-ref'].split('|').at(-1) ?? ''));
  const refs = new Set(components.map((one) => one['bom-ref']));
  const isKept = (ref: string): boolean => refs.has(ref) || ref === rootRef(sbom);
  const steady = {
    ...sbom,
    metadata: { ...sbom.metadata, timestamp: '2020-01-01T12:00:00.000Z' },
    components,
    dependencies: sbom.dependencies
      .filter(({ ref }) => isKept(ref))
      .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter(isKept) })),
  };
  const hash = createHash('sha256').update(JSON.stringify(steady)).digest('hex');
  return `${JSON.stringify({ ...steady, serialNumber: `urn:uuid:${uuidOf(hash)}` }, null, 2)}\n`;
}

/** `name@version` of every package that the lock file does not mark as for development alone. */
function shippedPackages(root: string): ReadonlySet<string> {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { version?: string; dev?: boolean; devOptional?: boolean }>;
  };
  const kept = Object.entries(packages).filter(([path, { dev, devOptional }]) => path !== '' && !dev && !devOptional);
  return new Set(kept.map(([path, { version = '' }]) => `${path.split('node_modules/').at(-1) ?? ''}@${version}`));
}

function rootRef({ metadata }: Sbom): string {
  return (metadata['component'] as Component | undefined)?.['bom-ref'] ?? '';
}

/** A version 8 UUID: its bits are ours to choose. RFC 9562, 5.8. */
function uuidOf(hash: string): string {
  const parts = [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`, `a${hash.slice(17, 20)}`];
  return [...parts, hash.slice(20, 32)].join('-');
}
