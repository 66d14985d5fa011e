import { describe, expect, it } from 'vitest';
import { read, sources } from './source-files.ts';
import { zones } from './zones.js';

const shipped = sources('lib', 'components', 'entrypoints');

function isRefused(folder: string, specifier: string): boolean {
  const zone = zones.find((row) => row.files.some((pattern) => pattern.startsWith(`${folder}/`)));
  if (!zone) throw new Error(`No zone for ${folder}`);
  return zone.imports.some((pattern) => new RegExp(pattern.regex, 'u').test(specifier));
}

describe('the table of who may import whom', () => {
  it.each([
    ['lib/domain', '@/lib/services/place-call'],
    ['lib/domain', 'idb'],
    ['lib/services', '@/lib/storage/calls-store'],
    ['lib/services', 'wxt/browser'],
    ['lib/salesloft', '@/lib/storage/token-store'],
    ['lib/phone', '@/lib/messaging/client'],
    ['lib/storage', '@/lib/salesloft/calls'],
    ['lib/view', '@/lib/storage/publish-snapshots'],
    ['lib/view', '@/lib/storage/token-store'],
    ['components', '@/lib/messaging/client'],
    ['components', '@/lib/storage/snapshots'],
    ['components', 'wxt/browser'],
    ['components/ui', '@/lib/domain/call'],
    ['entrypoints/background', 'preact'],
    ['entrypoints/background', '@/lib/phone/practice'],
    ['entrypoints/offscreen', '@/lib/storage/snapshots'],
    ['entrypoints/offscreen', '@/lib/salesloft/client'],
    ['lib/overlay', '@/lib/storage/snapshots'],
    ['lib/domain', '../services/place-call'],
  ])('refuses in %s: %s', (folder, specifier) => {
    expect(isRefused(folder, specifier)).toBe(true);
  });

  it.each([
    ['lib/domain', './call'],
    ['lib/services', '@/lib/domain/call'],
    ['lib/salesloft', 'ky'],
    ['lib/salesloft', '@/lib/services/salesloft-port'],
    ['lib/view', '@/lib/storage/snapshots'],
    ['lib/view', '@preact/signals'],
    ['components', '@/components/ui/Button'],
    ['entrypoints/background', '@/lib/services/place-call'],
    ['entrypoints/offscreen', '@/lib/phone/line'],
  ])('allows in %s: %s', (folder, specifier) => {
    expect(isRefused(folder, specifier)).toBe(false);
  });

  it('has a row for every folder that is shipped', () => {
    const folders = zones.flatMap((zone) => zone.files.map((pattern) => pattern.split('/**')[0] ?? ''));
    const prefixes = folders.flatMap((folder) => {
      const names = /^(.*)\{(.*)\}$/.exec(folder);
      return names ? (names[2] ?? '').split(',').map((name) => `${names[1] ?? ''}${name}/`) : [`${folder}/`];
    });
    const homeless = shipped.filter(
      (path) => !prefixes.some((prefix) => path.startsWith(prefix) || (prefix.includes('*') && path.includes('.content/'))),
    );
    expect(homeless).toEqual([]);
  });

  it('is not gone around by an import() across folders', () => {
    const late = shipped.filter((path) => /\bimport\(\s*['"`](?!\.\/)/.test(read(path)));
    expect(late).toEqual([]);
  });
});
