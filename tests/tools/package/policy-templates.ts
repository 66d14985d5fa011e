import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WritePolicyDeps } from '../../../lib/deployment/write-policy.ts';
import type * as forms from '../../../lib/domain/deployment/policy.ts';
import type * as writer from '../../../lib/deployment/write-policy.ts';
import { importSource } from '../import-source.ts';
import { describeSettings } from '../managed-schema.ts';

/** What a company fills in first; everything else has a default. */
const TEMPLATE = {
  'salesloft.clientId': 'YOUR-CLIENT-ID',
  'salesloft.tokenUrl': 'https://salesloft-gateway.example.com/oauth/token',
  'telephony.provider': 'practice',
};

/** The template for every platform, as files: bytes by name. */
export async function policyTemplates(root: string, extensionId: string): Promise<ReadonlyMap<string, Buffer>> {
  const { writePolicy } = await importSource<typeof writer>(root, 'lib/deployment/write-policy.ts');
  const { POLICY_FORMS } = await importSource<typeof forms>(root, 'lib/domain/deployment/policy.ts');
  const deps: WritePolicyDeps = { extensionId, newUuid: steadyUuids(extensionId), describe: describeSettings(root) };
  const files = POLICY_FORMS.flatMap((form) => writePolicy(form, TEMPLATE, deps));
  const schema = readFileSync(join(root, 'public', 'managed-schema.json'));
  const bytes = files.map(({ name, text, encoding }) => {
    const content = Buffer.from(encoding === 'utf-16le' ? `\uFEFF${text}` : text, encoding);
    return [name, content] as const;
  });
  return new Map([...bytes, ['managed-schema.json', schema]]);
}

/** Profiles need ids that stay the same from one release to the next: Apple's devices replace by them. */
function steadyUuids(extensionId: string): () => string {
  let count = 0;
  const hex = [...extensionId].map((letter) => (letter.charCodeAt(0) - 97).toString(16)).join('');
  return () => {
    count += 1;
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${count.toString(16).padStart(12, '0')}`;
  };
}
