import { describe, expect, it } from 'vitest';
import { filesBelow, read, sources } from './source-files.ts';

const TOP = ['.md', '.json', '.ts', '.js', '.cjs'];
const SOURCE_ROOTS = /^(?:components|docs|entrypoints|lib|public|tests)\//;
const tree = ['components', 'docs', 'entrypoints', 'lib', 'public', 'tests'].flatMap(filesBelow);
const pages = ['README.md', 'CONTEXT.md', 'CONTRIBUTING.md', ...tree.filter((path) => path.endsWith('.md'))];

/** Paths and file names in backticks; globs and placeholders are not paths. */
function pathsIn(page: string): readonly string[] {
  return [...read(page).matchAll(/`([^`\s]+)`/g)]
    .map(([, code]) => (code ?? '').replace(/\/$/, ''))
    .filter((code) => SOURCE_ROOTS.test(code) && !/[*{<…]/.test(code));
}

function exists(path: string): boolean {
  return tree.some((file) => file === path || file.startsWith(`${path}/`) || TOP.some((end) => file === path + end));
}

/** A path of Salesloft's API with every variable part written as `{}`. */
const shapeOf = (path: string): string => path.replaceAll(/\$?\{[^}]*\}+/g, '{}').replace(/\?.*$/, '');
const apiPaths = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(/[`'" ](\/v2\/(?:\$?\{[^}]*\}|[\w/?])+)/g)].map(([, path]) => shapeOf(path ?? '')));

describe('the docs', () => {
  it('are seen by these tests', () => {
    expect(pages).toContain('docs/architecture.md');
    expect(pages.flatMap(pathsIn).length).toBeGreaterThan(20);
  });

  it.each(pages)('%s names only paths that exist', (page) => {
    expect(pathsIn(page).filter((path) => !exists(path))).toEqual([]);
  });

  it('list every path of the API that the code requests, and no other', () => {
    const requested = apiPaths(sources('lib/salesloft').map(read).join('\n'));
    const section = /## Requests to Salesloft[^]*?(?=\n## )/.exec(read('docs/salesloft.md'))?.[0] ?? '';
    expect(requested.size).toBeGreaterThan(10);
    expect([...apiPaths(section)].sort()).toEqual([...requested].sort());
  });
});
