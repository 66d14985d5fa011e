import { CATALOGUE, isSettingKey } from '@/lib/domain/settings/catalogue';
import type { PolicyNote, ReadPolicy } from '@/lib/domain/deployment/policy';
import { registryKey } from './extension-policy-key';
import { convertRegistryValue, type RegistryTree, type RegistryEntry } from './convert-registry-value';

/** Reads a `.reg` file as Chrome reads the registry: types follow from the schema, other kinds are left out. */
export function readRegistryFile(text: string, extensionId: string): ReadPolicy {
  const tree = treeOf(text, extensionId);
  if (!tree) return { ok: false, problem: 'policyTextNoExtension', parts: [extensionId] };
  const notes: PolicyNote[] = [];
  const policy: [string, unknown][] = [];
  for (const [key, entry] of tree) {
    if (!isSettingKey(key)) {
      policy.push([key, 'text' in entry ? entry.text : null]);
      continue;
    }
    const converted = convertRegistryValue(CATALOGUE[key].spec, entry);
    if (converted === undefined) notes.push({ key, problem: 'policyRegistryKind', parts: [] });
    else policy.push([key, converted]);
  }
  return { ok: true, form: 'registry', policy: Object.fromEntries(policy), notes };
}

/** The values below the extension's key, subkeys as trees of their own; undefined when the file does not name it. */
function treeOf(text: string, extensionId: string): RegistryTree | undefined {
  const ends = (['chrome', 'edge'] as const).map((browser) => `\\${registryKey(browser, extensionId)}`.toLowerCase());
  const root: RegistryTree = new Map();
  let current: RegistryTree | undefined;
  let isNamed = false;
  for (const line of logicalLines(text)) {
    const section = /^\[(-?)(.*)\]$/.exec(line);
    if (section) {
      const [, removed, path = ''] = section;
      const end = ends.find((one) => `${path.toLowerCase()}\\`.includes(`${one}\\`));
      current = removed === '-' || end === undefined ? undefined : subtree(root, path, end);
      isNamed ||= current !== undefined;
      continue;
    }
    const value = /^"((?:[^"\\]|\\.)*)"=(.*)$/s.exec(line);
    if (current && value) current.set(unquoted(value[1] ?? ''), entryOf(value[2] ?? ''));
  }
  return isNamed ? root : undefined;
}

/** Long values go on after a backslash at the end of a line; comments begin with a semicolon. */
function logicalLines(text: string): readonly string[] {
  return text
    .replace(/\\\r?\n\s*/g, '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith(';'));
}

function subtree(root: RegistryTree, path: string, end: string): RegistryTree {
  const rest = path.slice(path.toLowerCase().indexOf(end) + end.length);
  let tree = root;
  for (const name of rest.split('\\').filter((part) => part !== '')) {
    const known = tree.get(name);
    const next: RegistryTree = known && 'tree' in known ? known.tree : new Map<string, RegistryEntry>();
    tree.set(name, { tree: next });
    tree = next;
  }
  return tree;
}

function entryOf(written: string): RegistryEntry {
  const dword = /^dword:([0-9a-f]{1,8})$/i.exec(written);
  if (dword) return { dword: parseInt(dword[1] ?? '', 16) };
  const bytes = /^hex\((?:1|2)\):([0-9a-f,\s]*)$/i.exec(written);
  if (bytes) return { text: textOfBytes(bytes[1] ?? '') };
  const quoted = /^"((?:[^"\\]|\\.)*)"$/s.exec(written);
  return quoted ? { text: unquoted(quoted[1] ?? '') } : { other: written };
}

function unquoted(text: string): string {
  return text.replace(/\\(.)/gs, '$1');
}

function textOfBytes(list: string): string {
  const bytes = list.split(',').map((byte) => parseInt(byte, 16));
  const units = bytes.flatMap((low, place) => (place % 2 === 0 ? [low | ((bytes[place + 1] ?? 0) << 8)] : []));
  return String.fromCharCode(...units).replace(/\0+$/, '');
}
