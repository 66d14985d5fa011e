import { expect, it } from 'vitest';
import { read, sources } from './source-files.ts';

/** A file with code in it, not types alone. */
const HAS_CODE = /^export (async )?(function|const|class)\b/m;

it('every rule and every verb is called by a unit test of its own', () => {
  const tested = new Set(
    sources('tests/unit').flatMap((path) =>
      [...read(path).matchAll(/from '@\/(lib\/(?:domain|services)\/[^']+)'/g)].map((match) => match[1] ?? ''),
    ),
  );
  const files = sources('lib/domain', 'lib/services').filter((path) => HAS_CODE.test(read(path)));
  expect(files.length).toBeGreaterThan(30);
  expect(files.filter((path) => !tested.has(path.replace(/\.ts$/, '')))).toEqual([]);
});
