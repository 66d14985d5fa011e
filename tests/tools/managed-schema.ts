import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runnerImport } from 'vite';
import type * as schemaModule from '../../lib/domain/settings/managed-schema';

const ROOT = join(import.meta.dirname, '..', '..');

export const SCHEMA_FILE = join(ROOT, 'public', 'managed-schema.json');

/** The schema's text as the catalogue and the English messages make it. */
export async function generateManagedSchema(): Promise<string> {
  const { module } = await runnerImport<typeof schemaModule>(join(ROOT, 'lib/domain/settings/managed-schema.ts'), {
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@': ROOT } },
  });
  const messages = JSON.parse(readFileSync(join(ROOT, 'public/_locales/en/messages.json'), 'utf8')) as Record<
    string,
    { message: string } | undefined
  >;
  const read = (key: string): string => {
    const found = messages[key];
    if (!found) throw new Error(`There is no message ${key}.`);
    return found.message;
  };
  const schema = module.toManagedSchema((key) => {
    const name = `setting_${key.replaceAll('.', '_')}`;
    return { title: read(name), description: read(`${name}_help`) };
  });
  return `${JSON.stringify(schema, null, 2)}\n`;
}
