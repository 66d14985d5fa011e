import { expect, it } from 'vitest';
import { readCrmFields } from '@/lib/salesloft/crm-fields';
import type { SalesloftClient } from '@/lib/salesloft/http-client';

async function read(...rows: readonly unknown[]) {
  const get: SalesloftClient['get'] = () => Promise.resolve({ ok: true, value: { data: rows } });
  const fields = await readCrmFields({ get } as SalesloftClient);
  return fields.ok ? fields.value : [];
}

it.each([
  ['{label: value}', { Renewal: 'ren' }, [['Renewal', 'ren']]],
  [
    'numbers',
    { High: 1, None: 0 },
    [
      ['High', '1'],
      ['None', '0'],
    ],
  ],
  [
    'a plain list',
    ['A', 'B', null],
    [
      ['A', 'A'],
      ['B', 'B'],
    ],
  ],
  ['an empty label', { '': 'x' }, [['x', 'x']]],
  ['empty values', { Nothing: '', Null: null, Group: { a: 'b' } }, []],
  ['none', null, []],
])('reads a picklist of %s', async (_what, picklist_values, choices) => {
  const [field] = await read({ field: 'X__c', title: 'X', picklist_values });
  expect(field?.choices.map(({ label, value }) => [label, value])).toEqual(choices);
  expect(field?.kind).toBe(choices.length > 0 ? 'choice' : 'text');
});

it('has each field once, names the nameless by their field, and leaves out what is none', async () => {
  const fields = await read({ field: 'A', title: '' }, { field: 'A', title: 'Again' }, { title: 'no field' }, 7, null);
  expect(fields.map(({ name, title }) => [name, title])).toEqual([['A', 'Again']]);
});

it('knows the kinds of the CRM by its own words', async () => {
  const types = ['boolean', 'Checkbox', 'date', 'datetime', 'textarea', '', null];
  const fields = await read(...types.map((field_type, index) => ({ field: `F${index}`, field_type })));
  expect(fields.map(({ kind }) => kind)).toEqual(['flag', 'flag', 'date', 'text', 'text', 'text', 'text']);
});
