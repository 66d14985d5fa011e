import { writeFileSync } from 'node:fs';
import { generateManagedSchema, SCHEMA_FILE } from './managed-schema.ts';

writeFileSync(SCHEMA_FILE, await generateManagedSchema());
console.log(`Written: ${SCHEMA_FILE}`);
