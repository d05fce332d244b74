import type { Plugin } from 'vite';
import type { Language } from '../ui/language.tsx';

/** A node of the parsed program, as far as it is looked at here. */
interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

/**
 * Whoever reads a page in one language need not load the texts of the other: where an object says the same in `zh` and `en`, the
 * other's words are left out of the program.
 */
export function oneLanguage(language: Language): Plugin {
  const other = language === 'zh' ? 'en' : 'zh';
  return {
    name: 'one-language',
    enforce: 'post',
    transform(code, id) {
      if (!/\.tsx?(\?|$)/.test(id) || !/\bzh\b/.test(code)) return null;
      const cuts: Node[] = [];
      walk(this.parse(code) as unknown as Node, (node) => {
        const said = node.type === 'ObjectExpression' ? wordsOf(node) : null;
        const cut = said?.get(other);
        if (said?.has(language) && cut && isText(cut)) cuts.push(cut);
      });
      let left = code;
      for (const { start, end } of cuts.sort((a, b) => b.start - a.start))
        left = `${left.slice(0, start)}""${left.slice(end)}`;
      return { code: left, map: null };
    },
  };
}

function wordsOf(object: Node): ReadonlyMap<string, Node> {
  const properties = object.properties as readonly Node[];
  return new Map(
    properties.flatMap((property) => {
      if (property.type !== 'Property') return [];
      const key = property.key as Node;
      return key.type === 'Identifier' ? [[key.name as string, property.value as Node] as const] : [];
    }),
  );
}

function isText({ type, value }: Node): boolean {
  return type === 'TemplateLiteral' || (type === 'Literal' && typeof value === 'string');
}

function walk(node: Node, visit: (node: Node) => void): void {
  visit(node);
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? value : [value])
      if (typeof (child as Node | null)?.type === 'string') walk(child as Node, visit);
}
