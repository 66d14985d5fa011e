import type { ReadPolicy } from '@/lib/domain/deployment/policy';
import { readJsonPolicy } from './read-json-policy';
import { readMobileConfig } from './read-mobileconfig';
import { readRegistryFile } from './read-registry-file';

/** Larger than any policy of ours: a file of this size is another file. */
const LIMIT = 1_000_000;

/** Reads a policy in any form that platforms write it in. Throws nothing. */
export function readPolicy(text: string, extensionId: string): ReadPolicy {
  const given = text.replace(/^\uFEFF/, '').trim();
  if (given === '') return { ok: false, problem: 'policyTextEmpty', parts: [] };
  if (given.length > LIMIT) return { ok: false, problem: 'policyTextTooLong', parts: [] };
  if (given.startsWith('{')) return readJsonPolicy(given, extensionId);
  if (given.startsWith('<')) return readMobileConfig(given, extensionId);
  if (/^(Windows Registry Editor|REGEDIT4|\[)/i.test(given)) return readRegistryFile(given, extensionId);
  return { ok: false, problem: 'policyTextUnknown', parts: [] };
}
