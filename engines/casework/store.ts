import type { PlainDate } from '#basics';
import type { Reader, Tx } from '#platform/postgres';
import type { CaseFile, CaseMaterial, ChainedAction, Channel, JsonObject } from './case.ts';
import type { Deadline } from './deadline.ts';
import type { ActorKind } from './process.ts';

/** Cases, their actions and their materials; the only SQL on these tables. Decisions are in decision.store.ts. */

interface CaseRow {
  readonly owner_id: string;
  readonly id: string;
  readonly number: string;
  readonly process: string;
  readonly process_version: string;
  readonly subject: string;
  readonly rule_set: string;
  readonly rule_version: string;
  readonly office_id: string;
  readonly channel: Channel;
  readonly opened_at: Date;
  readonly state: string;
  readonly action_count: number;
  readonly due_on: PlainDate | null;
  readonly due_provisional: boolean;
  readonly assigned_to: string | null;
}

const caseColumns = `c.owner_id, c.id, c.number, c.process, c.process_version, c.subject, c.rule_set, c.rule_version,
  c.office_id, c.channel, c.opened_at, c.state, c.action_count, c.due_on, c.due_provisional, c.assigned_to`;

export async function insertCase(tx: Tx, file: CaseFile): Promise<void> {
  await tx.rows('SELECT open_case($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)', [
    ...[file.ownerId, file.id, file.number, file.process, file.processVersion, file.subject],
    ...[file.ruleSet, file.ruleVersion, file.officeId, file.channel, file.openedAt, file.state],
  ]);
}

export async function findCase(reader: Reader, number: string): Promise<CaseFile | undefined> {
  const at = await reader.row<{ owner_id: string; case_id: string }>(
    'SELECT owner_id, case_id FROM case_locator WHERE number = $1',
    [number],
  );
  return at && caseById(reader, at.owner_id, at.case_id);
}

export async function caseById(
  reader: Reader,
  ownerId: string,
  caseId: string,
): Promise<CaseFile | undefined> {
  const row = await reader.row<CaseRow>(
    `SELECT ${caseColumns} FROM case_file c WHERE c.owner_id = $1 AND c.id = $2`,
    [ownerId, caseId],
  );
  return row && caseFile(row);
}

/** Sets the rule version by which the case is decided from now on: at its application, never later. */
export async function setRuleVersion(
  tx: Tx,
  set: Pick<CaseFile, 'ownerId' | 'id' | 'subject' | 'ruleSet' | 'ruleVersion'>,
): Promise<void> {
  await tx.rows('SELECT set_case_rules($1, $2, $3, $4, $5)', [
    set.ownerId,
    set.id,
    set.subject,
    set.ruleSet,
    set.ruleVersion,
  ]);
}

interface ActionRow {
  readonly case_id: string;
  readonly seq: number;
  readonly action: string;
  readonly from_state: string;
  readonly to_state: string;
  readonly actor_kind: ActorKind;
  readonly actor_id: string;
  readonly at: Date;
  readonly data: JsonObject;
  readonly previous_hash: Uint8Array;
  readonly hash: Uint8Array;
}

/** Appends an action and moves the case with it, if nothing has happened to it in between; answers whether it did. */
export async function appendAction(
  tx: Tx,
  of: { readonly ownerId: string; readonly id: string },
  {
    action,
    deadline,
    token,
  }: { readonly action: ChainedAction; readonly deadline: Deadline; readonly token: string | null },
): Promise<boolean> {
  const row = await tx.row<{ appended: boolean }>(
    'SELECT append_action($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) AS appended',
    [
      ...[token, of.ownerId, of.id, action.seq - 1, action.action, action.fromState, action.toState],
      ...[action.actorKind, action.actorId, action.at, JSON.stringify(action.data)],
      ...[action.previousHash, action.hash, deadline.dueOn, deadline.provisional],
    ],
  );
  return row?.appended === true;
}

/** Writes onto the row who has the case, as its last action says. */
export async function projectAssignment(
  tx: Tx,
  of: { readonly ownerId: string; readonly id: string },
): Promise<void> {
  await tx.rows('SELECT project_assignment($1, $2)', [of.ownerId, of.id]);
}

