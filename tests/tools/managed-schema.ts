import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as schemaModule from '../../lib/domain/settings/managed-schema';
import { importSource } from './import-source.ts';

const ROOT = join(import.meta.dirname, '..', '..');

export const SCHEMA_FILE = join(ROOT, 'public', 'managed-schema.json');

/** The schema's text as the catalogue and the English messages make it. */
export async function generateManagedSchema(): Promise<string> {
  const module = await importSource<typeof schemaModule>(ROOT, 'lib/domain/settings/managed-schema.ts');
  return `${JSON.stringify(module.toManagedSchema(describeSettings(ROOT)), null, 2)}\n`;
}

/** A setting's name and help in English. Throws for one without words. */
export function describeSettings(root: string): (key: string) => { title: string; description: string } {
  const messages = JSON.parse(readFileSync(join(root, 'public/_locales/en/messages.json'), 'utf8')) as Record<
    string,
    { message: string } | undefined
  >;
  const read = (key: string): string => {
    const found = messages[key];
    if (!found) throw new Error(`There is no message ${key}.`);
    return found.message;
  };
  return (key) => {
    const name = `setting_${key.replaceAll('.', '_')}`;
    return { title: read(name), description: read(`${name}_help`) };
  };
}
