/**
 * Names for statements that come again and again, so that the server parses and plans them once per connection: within a case's
 * transaction that is half of its work. A statement gets its name the third time; texts beyond `most` get none, so that
 * statements composed anew each time fill neither this memory nor the server's.
 */
export type StatementNames = (sql: string) => string | undefined;

const fromUse = 3;

export function statementNames(most = 1_000): StatementNames {
  const known = new Map<string, { readonly name: string; uses: number }>();
  return (sql) => {
    const before = known.get(sql);
    if (!before) {
      if (known.size < most) known.set(sql, { name: `s${known.size}`, uses: 1 });
      return undefined;
    }
    before.uses += 1;
    return before.uses >= fromUse ? before.name : undefined;
  };
}
