import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { generateManagedSchema, SCHEMA_FILE } from '../tools/managed-schema.ts';

it('is what the catalogue generates; npm run policy writes it anew', async () => {
  expect(readFileSync(SCHEMA_FILE, 'utf8')).toBe(await generateManagedSchema());
});
