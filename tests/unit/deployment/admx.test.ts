import { parseXml, XmlElement } from '@rgrove/parse-xml';
import { describe, expect, it } from 'vitest';
import { toAdmx } from '@/lib/deployment/admx';
import { convertRegistryValue } from '@/lib/deployment/convert-registry-value';
import { CATALOGUE, SETTING_KEYS } from '@/lib/domain/settings/catalogue';

const ID = 'chkponfdimaedbobdlmmffeafdddjlpn';
const describeSetting = (key: string) => ({ title: `Title of ${key}`, description: `Help & <words> of ${key}` });
const managed = SETTING_KEYS.filter((key) => CATALOGUE[key].isManaged);

function all(root: XmlElement, name: string): readonly XmlElement[] {
  return root.children.flatMap((child) =>
    child instanceof XmlElement ? [...(child.name === name ? [child] : []), ...all(child, name)] : [],
  );
}

const rootOf = (text: string): XmlElement => {
  const { root } = parseXml(text);
  if (!root) throw new Error('No element.');
  return root;
};

describe('the administrative templates', () => {
  const { admx, adml } = toAdmx({}, ID, describeSetting);
  const policies = all(rootOf(admx), 'policy');

  it('have one policy a key, with the dot in the value’s name', () => {
    const named = policies.map((policy) => {
      const [elements] = all(policy, 'elements');
      const [only] = elements?.children.filter((child) => child instanceof XmlElement) ?? [];
      return only?.attributes['valueName'];
    });
    expect(named).toEqual(managed);
    expect(policies.every((policy) => !policy.attributes['name']?.includes('.'))).toBe(true);
  });

  it('name no text or presentation that is not there', () => {
    const resources = rootOf(adml);
    const strings = new Set(all(resources, 'string').map((one) => one.attributes['id']));
    const presentations = new Set(all(resources, 'presentation').map((one) => one.attributes['id']));
    const asked = [...admx.matchAll(/\$\((string|presentation)\.(\w+)\)/g)];
    expect(asked.length).toBeGreaterThan(100);
    const missing = asked.filter(([, kind, id]) => !(kind === 'string' ? strings : presentations).has(id ?? ''));
    expect(missing.map(([whole]) => whole)).toEqual([]);
  });

  it('show an exported policy’s values, which come back equal', () => {
    const policy = Object.fromEntries(managed.map((key) => [key, CATALOGUE[key].default]));
    const written = toAdmx(policy, ID, describeSetting);
    const resources = rootOf(written.adml);
    const templates = all(rootOf(written.admx), 'policy');
    const read = managed.map((key) => [
      key,
      convertRegistryValue(CATALOGUE[key].spec, shownFor(key, templates, resources)),
    ]);
    expect(Object.fromEntries(read)).toEqual(policy);
  });
});

/** What Windows would store when an admin enables the policy and presses OK. */
function shownFor(key: string, templates: readonly XmlElement[], resources: XmlElement) {
  const id = key.replaceAll('.', '_');
  const box = all(resources, 'presentation').find((one) => one.attributes['id'] === id);
  const template = templates.find((one) => one.attributes['name'] === id);
  if (!box || !template) throw new Error(key);
  const [list] = all(box, 'dropdownList');
  const [decimal] = all(box, 'decimalTextBox');
  if (decimal) return { dword: Number(decimal.attributes['defaultValue']) };
  if (!list) return { text: all(box, 'defaultValue')[0]?.text ?? '' };
  const item = all(template, 'item')[Number(list.attributes['defaultItem'])];
  const [number] = item ? all(item, 'decimal') : [];
  return number
    ? { dword: Number(number.attributes['value']) }
    : { text: item ? (all(item, 'string')[0]?.text ?? '') : '' };
}
