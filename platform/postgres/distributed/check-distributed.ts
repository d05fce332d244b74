import type { Reader } from '../reader.ts';
import {
  type Catalogue,
  type CatalogueFunction,
  type CatalogueKey,
  type CatalogueTable,
  readCatalogue,
} from './catalogue.store.ts';
import { type DistributionFinding, finding } from './findings.ts';
import { foreignKeyFindings } from './foreign-keys.ts';
import { readTableClass, type TableClass } from './table-class.ts';

/** The one type that rows of one owner are put together by. */
const ownerType = 'text COLLATE "C"';

/**
 * Everything in the catalogue that would be refused, or would not be safe, on a database spread by `owner_id` over several
 * servers (Citus: unique keys without the distribution column, triggers, foreign keys between tables that do not stand
 * together). Empty where the schema is fit.
 */
export async function checkDistributed(reader: Reader): Promise<readonly DistributionFinding[]> {
  return distributionFindings(await readCatalogue(reader));
}

function distributionFindings(catalogue: Catalogue): readonly DistributionFinding[] {
  const classes = new Map(catalogue.tables.map(({ name, comment }) => [name, readTableClass(comment)]));
  return [
    ...catalogue.tables.flatMap((table) => tableFindings(table, classes.get(table.name) ?? null)),
    ...catalogue.keys.flatMap((key) => keyFindings(key, classes.get(key.table) ?? null)),
    ...catalogue.tables.flatMap((table) =>
      locatorFindings(table, { catalogue, of: classes.get(table.name) ?? null }),
    ),
    ...catalogue.foreignKeys.flatMap((key) => foreignKeyFindings(key, classes)),
    ...catalogue.extras.map(({ kind, table, name }) => finding(kind, { table, name })),
    ...catalogue.functions.flatMap(functionFindings),
  ];
}

function tableFindings(table: CatalogueTable, of: TableClass | null): readonly DistributionFinding[] {
  const at = { table: table.name, name: table.name };
  if (of === null) return [finding('no-class', at)];
  const found: DistributionFinding[] = [];
  if (of.kind !== 'local' && !table.has_primary_key) found.push(finding('no-primary-key', at));
  if (of.kind !== 'distributed') return found;
  if (table.owner_type === null) return [...found, finding('no-owner', at)];
  if (!table.owner_not_null) found.push(finding('owner-may-be-null', at));
  if (table.owner_type !== ownerType)
    found.push(finding('owner-of-another-type', { ...at, name: table.owner_type }));
  return found;
}

function keyFindings(key: CatalogueKey, of: TableClass | null): readonly DistributionFinding[] {
  const leader = of?.kind === 'distributed' ? 'owner_id' : of?.kind === 'locator' ? of.column : undefined;
  if (leader === undefined || (key.columns[0] === leader && key.leads_with_equality)) return [];
  return [
    finding(of?.kind === 'locator' ? 'locator-key' : 'key-without-owner', {
      table: key.table,
      name: key.name,
    }),
  ];
}

interface Whole {
  readonly catalogue: Catalogue;
  readonly of: TableClass | null;
}

/** A locator exists to make something unique: without a key it would not. */
function locatorFindings(
  { name: table }: CatalogueTable,
  { catalogue, of }: Whole,
): readonly DistributionFinding[] {
  if (of?.kind !== 'locator' || catalogue.keys.some((key) => key.table === table)) return [];
  return [finding('locator-key', { table, name: of.column })];
}

/**
 * A function that runs with its owner's rights must look names up in a fixed path that ends with the temporary schema, or its
 * caller could put a table of his own in the way; and nobody gets it by default.
 */
function functionFindings({
  name,
  search_path: path,
  open_to_public: open,
}: CatalogueFunction): readonly DistributionFinding[] {
  const at = { table: name, name };
  const fixed = path !== null && /(^|,)\s*pg_temp$/.test(path);
  return [...(fixed ? [] : [finding('search-path', at)]), ...(open ? [finding('open-to-public', at)] : [])];
}
