import type { Reader, Tx } from '#platform/postgres';
import type { CaseFile } from './case.ts';

/** Which case follows which. */
export interface ParentLink {
  readonly parentId: string;
  readonly parentNumber: string;
  /** The entry of late money that opened it; null for none. */
  readonly cause: string | null;
}

export async function insertParent(
  tx: Tx,
  link: {
    readonly ownerId: string;
    readonly caseId: string;
    readonly parentId: string;
    readonly cause: string | null;
    readonly at: Date;
  },
): Promise<void> {
  await tx.rows(
    'INSERT INTO case_parent (owner_id, case_id, parent_id, cause, linked_at) VALUES ($1, $2, $3, $4, $5)',
    [link.ownerId, link.caseId, link.parentId, link.cause, link.at],
  );
}

export function parentOf(
  reader: Reader,
  of: Pick<CaseFile, 'ownerId' | 'id'>,
): Promise<ParentLink | undefined> {
  return reader.row<ParentLink>(
    `SELECT l.parent_id AS "parentId", p.number AS "parentNumber", l.cause
       FROM case_parent l JOIN case_file p ON p.owner_id = l.owner_id AND p.id = l.parent_id
      WHERE l.owner_id = $1 AND l.case_id = $2`,
    [of.ownerId, of.id],
  );
}

/** The cases that follow one, oldest first. */
export async function followersOf(
  reader: Reader,
  of: Pick<CaseFile, 'ownerId' | 'id'>,
): Promise<readonly Pick<CaseFile, 'id' | 'number' | 'process' | 'state'>[]> {
  return reader.rows(
    `SELECT c.id, c.number, c.process, c.state FROM case_parent l JOIN case_file c ON c.owner_id = l.owner_id AND c.id = l.case_id
      WHERE l.owner_id = $1 AND l.parent_id = $2 ORDER BY l.linked_at, c.id`,
    [of.ownerId, of.id],
  );
}
