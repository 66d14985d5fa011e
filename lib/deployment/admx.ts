import type { Policy } from '@/lib/domain/deployment/policy';
import { CATALOGUE, SETTING_KEYS } from '@/lib/domain/settings/catalogue';
import type { Spec } from '@/lib/domain/settings/spec';
import { registryKey } from './extension-policy-key';
import { toRegistryValue } from './registry-value';
import { element, type XmlNode, xmlText } from './xml-text';

export type DescribeSetting = (key: string) => { readonly title: string; readonly description: string };

const NAMESPACE = 'http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions';

/**
 * Administrative templates for Chrome on Windows: one policy a key. A policy's values are given as the defaults that an
 * admin sees on enabling it. Names carry `_` for the dot, but `valueName` keeps it: Chrome ignores any other name.
 */
export function toAdmx(
  policy: Policy,
  extensionId: string,
  describe: DescribeSetting,
): { readonly admx: string; readonly adml: string } {
  const keys = SETTING_KEYS.filter((key) => CATALOGUE[key].isManaged);
  const admx = element('policyDefinitions', { xmlns: NAMESPACE, revision: '1.0', schemaVersion: '1.0' }, [
    element('policyNamespaces', {}, [
      element('target', { prefix: 'loftline', namespace: 'Loftline.Policies' }),
      element('using', { prefix: 'windows', namespace: 'Microsoft.Policies.Windows' }),
    ]),
    element('resources', { minRequiredRevision: '1.0' }),
    element('supportedOn', {}, [
      element('definitions', {}, [
        element('definition', { name: 'SUPPORTED_LOFTLINE', displayName: '$(string.SUPPORTED_LOFTLINE)' }),
      ]),
    ]),
    element('categories', {}, [element('category', { name: 'Loftline', displayName: '$(string.Loftline)' })]),
    element(
      'policies',
      {},
      keys.map((key) => policyOf(key, CATALOGUE[key].spec, extensionId)),
    ),
  ]);
  const strings = keys.flatMap((key) => {
    const { title, description } = describe(key);
    return [
      stringOf(nameOf(key), title),
      stringOf(`${nameOf(key)}_Explain`, description),
      ...choicesOf(CATALOGUE[key].spec).map(({ id, shown }) => stringOf(`${nameOf(key)}_${id}`, shown)),
    ];
  });
  const adml = element('policyDefinitionResources', { xmlns: NAMESPACE, revision: '1.0', schemaVersion: '1.0' }, [
    element('displayName', {}, ['Loftline']),
    element('description', {}, ['Policies of Loftline, the power dialer for Salesloft']),
    element('resources', {}, [
      element('stringTable', {}, [
        stringOf('Loftline', 'Loftline'),
        stringOf('SUPPORTED_LOFTLINE', 'Google Chrome with Loftline'),
        ...strings,
      ]),
      element(
        'presentationTable',
        {},
        keys.map((key) => presentationOf(key, CATALOGUE[key].spec, describe(key).title, policy[key])),
      ),
    ]),
  ]);
  return { admx: xmlText(admx), adml: xmlText(adml) };
}

function policyOf(key: string, spec: Spec, extensionId: string): XmlNode {
  const name = nameOf(key);
  return element(
    'policy',
    {
      name,
      class: 'Both',
      displayName: `$(string.${name})`,
      explainText: `$(string.${name}_Explain)`,
      presentation: `$(presentation.${name})`,
      key: registryKey('chrome', extensionId),
    },
    [
      element('parentCategory', { ref: 'Loftline' }),
      element('supportedOn', { ref: 'SUPPORTED_LOFTLINE' }),
      element('elements', {}, [elementOf(key, spec)]),
    ],
  );
}

function elementOf(key: string, spec: Spec): XmlNode {
  const common = { id: nameOf(key), valueName: key };
  if (spec.kind === 'number' && spec.isWhole) {
    return element('decimal', { ...common, minValue: String(spec.min), maxValue: String(spec.max), required: 'true' });
  }
  const choices = choicesOf(spec);
  if (choices.length === 0) return element('text', { ...common, required: 'true' });
  const shown = choices.map(({ id, value }) =>
    element('item', { displayName: `$(string.${nameOf(key)}_${id})` }, [element('value', {}, [value])]),
  );
  return element('enum', { ...common, required: 'true' }, shown);
}

function presentationOf(key: string, spec: Spec, label: string, value: unknown): XmlNode {
  const refId = nameOf(key);
  const stored = value === undefined ? undefined : toRegistryValue(value);
  const given = stored && ('dword' in stored ? String(stored.dword) : stored.text);
  const choices = choicesOf(spec);
  if (choices.length > 0) {
    const place = choices.findIndex(({ id }) => id === String(value));
    const chosen: Readonly<Record<string, string>> = place >= 0 ? { defaultItem: String(place) } : {};
    return element('presentation', { id: refId }, [
      element('dropdownList', { refId, noSort: 'true', ...chosen }, [label]),
    ]);
  }
  if (spec.kind === 'number' && spec.isWhole) {
    const filled: Readonly<Record<string, string>> = given === undefined ? {} : { defaultValue: given };
    return element('presentation', { id: refId }, [element('decimalTextBox', { refId, ...filled }, [label])]);
  }
  const filled = given === undefined ? [] : [element('defaultValue', {}, [given])];
  return element('presentation', { id: refId }, [
    element('textBox', { refId }, [element('label', {}, [label]), ...filled]),
  ]);
}

type AdmxChoice = { readonly id: string; readonly shown: string; readonly value: XmlNode };

function choicesOf(spec: Spec): readonly AdmxChoice[] {
  if (spec.kind === 'boolean') {
    return [true, false].map((one) => ({
      id: String(one),
      shown: one ? 'On' : 'Off',
      value: element('decimal', { value: one ? '1' : '0' }),
    }));
  }
  if (spec.kind !== 'choice') return [];
  return spec.options.map((option) => ({ id: option, shown: option, value: element('string', {}, [option]) }));
}

function stringOf(id: string, words: string): XmlNode {
  return element('string', { id }, [words]);
}

function nameOf(key: string): string {
  return key.replaceAll('.', '_');
}
