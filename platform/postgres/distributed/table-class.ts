/** What a table is when the database is spread over several servers, as its COMMENT says. */
export type TableClass =
  /** Rows of one owner stand together; `owner_id` leads every key. */
  | { readonly kind: 'distributed' }
  /** Small, and whole on every server. */
  | { readonly kind: 'reference' }
  /** Unique across everybody: spread by its own key. */
  | { readonly kind: 'locator'; readonly column: string }
  /** Of the coordinating server alone. */
  | { readonly kind: 'local' };

/** Null where the comment does not say it: `distributed: …`, `reference: …`, `locator(<column>): …`, `local: …`. */
export function readTableClass(comment: string | null): TableClass | null {
  const match = /^(?:(distributed|reference|local)|locator\(([a-z][a-z0-9_]*)\)): \S/.exec(comment ?? '');
  if (!match) return null;
  const [, kind, column] = match;
  if (column !== undefined) return { kind: 'locator', column };
  return kind === 'distributed' || kind === 'reference' ? { kind } : { kind: 'local' };
}
