import ts from 'typescript';

/** Names that a source text makes: not those it takes over from Chrome, Salesloft or a package by reading their fields. */
export function declaredNames(path: string, code: string): readonly string[] {
  const file = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true);
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    if (makesName(node) && node.name) collect(node.name, names);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return names;
}

type Naming = ts.Node & { readonly name?: ts.Node };

function makesName(node: ts.Node): node is Naming {
  return (
    ts.isVariableDeclaration(node) ||
    ts.isParameter(node) ||
    ts.isFunctionDeclaration(node) ||
    ts.isFunctionExpression(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isClassDeclaration(node) ||
    ts.isMethodDeclaration(node) ||
    ts.isMethodSignature(node) ||
    ts.isPropertySignature(node)
  );
}

/** `const { a, b: c } = …` makes `a` and `c`. */
function collect(name: ts.Node, names: string[]): void {
  if (ts.isIdentifier(name)) {
    names.push(name.text);
    return;
  }
  if (!ts.isObjectBindingPattern(name) && !ts.isArrayBindingPattern(name)) return;
  for (const element of name.elements) {
    if (ts.isBindingElement(element)) collect(element.name, names);
  }
}

/** The words of a name: `leadTimeMs` is lead, time, ms. */
export function wordsOf(name: string): readonly string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .split(/[\s_$-]+/)
    .map((word) => word.toLowerCase());
}
