import type { StoredTable } from './tables.store.ts';

/** Tables in an order in which they can be loaded: what a foreign key names comes before it. */
export function loadOrder<T extends Pick<StoredTable, 'name' | 'needs'>>(tables: readonly T[]): readonly T[] {
  const ordered: T[] = [];
  const placed = new Set<string>();
  const known = new Set(tables.map(({ name }) => name));
  while (ordered.length < tables.length) {
    const free = tables.filter(
      ({ name, needs }) => !placed.has(name) && needs.every((need) => placed.has(need) || !known.has(need)),
    );
    if (free.length === 0) throw new Error(`foreign keys go in a circle: ${unplaced(tables, placed)}`);
    ordered.push(...free);
    for (const { name } of free) placed.add(name);
  }
  return ordered;
}

function unplaced(tables: readonly { readonly name: string }[], placed: ReadonlySet<string>): string {
  return tables
    .map(({ name }) => name)
    .filter((name) => !placed.has(name))
    .join(', ');
}

/**
 * What a table's comment says of backups. `…; not in backups`: its rows are not worth keeping (sessions) or follow from others.
 * `…; rebuilt by refill_days()`: after a restore that function fills it.
 */
export function backupRule(comment: string | null): {
  readonly kept: boolean;
  readonly rebuiltBy: string | null;
} {
  const rebuiltBy = /; rebuilt by ([a-z][a-z0-9_]*)\(\)/.exec(comment ?? '')?.[1] ?? null;
  return { kept: rebuiltBy === null && !/; not in backups\b/.test(comment ?? ''), rebuiltBy };
}
