import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';

type Sbom = Record<string, unknown> & { metadata: Record<string, unknown> };

/** What the package is made of, as CycloneDX; its serial number and time follow from the contents, so it is reproducible. */
export function makeSbom(root: string): string {
  const flags = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only', '--omit', 'dev'];
  const made = execFileSync('npm', flags, { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' });
  const { serialNumber: _random, ...sbom } = JSON.parse(made) as Sbom;
  const steady = { ...sbom, metadata: { ...sbom.metadata, timestamp: '2020-01-01T12:00:00.000Z' } };
  const hash = createHash('sha256').update(JSON.stringify(steady)).digest('hex');
  return `${JSON.stringify({ ...steady, serialNumber: `urn:uuid:${uuidOf(hash)}` }, null, 2)}\n`;
}

/** A version 8 UUID: its bits are ours to choose. RFC 9562, 5.8. */
function uuidOf(hash: string): string {
  const parts = [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `a${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ];
  return parts.join('-');
}
