import type { Policy, ReadPolicy } from '@/lib/domain/deployment/policy';
import { payloadType } from './extension-policy-key';
import { isRecord } from './is-record';
import { readPlist } from './read-plist';

/** A macOS profile with a payload for the extension, or the bare property list of its preference domain. */
export function readMobileConfig(text: string, extensionId: string): ReadPolicy {
  const read = readPlist(text);
  if (!read.ok) return { ok: false, problem: 'policyTextNotPlist', parts: [read.problem] };
  if (!isRecord(read.value)) return { ok: false, problem: 'policyTextUnknown', parts: [] };
  const payloads = read.value['PayloadContent'];
  if (!Array.isArray(payloads)) return { ok: true, form: 'macos', policy: withoutPayloadKeys(read.value), notes: [] };
  const types = [payloadType('chrome', extensionId), payloadType('edge', extensionId)];
  const own = payloads
    .filter((payload: unknown) => isRecord(payload))
    .find((payload) => types.includes(String(payload['PayloadType'])));
  if (!own) return { ok: false, problem: 'policyTextNoExtension', parts: [extensionId] };
  return { ok: true, form: 'macos', policy: withoutPayloadKeys(own), notes: [] };
}

function withoutPayloadKeys(values: Policy): Policy {
  return Object.fromEntries(Object.entries(values).filter(([key]) => !key.startsWith('Payload')));
}
