import { dirname, join } from 'node:path/posix';
import { expect, it } from 'vitest';
import { read, sources } from './source-files.ts';

const shipped = sources('lib', 'components', 'entrypoints');
const known = new Set(shipped);

it('finds a circle where there is one', () => {
  const imports = { a: ['b'], b: ['c', 'd'], c: ['a'], d: [] };
  expect(circlesIn(new Map(Object.entries(imports)))).toEqual([['a', 'b', 'c']]);
});

it('sees what files import, types and late imports as well', () => {
  expect(importsOf('lib/messaging/serve.ts')).toEqual(
    expect.arrayContaining(['lib/domain/core/errors.ts', 'lib/messaging/rules.ts']),
  );
  expect(importsOf('components/dial-session/dialogs.ts')).toContain('components/dial-session/LaterDialog.tsx');
});

it('has no circle of imports among its files', () => {
  expect(circlesIn(new Map(shipped.map((path) => [path, importsOf(path)])))).toEqual([]);
});

function importsOf(path: string): readonly string[] {
  return [...read(path).matchAll(/(?:\bfrom|\bimport\(?)\s*['"]([^'"]+)['"]/g)].flatMap(([, specifier = '']) => {
    const place = specifier.startsWith('@/') ? specifier.slice(2) : join(dirname(path), specifier);
    return [`${place}.ts`, `${place}.tsx`].filter((candidate) => known.has(candidate));
  });
}

/** The files of each circle, sorted; by Tarjan, in which a circle is a strongly connected component of more than one. */
function circlesIn(imports: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const circles: string[][] = [];
  const visit = (path: string): void => {
    order.set(path, order.size);
    lowest.set(path, order.get(path) ?? 0);
    open.push(path);
    for (const next of imports.get(path) ?? []) {
      if (!order.has(next)) visit(next);
      if (open.includes(next)) lowest.set(path, Math.min(lowest.get(path) ?? 0, lowest.get(next) ?? 0));
    }
    if (lowest.get(path) !== order.get(path)) return;
    const closed = open.splice(open.indexOf(path));
    if (closed.length > 1) circles.push(closed.sort());
  };
  for (const path of imports.keys()) if (!order.has(path)) visit(path);
  return circles;
}
