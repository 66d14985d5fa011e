import type { ReadPolicy } from '@/lib/domain/deployment/policy';
import { isRecord } from './is-record';

/** Chrome's policy file on Linux, the Google Admin console's form, or bare keys and values. */
export function readJsonPolicy(text: string, extensionId: string): ReadPolicy {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    return { ok: false, problem: 'policyTextNotJson', parts: [error instanceof Error ? error.message : ''] };
  }
  if (!isRecord(parsed)) return { ok: false, problem: 'policyTextUnknown', parts: [] };
  const thirdParty = parsed['3rdparty'];
  if (isRecord(thirdParty)) return readExtensions(thirdParty['extensions'], extensionId);
  const values = Object.entries(parsed);
  if (values.length > 0 && values.some(([, value]) => isConsoleValue(value))) return readConsole(values);
  return { ok: true, form: 'values', policy: parsed, notes: [] };
}

function readExtensions(extensions: unknown, extensionId: string): ReadPolicy {
  if (!isRecord(extensions)) return { ok: false, problem: 'policyTextNoExtension', parts: [extensionId] };
  const own = extensions[extensionId];
  if (isRecord(own)) return { ok: true, form: 'linux', policy: own, notes: [] };
  const [other, ...more] = Object.keys(extensions);
  const values = other === undefined ? undefined : extensions[other];
  if (other === undefined || more.length > 0 || !isRecord(values)) {
    return { ok: false, problem: 'policyTextNoExtension', parts: [extensionId] };
  }
  const note = { key: '3rdparty', problem: 'policyOtherExtension', parts: [other.slice(0, 80), extensionId] };
  return { ok: true, form: 'linux', policy: values, notes: [note] };
}

/** The console refuses the whole when one key lacks its "Value". */
function readConsole(values: readonly (readonly [string, unknown])[]): ReadPolicy {
  const bare = values.find(([, value]) => !isConsoleValue(value));
  if (bare) return { ok: false, problem: 'policyTextNoValue', parts: [bare[0].slice(0, 80)] };
  const policy = values.map(([key, value]) => [key, (value as Record<string, unknown>)['Value']] as const);
  return { ok: true, form: 'googleAdmin', policy: Object.fromEntries(policy), notes: [] };
}

function isConsoleValue(value: unknown): boolean {
  return isRecord(value) && Object.hasOwn(value, 'Value');
}
