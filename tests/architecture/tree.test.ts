import { describe, expect, it } from 'vitest';
import { filesBelow, read, sources } from './source-files.ts';

const FOLDERS = ['lib', 'components', 'entrypoints'];
const everything = [...FOLDERS, 'tests'].flatMap(filesBelow).filter((path) => /\.(ts|tsx|js|mjs|css)$/.test(path));
const shipped = sources(...FOLDERS);
const ITSELF = 'tests/architecture/tree.test.ts';

/** Folders that say nothing of what is in them, so that everything ends up there. */
const DUMPING_GROUNDS = ['utils', 'util', 'helpers', 'helper', 'common', 'misc', 'shared'];

describe('the tree', () => {
  it('is seen by these tests', () => {
    expect(shipped.length).toBeGreaterThan(100);
    expect(shipped).toContain('lib/domain/call/call.ts');
  });

  it('has no file over 250 lines', () => {
    const long = everything
      .map((path) => ({ path, lines: read(path).trimEnd().split('\n').length }))
      .filter(({ lines }) => lines > 250);
    expect(long).toEqual([]);
  });

  it('gives one file name to one thing; a wiring file bears the name of its subject', () => {
    const names = shipped
      .filter((path) => !path.startsWith('entrypoints/'))
      .map((path) => path.split('/').at(-1) ?? '');
    expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
  });

  it('has no dumping ground', () => {
    const named = everything.filter((path) => path.split(/[/.]/).some((part) => DUMPING_GROUNDS.includes(part)));
    expect(named).toEqual([]);
  });

  it('has no barrels: a file that only passes on what others export hides who needs whom', () => {
    const barrels = shipped.filter((path) => {
      const lines = read(path)
        .split('\n')
        .filter((line) => !/^\s*($|\/\/|\/?\*)/.test(line));
      return lines.length > 1 && lines.every((line) => /^export (\*|\{|type \{).* from /.test(line));
    });
    expect(barrels).toEqual([]);
    expect(shipped.filter((path) => /^(lib|components)\/.*\bindex\.tsx?$/.test(path))).toEqual([]);
  });

  it('writes file names as kebab-case, components as PascalCase', () => {
    const odd = shipped.filter((path) => {
      const name = path.split('/').at(-1) ?? '';
      return !/^([a-z0-9]+(-[a-z0-9]+)*|[A-Z][A-Za-z0-9]*)\.tsx?$/.test(name);
    });
    expect(odd).toEqual([]);
  });

  it('suppresses the linter or the compiler nowhere without a reason', () => {
    const bare = everything.filter((path) => path !== ITSELF && hasBareSuppression(read(path)));
    expect(bare).toEqual([]);
  });

  it('leaves no test asleep or alone', () => {
    const tests = filesBelow('tests').filter((path) => /\.(test|browser)\.tsx?$/.test(path) && path !== ITSELF);
    expect(tests.length).toBeGreaterThan(20);
    expect(tests.filter((path) => /\b(it|test|describe)\.(skip|only|todo)\b/.test(read(path)))).toEqual([]);
  });
});

/** A reason follows two dashes for the linter, and stands on the same line for the compiler. */
function hasBareSuppression(code: string): boolean {
  return code.split('\n').some((line) => {
    if (/@ts-(ignore|nocheck)/.test(line)) return true;
    if (/@ts-expect-error\s*$/.test(line)) return true;
    return /eslint-disable/.test(line) && !/ -- \S/.test(line);
  });
}
