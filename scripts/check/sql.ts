import { scan } from './scan.ts';
import { type Files, lineAt, sources, type Violation } from './violation.ts';

/** How a statement begins. Sentences of the interface begin otherwise, or lack the second word. */
const statement = new RegExp(
  [
    'select\\s[\\s\\S]*\\sfrom\\s|select\\s+[a-z_.]+\\(',
    'insert\\s+into\\s|update\\s+[a-z_."]+\\s+(as\\s+\\w+\\s+|[a-z]\\s+)?set\\s|delete\\s+from\\s|merge\\s+into\\s|truncate\\s+(table\\s|[a-z_.]+$)',
    'with\\s+(recursive\\s+)?\\w+\\s*(\\([^)]*\\)\\s*)?as\\s+(not\\s+)?(materialized\\s+)?\\(',
    '(create|alter|drop)\\s+(or\\s+replace\\s+)?(unique\\s+)?(table|index|role|user|schema|function|type|view|database|extension|policy)\\s',
    '(grant|revoke)\\s[\\s\\S]+\\s(on|to|from)\\s|set\\s+(local\\s+|session\\s+)?(role|search_path|transaction)\\b',
    'lock\\s+table\\s|copy\\s+\\w+\\s*(\\([^)]*\\)\\s*)?(from|to)\\s+(stdin|stdout)|(listen|notify)\\s+[a-z_]+$|(begin|commit|rollback)\\s*;?$',
  ].join('|'),
  'i',
);

const mayHoldSql = [
  /(^|[/.])store\.ts$/,
  /\.db\.test\.ts$/,
  /\.e2e\.test\.ts$/,
  /^migrations\//,
  /^platform\/(postgres|testing)\//,
  /^(scripts|bench)\//,
];

/** SQL stands in `store.ts` and in migrations, so that whoever reads a decision reads no table, and the other way round. */
export function checkSql(files: Files): readonly Violation[] {
  return sources(files).flatMap(([path, text]) => {
    if (mayHoldSql.some((pattern) => pattern.test(path))) return [];
    return scan(text)
      .strings.filter((literal) => isSql(literal.text))
      .map(({ start }) => ({
        path,
        line: lineAt(text, start),
        says: 'SQL belongs into store.ts or a migration',
      }));
  });
}

function isSql(text: string): boolean {
  const trimmed = text.trim();
  // A sentence begins with one capital; nobody writes statements so.
  return !/^[A-Z][a-z]/.test(trimmed) && statement.exec(trimmed)?.index === 0;
}
