/** A small tree that is written as XML with everything escaped. */
export type XmlNode = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlNode | string)[];
};

export function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly (XmlNode | string)[] = [],
): XmlNode {
  return { name, attributes, children };
}

export function xmlText(root: XmlNode): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${written(root, '')}\n`;
}

function written({ name, attributes, children }: XmlNode, indent: string): string {
  const given = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  const open = `${indent}<${name}${given.join('')}`;
  if (children.length === 0) return `${open} />`;
  if (children.every((child) => typeof child === 'string')) return `${open}>${escaped(children.join(''))}</${name}>`;
  const inner = children.map((child) => (typeof child === 'string' ? escaped(child) : written(child, `${indent}  `)));
  return `${open}>\n${inner.join('\n')}\n${indent}</${name}>`;
}

/** Line breaks and tabs as references: a reader may fold them otherwise. XML 1.0 has no other control characters. */
function escaped(text: string): string {
  return [...text]
    .filter((character) => character >= ' ' || '\n\r\t'.includes(character))
    .map((character) => ESCAPES[character] ?? character)
    .join('');
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};
