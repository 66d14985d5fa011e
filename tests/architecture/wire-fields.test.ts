import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import fields from '../salesloft/response-fields.json' with { type: 'json' };

type Thing = Exclude<keyof typeof fields, 'about'>;

/** Whose fields each reader reads. */
const READ_BY: Readonly<Record<string, readonly Thing[]>> = {
  'actions.ts': ['action'],
  'calls.ts': ['call', 'note', 'task', 'recording_setting'],
  'crm-fields.ts': ['crm_activity_field'],
  'guard-tasks.ts': ['task'],
  'people.ts': ['person', 'account', 'cadence', 'step'],
  'tasks.ts': ['task'],
  'team.ts': ['user', 'team', 'call_disposition'],
  'token-requests.ts': ['token'],
};
/** Of the envelope and of errors, which belong to no object. */
const ENVELOPE = ['data', 'errors', 'error', 'message', 'metadata', 'paging', 'next_page', 'total_pages'];

/** A field's name in a call of a reader, in brackets behind an object, or in people.ts’s table of numbers and places. */
const NAMES = [
  /\b(?:textOf|rawText|idOf|refIdOf|flagOf|prohibitionOf|numberOf|timeOf|textsOf)\(\w+, '(\w+)'/g,
  /\b[a-z]\w*\['(\w+)'\]/g,
  /\bat\('(\w+)', '\w+'\)/g,
  /\bat\('\w+', '(\w+)'\)/g,
  /\['\w+', '(\w+)', '\w*'\]/g,
  /\['\w+', '\w+', '(\w+)'\]/g,
];

const namesIn = (source: string): string[] =>
  NAMES.flatMap((pattern) => [...source.matchAll(pattern)].map(([, name = '']) => name)).filter(
    (name) => !ENVELOPE.includes(name),
  );

const sourceOf = (file: string): string => readFileSync(`lib/salesloft/${file}`, 'utf8');

describe('a field that no object of Salesloft’s has reads as empty or false without a word', () => {
  it.each(Object.entries(READ_BY))('%s names only fields that Salesloft documents', (file, things) => {
    const documented = new Set(things.flatMap((thing) => fields[thing]));
    const names = namesIn(sourceOf(file));
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name) => !documented.has(name))).toEqual([]);
  });

  it('misses no reader', () => {
    const readers = readdirSync('lib/salesloft').filter(
      (file) => file.endsWith('.ts') && file !== 'wire.ts' && namesIn(sourceOf(file)).length > 0,
    );
    expect(readers.sort()).toEqual(Object.keys(READ_BY).sort());
  });

  it('sees the fields that are named in tables', () => {
    expect(namesIn(sourceOf('people.ts'))).toEqual(
      expect.arrayContaining(['mobile_phone', 'phone_extension', 'do_not_contact', 'work_state', 'country']),
    );
  });
});
