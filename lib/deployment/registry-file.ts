import type { Policy } from '@/lib/domain/deployment/policy';
import { registryKey } from './extension-policy-key';
import { toRegistryValue } from './registry-value';

const HEADER = 'Windows Registry Editor Version 5.00';

/** A `.reg` file that sets a policy for every user of the machine. The key's earlier values are removed first. */
export function toRegistryFile(policy: Policy, extensionId: string): string {
  const path = `HKEY_LOCAL_MACHINE\\${registryKey('chrome', extensionId)}`;
  const lines = Object.entries(policy).map(([key, value]) => `${quoted(key)}=${written(value)}`);
  return [HEADER, '', `[-${path}]`, '', `[${path}]`, ...lines, '', ''].join('\r\n');
}

function written(value: unknown): string {
  const one = toRegistryValue(value);
  if ('dword' in one) return `dword:${one.dword.toString(16).padStart(8, '0')}`;
  // Quoted text cannot hold control characters, line breaks among them: those go as bytes.
  return hasControlCharacters(one.text) ? `hex(1):${utf16Bytes(`${one.text}\0`)}` : quoted(one.text);
}

function hasControlCharacters(text: string): boolean {
  return [...text].some((character) => character < ' ');
}

function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

function utf16Bytes(text: string): string {
  return Array.from({ length: text.length }, (_, place) => text.charCodeAt(place))
    .flatMap((unit) => [unit & 0xff, unit >> 8])
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join(',');
}
