import type { Reader } from '../reader.ts';

/** What the catalogue says of the tables that are ours: everything outside of PostgreSQL's own and extensions' schemas. */
export interface Catalogue {
  readonly tables: readonly CatalogueTable[];
  readonly keys: readonly CatalogueKey[];
  readonly foreignKeys: readonly CatalogueForeignKey[];
  /** Things that no distributed table may have, each with what it is. */
  readonly extras: readonly CatalogueExtra[];
  readonly functions: readonly CatalogueFunction[];
}

export interface CatalogueTable {
  readonly name: string;
  readonly comment: string | null;
  /** `text COLLATE "C"`; null where there is no such column. */
  readonly owner_type: string | null;
  readonly owner_not_null: boolean;
  readonly has_primary_key: boolean;
}

/** A primary key, unique constraint, unique index or exclusion constraint. */
export interface CatalogueKey {
  readonly table: string;
  readonly name: string;
  /** In order; null for an expression. */
  readonly columns: readonly (string | null)[];
  /** False for an exclusion constraint whose first operator is not equality. */
  readonly leads_with_equality: boolean;
}

export interface CatalogueForeignKey {
  readonly table: string;
  readonly name: string;
  readonly columns: readonly string[];
  readonly target: string;
  readonly target_columns: readonly string[];
  /** ON DELETE or ON UPDATE sets the columns to something else. */
  readonly sets_columns: boolean;
}

export interface CatalogueExtra {
  readonly kind: 'trigger' | 'rule' | 'sequence' | 'identity' | 'sequence-default' | 'unlogged' | 'inherited';
  readonly table: string;
  readonly name: string;
}

/** A SECURITY DEFINER function. */
export interface CatalogueFunction {
  readonly name: string;
  /** As set on the function; null where it takes the caller's. */
  readonly search_path: string | null;
  readonly open_to_public: boolean;
}

export async function readCatalogue(reader: Reader): Promise<Catalogue> {
  return {
    tables: await reader.rows(tablesSql),
    keys: await reader.rows(keysSql),
    foreignKeys: await reader.rows(foreignKeysSql),
    extras: await reader.rows(extrasSql),
    functions: await reader.rows(functionsSql),
  };
}

/** Relations that are ours. A partition shares the fate of its parent, so it is not looked at by itself. */
const ours = `
  ours AS MATERIALIZED (
    SELECT c.oid, c.relkind, c.relpersistence,
           CASE n.nspname WHEN 'public' THEN c.relname::text ELSE n.nspname || '.' || c.relname END AS name
      FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND NOT c.relispartition
       AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                        WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
  )`;

const tablesSql = `
  WITH ${ours}
  SELECT t.name, obj_description(t.oid, 'pg_class') AS comment, coalesce(a.attnotnull, false) AS owner_not_null,
         format_type(a.atttypid, a.atttypmod) || coalesce(' COLLATE ' || quote_ident(l.collname), '') AS owner_type,
         EXISTS (SELECT FROM pg_catalog.pg_index i WHERE i.indrelid = t.oid AND i.indisprimary) AS has_primary_key
    FROM ours t
    LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = t.oid AND a.attname = 'owner_id' AND NOT a.attisdropped
    LEFT JOIN pg_catalog.pg_collation l ON l.oid = a.attcollation
   WHERE t.relkind IN ('r', 'p') ORDER BY t.name`;

const keysSql = `
  WITH ${ours}
  SELECT t.name AS "table", k.relname::text AS name,
         ARRAY(SELECT a.attname::text
                 FROM unnest(i.indkey::smallint[]) WITH ORDINALITY AS part (number, place)
                 LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = t.oid AND a.attnum = part.number AND part.number > 0
                WHERE part.place <= i.indnkeyatts ORDER BY part.place) AS columns,
         coalesce(o.oprname = '=', true) AS leads_with_equality
    FROM ours t
    JOIN pg_catalog.pg_index i ON i.indrelid = t.oid AND (i.indisunique OR i.indisexclusion)
    JOIN pg_catalog.pg_class k ON k.oid = i.indexrelid
    LEFT JOIN pg_catalog.pg_constraint x ON x.conindid = i.indexrelid AND x.contype = 'x'
    LEFT JOIN pg_catalog.pg_operator o ON o.oid = x.conexclop[1]
   ORDER BY t.name, k.relname`;

const foreignKeysSql = `
  WITH ${ours}
  SELECT t.name AS "table", f.conname::text AS name, r.name AS target,
         ARRAY(SELECT a.attname::text FROM unnest(f.conkey) WITH ORDINALITY AS part (number, place)
                 JOIN pg_catalog.pg_attribute a ON a.attrelid = f.conrelid AND a.attnum = part.number
                ORDER BY part.place) AS columns,
         ARRAY(SELECT a.attname::text FROM unnest(f.confkey) WITH ORDINALITY AS part (number, place)
                 JOIN pg_catalog.pg_attribute a ON a.attrelid = f.confrelid AND a.attnum = part.number
                ORDER BY part.place) AS target_columns,
         f.confdeltype IN ('n', 'd') OR f.confupdtype IN ('n', 'd') AS sets_columns
    FROM pg_catalog.pg_constraint f JOIN ours t ON t.oid = f.conrelid JOIN ours r ON r.oid = f.confrelid
   WHERE f.contype = 'f' ORDER BY t.name, f.conname`;

const extrasSql = `
  WITH ${ours}
  SELECT 'trigger' AS kind, t.name AS "table", g.tgname::text AS name
    FROM ours t JOIN pg_catalog.pg_trigger g ON g.tgrelid = t.oid AND NOT g.tgisinternal
  UNION ALL
  SELECT 'rule', t.name, r.rulename::text
    FROM ours t JOIN pg_catalog.pg_rewrite r ON r.ev_class = t.oid WHERE t.relkind IN ('r', 'p')
  UNION ALL
  SELECT 'sequence', t.name, t.name FROM ours t WHERE t.relkind = 'S'
  UNION ALL
  SELECT 'identity', t.name, a.attname::text
    FROM ours t JOIN pg_catalog.pg_attribute a ON a.attrelid = t.oid AND a.attidentity <> ''
  UNION ALL
  SELECT 'sequence-default', t.name, a.attname::text
    FROM ours t
    JOIN pg_catalog.pg_attrdef d ON d.adrelid = t.oid
    JOIN pg_catalog.pg_attribute a ON a.attrelid = t.oid AND a.attnum = d.adnum
   WHERE pg_get_expr(d.adbin, d.adrelid) ~* '\\mnextval\\('
  UNION ALL
  SELECT 'unlogged', t.name, t.name FROM ours t WHERE t.relkind IN ('r', 'p') AND t.relpersistence = 'u'
  UNION ALL
  SELECT 'inherited', t.name, p.name
    FROM ours t JOIN pg_catalog.pg_inherits i ON i.inhrelid = t.oid JOIN ours p ON p.oid = i.inhparent
   WHERE t.relkind IN ('r', 'p')
  ORDER BY 2, 1, 3`;

const functionsSql = `
  SELECT p.oid::regprocedure::text AS name,
         (SELECT substr(setting, length('search_path=') + 1) FROM unnest(p.proconfig) AS setting
           WHERE starts_with(setting, 'search_path=')) AS search_path,
         EXISTS (SELECT FROM aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) AS may
                  WHERE may.grantee = 0 AND may.privilege_type = 'EXECUTE') AS open_to_public
    FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
   WHERE p.prosecdef AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
     AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                      WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')
   ORDER BY 1`;