export async function actionsOf(
  reader: Reader,
  of: { readonly ownerId: string; readonly id: string },
): Promise<readonly ChainedAction[]> {
  const rows = await reader.rows<ActionRow>(
    `SELECT case_id, seq, action, from_state, to_state, actor_kind, actor_id, at, data, previous_hash, hash
       FROM case_action WHERE owner_id = $1 AND case_id = $2 ORDER BY seq`,
    [of.ownerId, of.id],
  );
  return rows.map(chainedAction);
}

/** Every case of a person, the latest first, whatever the procedure. */
export async function casesOfOwner(reader: Reader, ownerId: string): Promise<readonly CaseFile[]> {
  const rows = await reader.rows<CaseRow>(
    `SELECT ${caseColumns} FROM case_file c WHERE c.owner_id = $1 ORDER BY c.opened_at DESC, c.id DESC`,
    [ownerId],
  );
  return rows.map(caseFile);
}

export interface WorkListFilter {
  readonly processes: readonly string[];
  readonly states: readonly string[] | null;
  readonly officeId: string | null;
  /** Only cases of these persons; null for everybody's. */
  readonly ownerIds: readonly string[] | null;
  readonly dueOnOrBefore: PlainDate | null;
  /** Of the case `c`, while no day of it counts: then `dueOnOrBefore` does not find it. */
  readonly noDayWhile?: string;
  /** The last case of the page before. */
  readonly after: { readonly dueOn: string; readonly id: string } | null;
  readonly limit: number;
}

/** Cases by due day, those without one last. */
export async function workList(reader: Reader, filter: WorkListFilter): Promise<readonly CaseFile[]> {
  const rows = await reader.rows<CaseRow>(
    `SELECT ${caseColumns} FROM case_file c
      WHERE c.process = ANY ($1)
        AND ($2::text[] IS NULL OR c.state = ANY ($2))
        AND ($3::text IS NULL OR c.office_id = $3)
        AND ($4::text[] IS NULL OR c.owner_id = ANY ($4))
        AND ($5::date IS NULL OR (c.due_on <= $5 AND NOT ${filter.noDayWhile ?? 'false'}))
        AND ($6::date IS NULL OR (coalesce(c.due_on, 'infinity'), c.id) > ($6, $7))
      ORDER BY coalesce(c.due_on, 'infinity'), c.id LIMIT $8`,
    [
      filter.processes,
      filter.states,
      filter.officeId,
      filter.ownerIds,
      filter.dueOnOrBefore,
      filter.after?.dueOn ?? null,
      filter.after?.id ?? null,
      filter.limit,
    ],
  );
  return rows.map(caseFile);
}

/** Which cases wait past a day that they were given. */
export interface PastFilter {
  readonly process: string;
  readonly state: string;
  /** The field of an action's data that names the day; the last action that has it counts. */
  readonly field: string;
  /** Leaves out cases whose last action with the field is this one. */
  readonly unless: string;
  readonly today: PlainDate;
  readonly limit: number;
}

/** Cases that still stand in a state although the day that their last dated action names has passed. */
export async function casesPast(reader: Reader, filter: PastFilter): Promise<readonly CaseFile[]> {
  const { process, state, field, unless, today, limit } = filter;
  const rows = await reader.rows<CaseRow>(
    `SELECT ${caseColumns} FROM case_file c
       JOIN LATERAL (SELECT a.action, a.data ->> $3 AS day FROM case_action a
                      WHERE a.owner_id = c.owner_id AND a.case_id = c.id AND a.data ? $3 ORDER BY a.seq DESC LIMIT 1) a ON true
      WHERE c.process = $1 AND c.state = $2 AND a.action <> $4 AND a.day < $5
      ORDER BY a.day, c.id LIMIT $6`,
    [process, state, field, unless, today, limit],
  );
  return rows.map(caseFile);
}

