import type { CaseFile } from '#engines/casework';
import type { Reader } from '#platform/postgres';
import type { Caller } from './caller.ts';
import { maySee } from './case-actor.ts';

/** Those of these cases that the caller may see: a draft is its maker's alone, and so is the case that its files lie with. */
export async function seenOf(
  reader: Reader,
  { caller, files }: { readonly caller: Caller; readonly files: readonly CaseFile[] },
): Promise<readonly CaseFile[]> {
  const seen = files.filter((file) => maySee(caller, file.ownerId, file));
  if (caller.kind === 'officer' || caller.kind === 'system') return seen;
  const drafts = seen.filter(({ state }) => state === 'draft' || state === 'draft-ended');
  if (drafts.length === 0) return seen;
  const others = await ofOthers(reader, { caller, drafts });
  return seen.filter(({ id }) => !others.has(id));
}

export async function seesCase(reader: Reader, caller: Caller, file: CaseFile): Promise<boolean> {
  return (await seenOf(reader, { caller, files: [file] })).length > 0;
}

/**
 * The cases of drafts that others are writing. Once a draft has ended, it no longer names its case; whose that was is told by who
 * photographed for it.
 */
async function ofOthers(
  reader: Reader,
  { caller, drafts }: { readonly caller: Caller; readonly drafts: readonly CaseFile[] },
): Promise<ReadonlySet<string>> {
  const rows = await reader.rows<{ id: string }>(
    `SELECT c.id FROM case_file c
      WHERE c.owner_id = ANY ($1) AND c.id = ANY ($2)
        AND CASE c.state
              WHEN 'draft' THEN EXISTS (SELECT FROM withdrawal_draft d WHERE d.owner_id = c.owner_id
                AND d.case_number = c.number AND d.ended IS NULL AND d.made_by <> $3)
              WHEN 'draft-ended' THEN EXISTS (SELECT FROM paper_upload u WHERE u.owner_id = c.owner_id
                AND u.case_id = c.id AND u.uploader_kind <> 'officer' AND u.uploader_id <> $3)
              ELSE false END`,
    [drafts.map(({ ownerId }) => ownerId), drafts.map(({ id }) => id), caller.id],
  );
  return new Set(rows.map(({ id }) => id));
}
