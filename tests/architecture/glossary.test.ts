import { describe, expect, it } from 'vitest';
import english from '@/public/_locales/en/messages.json';
import { declaredNames, wordsOf } from './declared-names.ts';
import { read, sources } from './source-files.ts';

/** Words that CONTEXT.md replaces by others: nowhere in a name of ours. */
const AVOIDED = ['prospect', 'prospects', 'lead', 'leads', 'sequence', 'sequences', 'manager', 'dialler'];

/** Too bare to say anything when they are the whole name, in what is shipped; tests speak of HTTP's own status. */
const BARE = ['session', 'status', 'data', 'item', 'items', 'info', 'obj', 'tmp'];

/** Where the names of Salesloft's API are at home. */
const EDGES = ['lib/salesloft/', 'tests/salesloft/'];

/** Names that belong to somebody else, by file: each with whose it is. */
const FOREIGN: Readonly<Record<string, readonly string[]>> = {
  // HTTP's own word, in what an edge passes on of an answer.
  status: ['lib/domain/core/api-result.ts'],
};

const names = namesIn('lib', 'components', 'entrypoints', 'tests');
const shippedNames = names.filter(({ path }) => !path.startsWith('tests/'));

function namesIn(...folders: readonly string[]): readonly { readonly path: string; readonly name: string }[] {
  return sources(...folders)
    .filter((path) => !EDGES.some((edge) => path.startsWith(edge)))
    .flatMap((path) => declaredNames(path, read(path)).map((name) => ({ path, name })));
}

describe('the words of CONTEXT.md', () => {
  it('are looked for in real names', () => {
    expect(shippedNames.length).toBeGreaterThan(1_000);
    expect(declaredNames('a.ts', 'const { a, b: leadTime } = x; type Item = { status: string };')).toEqual([
      'a',
      'leadTime',
      'Item',
      'status',
    ]);
    expect(wordsOf('nextSalesLeadId')).toContain('lead');
  });

  it('are used in every name of ours', () => {
    expect(names.filter(({ name }) => wordsOf(name).some((word) => AVOIDED.includes(word)))).toEqual([]);
  });

  it('leave no name that says nothing', () => {
    const bare = shippedNames.filter(
      ({ path, name }) => BARE.includes(name.toLowerCase()) && !FOREIGN[name]?.includes(path),
    );
    expect(bare).toEqual([]);
  });

  it('are used in what a rep reads', () => {
    const odd = Object.entries(english).filter(([, { message }]) =>
      /\b(prospects?|leads?|sequences?)\b/i.test(message),
    );
    expect(odd).toEqual([]);
  });
});