export async function insertMaterial(
  tx: Tx,
  of: { readonly ownerId: string; readonly id: string },
  material: CaseMaterial,
): Promise<void> {
  await tx.rows(
    `INSERT INTO case_material (owner_id, case_id, material_id, revision, paper_reference, provided_by, provided_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [
      of.ownerId,
      of.id,
      material.materialId,
      material.revision,
      material.paperReference,
      material.providedBy,
      material.providedAt,
    ],
  );
}

/** The papers of a case, the latest revision of each material. */
export async function materialsOf(
  reader: Reader,
  of: { readonly ownerId: string; readonly id: string },
): Promise<readonly CaseMaterial[]> {
  const rows = await reader.rows<{
    material_id: string;
    revision: number;
    paper_reference: string;
    provided_by: string;
    provided_at: Date;
  }>(
    `SELECT DISTINCT ON (material_id) material_id, revision, paper_reference, provided_by, provided_at
       FROM case_material WHERE owner_id = $1 AND case_id = $2 ORDER BY material_id, revision DESC`,
    [of.ownerId, of.id],
  );
  return rows.map((row) => ({
    materialId: row.material_id,
    revision: row.revision,
    paperReference: row.paper_reference,
    providedBy: row.provided_by,
    providedAt: row.provided_at,
  }));
}

/** Cases in the order of their keys, for proofs that walk over all of them. */
export async function casesAfter(
  reader: Reader,
  after: { readonly ownerId: string; readonly id: string },
  limit: number,
): Promise<readonly CaseFile[]> {
  const rows = await reader.rows<CaseRow>(
    `SELECT ${caseColumns} FROM case_file c WHERE (c.owner_id, c.id) > ($1, $2) ORDER BY c.owner_id, c.id LIMIT $3`,
    [after.ownerId, after.id, limit],
  );
  return rows.map(caseFile);
}

/** The actions of many cases at once, by case id. */
export async function actionsOfCases(
  reader: Reader,
  files: readonly CaseFile[],
): Promise<ReadonlyMap<string, readonly ChainedAction[]>> {
  const rows = await reader.rows<ActionRow>(
    `SELECT case_id, seq, action, from_state, to_state, actor_kind, actor_id, at, data, previous_hash, hash
       FROM case_action WHERE owner_id = ANY ($1) AND case_id = ANY ($2) ORDER BY case_id, seq`,
    [files.map(({ ownerId }) => ownerId), files.map(({ id }) => id)],
  );
  return Map.groupBy(
    rows.map((row) => ({ ...chainedAction(row), caseId: row.case_id })),
    ({ caseId }) => caseId,
  );
}

/** Numbers that lead to no case, and cases that no number leads to; a hundred of each at most. */
export async function strayNumbers(
  reader: Reader,
): Promise<{ readonly withoutCase: readonly string[]; readonly withoutNumber: readonly string[] }> {
  const withoutCase = await reader.rows<{ row: string }>(
    `SELECT l.number AS row FROM case_locator l
      WHERE NOT EXISTS (SELECT FROM case_file c WHERE c.owner_id = l.owner_id AND c.id = l.case_id AND c.number = l.number)
      ORDER BY l.number LIMIT 100`,
  );
  const withoutNumber = await reader.rows<{ row: string }>(
    `SELECT c.owner_id || '/' || c.id AS row FROM case_file c
      WHERE NOT EXISTS (SELECT FROM case_locator l WHERE l.number = c.number AND l.owner_id = c.owner_id AND l.case_id = c.id)
      ORDER BY c.owner_id, c.id LIMIT 100`,
  );
  return {
    withoutCase: withoutCase.map(({ row }) => row),
    withoutNumber: withoutNumber.map(({ row }) => row),
  };
}

/** How many cases there are. */
export async function countCases(reader: Reader): Promise<bigint> {
  const row = await reader.row<{ cases: bigint }>('SELECT count(*) AS cases FROM case_file');
  return row?.cases ?? 0n;
}

function caseFile(row: CaseRow): CaseFile {
  return {
    ownerId: row.owner_id,
    id: row.id,
    number: row.number,
    process: row.process,
    processVersion: row.process_version,
    subject: row.subject,
    ruleSet: row.rule_set,
    ruleVersion: row.rule_version,
    officeId: row.office_id,
    channel: row.channel,
    openedAt: row.opened_at,
    state: row.state,
    actionCount: row.action_count,
    dueOn: row.due_on,
    dueProvisional: row.due_provisional,
    assignedTo: row.assigned_to,
  };
}

function chainedAction(row: ActionRow): ChainedAction {
  return {
    seq: row.seq,
    action: row.action,
    fromState: row.from_state,
    toState: row.to_state,
    actorKind: row.actor_kind,
    actorId: row.actor_id,
    at: row.at,
    data: row.data,
    previousHash: row.previous_hash,
    hash: row.hash,
  };
}
