import type { CatalogueForeignKey } from './catalogue.store.ts';
import { type DistributionFinding, finding } from './findings.ts';
import type { TableClass } from './table-class.ts';

/**
 * A foreign key is checked on the server that holds the row, so what it points to must stand there too: rows of the same
 * owner, or a table that is whole everywhere.
 */
export function foreignKeyFindings(
  key: CatalogueForeignKey,
  classes: ReadonlyMap<string, TableClass | null>,
): readonly DistributionFinding[] {
  const [from, to] = [classes.get(key.table), classes.get(key.target)];
  if (!from || !to) return []; // a table without a class is told by itself
  const at = { table: key.table, name: key.name };
  if (!allowed.has(`${from.kind}→${to.kind}`)) return [finding('foreign-key-classes', at)];
  if (to.kind !== 'distributed') return [];
  const found: DistributionFinding[] = [];
  if (!carriesOwner(key)) found.push(finding('foreign-key-owner', at));
  if (key.sets_columns) found.push(finding('foreign-key-sets-columns', at));
  return found;
}

const allowed: ReadonlySet<string> = new Set([
  'distributed→distributed',
  'distributed→reference',
  'locator→reference',
  'reference→reference',
  'local→local',
  'local→reference',
]);

function carriesOwner({ columns, target_columns: targets }: CatalogueForeignKey): boolean {
  const place = columns.indexOf('owner_id');
  return place >= 0 && targets[place] === 'owner_id';
}
