import { describe, expect, it } from 'vitest';
import { read, sources } from './source-files.ts';
import { folders, zones } from './zones.js';

const shipped = sources('lib', 'components', 'entrypoints');

function isRefused(folder: string, specifier: string): boolean {
  const zone = zones.find((row) => row.files.some((pattern) => pattern.startsWith(`${folder}/`)));
  if (!zone) throw new Error(`No zone for ${folder}`);
  return zone.imports.some((pattern) => new RegExp(pattern.regex, 'u').test(specifier));
}

describe('the table of who may import whom', () => {
  it.each([
    ['lib/domain', '@/lib/services/call/place-call'],
    ['lib/domain', 'idb'],
    ['lib/services', '@/lib/storage/stores/stored-calls'],
    ['lib/services', 'wxt/browser'],
    ['lib/salesloft', '@/lib/storage/secrets/token-store'],
    ['lib/phone', '@/lib/messaging/client'],
    ['lib/storage', '@/lib/salesloft/calls'],
    ['lib/view', '@/lib/storage/snapshots/publish-snapshots'],
    ['lib/view', '@/lib/storage/secrets/token-store'],
    ['components', '@/lib/messaging/client'],
    ['components', '@/lib/storage/snapshots/snapshots'],
    ['components', 'wxt/browser'],
    ['components/ui', '@/lib/domain/call/call'],
    ['entrypoints/background', 'preact'],
    ['entrypoints/background', '@/lib/phone/practice/practice-phone'],
    ['entrypoints/offscreen', '@/lib/storage/snapshots/snapshots'],
    ['entrypoints/offscreen', '@/lib/salesloft/http-client'],
    ['lib/overlay', '@/lib/storage/snapshots/snapshots'],
    ['lib/domain', '../services/call/place-call'],
    ['lib/domain/call', '@/lib/domain/queue/due-work'],
    ['lib/domain/queue', '@/lib/domain/guards/dial-rules'],
    ['lib/services/guards', '@/lib/services/outbox/flush-outbox'],
    ['lib/view/sign-in', '@/lib/view/panel/panel-context'],
    ['components/wrap-up', '@/components/outbox/OutboxList'],
    ['lib/storage/database', '@/lib/storage/rows/rows'],
    ['lib/phone/contract', '@/lib/phone/line/line'],
  ])('refuses in %s: %s', (folder, specifier) => {
    expect(isRefused(folder, specifier)).toBe(true);
  });

  it.each([
    ['lib/domain', './call'],
    ['lib/services', '@/lib/domain/call/call'],
    ['lib/salesloft', 'ky'],
    ['lib/salesloft', '@/lib/services/core/salesloft-port'],
    ['lib/view', '@/lib/storage/snapshots/snapshots'],
    ['lib/view', '@preact/signals'],
    ['components', '@/components/ui/Button'],
    ['entrypoints/background', '@/lib/services/call/place-call'],
    ['entrypoints/offscreen', '@/lib/phone/line/line'],
  ])('allows in %s: %s', (folder, specifier) => {
    expect(isRefused(folder, specifier)).toBe(false);
  });

  it('knows the place of every folder in a layer that has an order', () => {
    const strangers = Object.entries(folders).flatMap(([layer, known]) =>
      shipped.filter(
        (path) => path.startsWith(`${layer}/`) && !known.includes(path.slice(layer.length + 1).split('/')[0] ?? ''),
      ),
    );
    expect(strangers).toEqual([]);
  });

  it('has a row for every folder that is shipped', () => {
    const folders = zones.flatMap((zone) => zone.files.map((pattern) => pattern.split('/**')[0] ?? ''));
    const prefixes = folders.flatMap((folder) => {
      const names = /^(.*)\{(.*)\}$/.exec(folder);
      return names ? (names[2] ?? '').split(',').map((name) => `${names[1] ?? ''}${name}/`) : [`${folder}/`];
    });
    const homeless = shipped.filter(
      (path) =>
        !prefixes.some((prefix) => path.startsWith(prefix) || (prefix.includes('*') && path.includes('.content/'))),
    );
    expect(homeless).toEqual([]);
  });

  it('is not gone around by an import() across folders', () => {
    const layerOf = (path: string): string => /^(lib\/[a-z-]+|components|entrypoints\/[a-z-]+)/.exec(path)?.[0] ?? '';
    const late = shipped.flatMap((path) =>
      [...read(path).matchAll(/\bimport\(\s*['"`]([^'"`]+)/g)]
        .map((match) => match[1] ?? '')
        .filter((specifier) => !specifier.startsWith('./') && !specifier.startsWith(`@/${layerOf(path)}/`))
        .map((specifier) => ({ path, specifier })),
    );
    expect(late).toEqual([]);
  });
});
