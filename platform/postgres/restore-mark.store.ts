import type { Reader } from './reader.ts';
import type { RestoreMark, RestoreStep } from './restore-mark.ts';

/** Whether a restore is under way; every role may ask. */
export async function isMarked(reader: Reader): Promise<boolean> {
  const table = await reader.row<{ found: boolean }>(
    `SELECT to_regclass('public.restore_under_way') IS NOT NULL AS found`,
  );
  return table?.found ?? false;
}

/** Undefined where no restore is under way. */
export async function readMark(reader: Reader): Promise<RestoreMark | undefined> {
  if (!(await isMarked(reader))) return undefined;
  return reader.row<RestoreMark>('SELECT backup, step FROM public.restore_under_way');
}

/**
 * The mark, locked whole until the transaction ends; undefined where it has gone, be it while this one waited. The whole
 * table and not its row: whoever waited for the row would stand in the way of dropping the table.
 */
export async function lockMark(tx: Reader): Promise<RestoreMark | undefined> {
  await tx.rows(`DO $$ BEGIN
    LOCK TABLE public.restore_under_way IN ACCESS EXCLUSIVE MODE;
  EXCEPTION WHEN undefined_table THEN NULL; -- another restore of the same backup was quicker
  END $$`);
  return readMark(tx);
}

/** Whether anything stands in the database: a table, a view, a sequence; what extensions brought does not count. */
export async function hasTables(reader: Reader): Promise<boolean> {
  const answer = await reader.row<{ found: boolean }>(
    `SELECT EXISTS (SELECT FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                     WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f')
                       AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                            WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')) AS found`,
  );
  return answer?.found ?? true;
}

/** The table and its row come together: a table without its row is nobody's mark. */
export async function makeMark(reader: Reader, backup: string): Promise<void> {
  if (!/^[0-9a-f]{32}$/.test(backup)) throw new Error('a backup is named by 32 hexadecimal digits');
  // Several statements in one message are one transaction; they take no values, hence the check above.
  await reader.rows(`
    CREATE TABLE public.restore_under_way (
      only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
      backup text NOT NULL,
      step text NOT NULL CHECK (step IN ('structure', 'rows'))
    );
    COMMENT ON TABLE public.restore_under_way IS 'local: a backup is being restored into this database; gone when it is whole';
    INSERT INTO public.restore_under_way (backup, step) VALUES ('${backup}', 'structure');`);
}

export async function setStep(reader: Reader, step: RestoreStep): Promise<void> {
  await reader.rows('UPDATE public.restore_under_way SET step = $1', [step]);
}

/** The mark goes, and what the database was restored from is remembered; to be called in the transaction that locked it. */
export async function dropMark(tx: Reader): Promise<void> {
  await tx.rows(
    `INSERT INTO public.restored_from (backup, restored_at) SELECT backup, now() FROM public.restore_under_way ON CONFLICT DO NOTHING`,
  );
  await tx.rows('DROP TABLE public.restore_under_way');
}

/** Whether the database was restored from this backup, and the restore is complete. */
export async function isRestoredFrom(reader: Reader, backup: string): Promise<boolean> {
  const table = await reader.row<{ found: boolean }>(
    `SELECT to_regclass('public.restored_from') IS NOT NULL AS found`,
  );
  if (!table?.found) return false;
  return (await reader.row('SELECT 1 FROM public.restored_from WHERE backup = $1', [backup])) !== undefined;
}
