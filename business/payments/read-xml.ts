import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { ok, type Problem, type Result, refuse } from '#basics';

/** A read element: its text, its children by name (each a list), its attributes by `@name`. */
export interface Node {
  readonly text: string;
  readonly children: Readonly<Record<string, readonly Node[]>>;
  readonly attributes: Readonly<Record<string, string>>;
}

export interface UnfitXml {
  readonly code: 'payments.not-an-answer';
  readonly figures: { readonly why: string };
  readonly problems?: readonly Problem[];
}

/** A document that was read, and which of the messages it is. */
export interface ReadDocument {
  readonly namespace: string;
  readonly root: Node;
}

/** Messages of banks nest some fifteen deep. */
const deepest = 40;
const longest = 32 * 1024 * 1024;

/**
 * Reads a document of one of the messages that `namespaces` names. A document type declaration is refused before anything is
 * parsed: entities of one's own making are how such files attack their reader. So is what is too long or nested too deep.
 */
export function readXml(given: string, namespaces: readonly string[]): Result<ReadDocument, UnfitXml> {
  const text = given.replace(/^\uFEFF/, '');
  if (/<!\s*(DOCTYPE|ENTITY)/i.test(text)) return unfit('DOCTYPE');
  if (text.length > longest) return unfit(`> ${longest}`);
  if (depthOf(text) > deepest) return unfit(`> ${deepest} deep`);
  const valid = XMLValidator.validate(text);
  if (valid !== true) return unfit(`${valid.err.line}: ${valid.err.msg}`);
  const namespace = namespaceOf(text);
  if (namespace === undefined || !namespaces.includes(namespace)) return unfit(namespaces.join(', '));
  const root = asNodes(treeOf(text)).Document?.[0];
  return root ? ok({ namespace, root }) : unfit('Document');
}

/** The namespace of the Document, under whichever prefix it is written. */
export function namespaceOf(text: string): string | undefined {
  const [opening = '', prefix = ''] = /<(?:([\w.-]+):)?Document\b[^>]*>/.exec(text) ?? [];
  const name = prefix === '' ? 'xmlns' : `xmlns:${prefix}`;
  const declared = new RegExp(`\\s${name.replaceAll('.', '\\.')}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(
    opening,
  );
  return declared?.[1] ?? declared?.[2];
}

/** How deep elements are nested, told by their tags alone. */
function depthOf(text: string): number {
  let depth = 0;
  let most = 0;
  for (const [tag] of text.matchAll(/<\/?[A-Za-z_][^>]*>/g)) {
    if (tag.startsWith('</')) depth -= 1;
    else if (!tag.endsWith('/>')) depth += 1;
    most = Math.max(most, depth);
  }
  return most;
}

/** Null where the parser refuses it: nested without end, or named so as to reach into objects (`__proto__`). */
function treeOf(text: string): unknown {
  try {
    return parser().parse(text);
  } catch {
    return null;
  }
}

export function unfit(why: string) {
  return refuse<UnfitXml>({ code: 'payments.not-an-answer', figures: { why } });
}

function parser(): XMLParser {
  return new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    textNodeName: '#text',
    parseTagValue: false,
    parseAttributeValue: false,
    removeNSPrefix: true,
    trimValues: true,
    isArray: (_name, _path, _leaf, isAttribute) => !isAttribute,
  });
}

function asNodes(tree: unknown): Readonly<Record<string, readonly Node[]>> {
  if (typeof tree !== 'object' || tree === null) return {};
  return Object.fromEntries(
    Object.entries(tree)
      .filter(([name]) => !name.startsWith('@') && !name.startsWith('#') && !name.startsWith('?'))
      .map(([name, held]) => [name, (Array.isArray(held) ? held : [held]).map(asNode)]),
  );
}

function asNode(held: unknown): Node {
  if (typeof held !== 'object' || held === null)
    return { text: String(held ?? ''), children: {}, attributes: {} };
  const entries = Object.entries(held);
  const attributes = Object.fromEntries(
    entries.filter(([name]) => name.startsWith('@')).map(([name, value]) => [name.slice(1), String(value)]),
  );
  const text = entries.find(([name]) => name === '#text')?.[1];
  return { text: String(text ?? ''), children: asNodes(held), attributes };
}

/** All elements at a path below a node. */
export function nodesAt(node: Node, path: string): readonly Node[] {
  return path
    .split('/')
    .reduce<readonly Node[]>((nodes, name) => nodes.flatMap((one) => one.children[name] ?? []), [node]);
}

/** The text of the first element at a path; null where there is none. */
export function textAt(node: Node, path: string): string | null {
  return nodesAt(node, path)[0]?.text ?? null;
}
