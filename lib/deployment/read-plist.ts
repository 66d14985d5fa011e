import { parseXml, XmlElement } from '@rgrove/parse-xml';

type Read = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly problem: string };

/**
 * Reads an XML property list. The page's policy of trusted types forbids the browser's own parser, and with it the
 * libraries that use it: https://developer.mozilla.org/docs/Web/API/DOMParser/parseFromString
 */
export function readPlist(text: string): Read {
  try {
    const root = parseXml(text).root;
    if (root?.name !== 'plist') return { ok: false, problem: '<plist>' };
    const [top] = elementsIn(root);
    if (!top) return { ok: false, problem: '<plist>' };
    return { ok: true, value: valueOf(top) };
  } catch (error) {
    return { ok: false, problem: error instanceof Error ? (error.message.split('\n')[0] ?? '') : '' };
  }
}

function valueOf(node: XmlElement): unknown {
  switch (node.name) {
    case 'true':
      return true;
    case 'false':
      return false;
    case 'integer':
    case 'real':
      return Number(node.text);
    case 'array':
      return elementsIn(node).map(valueOf);
    case 'dict':
      return dictOf(node);
    default:
      return node.text;
  }
}

/** Keys and values follow one another; a fresh object without a prototype takes any key as it is. */
function dictOf(node: XmlElement): unknown {
  const dict: Record<string, unknown> = {};
  const parts = elementsIn(node);
  for (let place = 0; place + 1 < parts.length; place += 2) {
    const [key, value] = [parts[place], parts[place + 1]];
    if (key?.name !== 'key' || !value) throw new Error('<key>');
    Object.defineProperty(dict, key.text, { value: valueOf(value), enumerable: true, configurable: true });
  }
  return dict;
}

function elementsIn(node: XmlElement): readonly XmlElement[] {
  return node.children.filter((child) => child instanceof XmlElement);
}
