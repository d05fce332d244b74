import type { PlainDate } from '#basics';
import type { Reader, Tx } from '#platform/postgres';
import type { AsOf } from './as-of.ts';
import type { DetailField } from './correction.ts';
import type { IdentityKind } from './identity.ts';
import { counts, withConfirmation } from './record.store.ts';
import { recordsOfOne } from './records-of.store.ts';

/** A person as the register keeps them; what is sealed stays sealed here. */
export interface PersonRow {
  readonly ownerId: string;
  readonly name: string;
  readonly nameLatin: string | null;
  readonly bornOn: PlainDate;
  readonly nationality: string;
  readonly officeId: string;
  readonly phoneSealed: Uint8Array | null;
  readonly emailSealed: Uint8Array | null;
  readonly language: 'zh' | 'en';
  readonly runId: string | null;
  readonly lineNo: number | null;
  readonly recordedAt: Date;
}

const personColumns = `owner_id AS "ownerId", name, name_latin AS "nameLatin", born_on AS "bornOn", nationality,
  office_id AS "officeId", phone_sealed AS "phoneSealed", email_sealed AS "emailSealed", language, run_id AS "runId",
  line_no AS "lineNo", recorded_at AS "recordedAt"`;

/**
 * A person as called and reached on a day, as known at an instant; by default as the last correction says. Asked by a record
 * that was merged, it is the record that stays, with its own id.
 */
export async function personById(
  reader: Reader,
  owner: string,
  asOf: AsOf = {},
): Promise<PersonRow | undefined> {
  return (await readPerson(reader, { owner, asOf, died: 'false' }))?.person;
}

/** Whom to write to, and whether they are dead: then nobody is told by their telephone. */
export async function personToTell(
  reader: Reader,
  owner: string,
): Promise<{ readonly person: PersonRow; readonly died: boolean } | undefined> {
  const died = `EXISTS (SELECT FROM record_entry e ${withConfirmation}
    WHERE e.owner_id = ANY(ARRAY(SELECT id FROM down)) AND e.kind = 'died' AND ${counts})`;
  return readPerson(reader, { owner, asOf: {}, died });
}

interface PersonRead extends PersonRow {
  readonly details: readonly WrittenDetail[] | null;
  readonly died: boolean;
}

async function readPerson(
  reader: Reader,
  { owner, asOf, died: diedSql }: { readonly owner: string; readonly asOf: AsOf; readonly died: string },
) {
  const row = await reader.row<PersonRead>(
    `WITH RECURSIVE ${recordsOfOne}
     SELECT ${personColumns}, ${diedSql} AS died, (SELECT json_agg(json_build_object('field', d.field, 'value', d.value,
         'sealed', encode(d.value_sealed, 'base64')) ORDER BY d.recorded_at, d.id) ${detailsFrom} AND d.owner_id = p.owner_id) AS details
       FROM person p WHERE owner_id = (SELECT id FROM up ORDER BY step DESC LIMIT 1)`,
    [owner, asOf.known ?? null, asOf.on ?? null],
  );
  if (!row) return undefined;
  const { details, died, ...person } = row;
  const written = (details ?? []).map(({ sealed, ...detail }) => ({
    ...detail,
    sealed: sealed === null ? null : Buffer.from(sealed, 'base64'),
  }));
  return { person: written.reduce(withDetail, person), died };
}

/** As JSON has it. */
type WrittenDetail = Omit<DetailRow, 'ownerId' | 'sealed'> & { readonly sealed: string | null };

/** Records as they are, merged or not. */
export async function personsById(
  reader: Reader,
  owners: readonly string[],
  asOf: AsOf = {},
): Promise<PersonRow[]> {
  const persons = await reader.rows<PersonRow>(
    `SELECT ${personColumns} FROM person WHERE owner_id = ANY($1)`,
    [owners],
  );
  const details = await detailsOf(reader, owners, asOf);
  if (details.length === 0) return persons;
  return persons.map((person) =>
    details.filter(({ ownerId }) => ownerId === person.ownerId).reduce(withDetail, person),
  );
}

interface DetailRow {
  readonly ownerId: string;
  readonly field: DetailField;
  readonly value: string | null;
  readonly sealed: Uint8Array | null;
}

/** Corrected details of some people in the order in which they count: of two of one field the later is right. */
async function detailsOf(
  reader: Reader,
  owners: readonly string[],
  { on, known }: AsOf,
): Promise<DetailRow[]> {
  return reader.rows<DetailRow>(
    `SELECT owner_id AS "ownerId", field, value, value_sealed AS sealed ${detailsFrom} AND owner_id = ANY($1)
     ORDER BY recorded_at, id`,
    [owners, known ?? null, on ?? null],
  );
}

/** Those that count, as known at $2 of what holds on $3. */
const detailsFrom = `FROM person_detail d WHERE ($2::timestamptz IS NULL OR d.recorded_at <= $2)
  AND ($3::date IS NULL OR coalesce(d.true_from <= $3, true))
  AND NOT EXISTS (SELECT FROM record_void v WHERE v.owner_id = d.owner_id AND v.subject = 'detail'
    AND v.subject_id = d.id AND ($2::timestamptz IS NULL OR v.voided_at <= $2))`;

function withDetail(person: PersonRow, { field, value, sealed }: Omit<DetailRow, 'ownerId'>): PersonRow {
  switch (field) {
    case 'name':
      return { ...person, name: value ?? person.name };
    case 'name-latin':
      return { ...person, nameLatin: value };
    case 'born-on':
      return { ...person, bornOn: (value as PlainDate | null) ?? person.bornOn }; // checked when it was requested
    case 'nationality':
      return { ...person, nationality: value ?? person.nationality };
    case 'language':
      return { ...person, language: value === 'en' ? 'en' : 'zh' };
    case 'phone':
      return { ...person, phoneSealed: sealed };
    case 'email':
      return { ...person, emailSealed: sealed };
  }
}

/** An identity document as it is kept: found by its hash, read by whoever holds the key. */
export interface DocumentRow {
  readonly ownerId: string;
  readonly id: string;
  readonly recordedAt: Date;
  readonly kind: IdentityKind;
  readonly issuer: string;
  readonly numberHash: Uint8Array;
  readonly numberSealed: Uint8Array;
  readonly numberTail: string;
}

/** Documents of some people, without those that were found wrong; `known` leaves out what came later. */
export async function documentsOf(
  reader: Reader,
  owners: readonly string[],
  { on, known }: AsOf = {},
): Promise<DocumentRow[]> {
  return reader.rows<DocumentRow>(
    `SELECT owner_id AS "ownerId", id, kind, issuer, number_hash AS "numberHash", number_sealed AS "numberSealed",
       number_tail AS "numberTail", recorded_at AS "recordedAt"
     FROM identity_document d WHERE owner_id = ANY($1) AND ($2::timestamptz IS NULL OR recorded_at <= $2)
       AND ($3::date IS NULL OR coalesce(true_from <= $3, true))
       AND NOT EXISTS (SELECT FROM record_void v WHERE v.owner_id = d.owner_id AND v.subject = 'document'
         AND v.subject_id = d.id AND ($2::timestamptz IS NULL OR v.voided_at <= $2))
     ORDER BY recorded_at, kind`,
    [owners, known ?? null, on ?? null],
  );
}

interface ImportedPerson {
  readonly person: PersonRow;
  readonly document: Omit<DocumentRow, 'numberHash'>;
  readonly hashesByKey: Uint8Array;
}

/**
 * Writes a person and the document that they are known by, in one question: a file brings them by the hundred thousand. False
 * where the number is another's already; nothing is written then.
 */
export async function importPerson(
  tx: Tx,
  { person, document, hashesByKey }: ImportedPerson,
): Promise<boolean> {
  const row = await tx.row<{ written: boolean }>(
    `SELECT import_person($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18) AS written`,
    [
      ...[person.ownerId, person.name, person.nameLatin, person.bornOn, person.nationality, person.officeId],
      ...[person.phoneSealed, person.emailSealed, person.language, person.runId, person.lineNo],
      ...[person.recordedAt, hashesByKey, document.id, document.kind, document.issuer],
      ...[document.numberSealed, document.numberTail],
    ],
  );
  return row?.written ?? false;
}

export interface Located {
  readonly numberHash: Uint8Array;
  readonly ownerId: string;
}

/** Whose these numbers are; those that are nobody's are left out. */
export async function locateIdentities(reader: Reader, hashes: readonly Uint8Array[]): Promise<Located[]> {
  return reader.rows<Located>(
    'SELECT number_hash AS "numberHash", owner_id AS "ownerId" FROM identity_locator WHERE number_hash = ANY($1::bytea[])',
    [hashes],
  );
}

export interface EmployerRow {
  readonly ownerId: string;
  readonly creditCode: string;
  readonly name: string;
}

/** The employer of a credit code, made where there is none; its name is not changed. */
export async function ensureEmployer(
  tx: Tx,
  { employer, at }: { readonly employer: EmployerRow; readonly at: Date },
): Promise<string> {
  const { ownerId, creditCode, name } = employer;
  const row = await tx.row<{ owner: string }>('SELECT register_employer($1, $2, $3, $4) AS owner', [
    ...[ownerId, creditCode, name, at],
  ]);
  return row?.owner ?? ownerId;
}

export async function employersByCode(reader: Reader, codes: readonly string[]): Promise<EmployerRow[]> {
  return reader.rows<EmployerRow>(
    `SELECT e.owner_id AS "ownerId", e.credit_code AS "creditCode", e.name
     FROM employer_locator l JOIN employer e ON e.owner_id = l.owner_id WHERE l.credit_code = ANY($1)`,
    [codes],
  );
}

/** The employment that a line of an import brings. */
export async function insertEmployment(
  tx: Tx,
  job: {
    readonly ownerId: string;
    readonly employerId: string;
    readonly fromOn: PlainDate;
    readonly runId: string;
    readonly lineNo: number;
    readonly at: Date;
  },
): Promise<void> {
  await tx.rows('SELECT record_employment($1, $2, $3, $4, $5, $6)', [
    job.ownerId,
    job.employerId,
    job.fromOn,
    job.runId,
    job.lineNo,
    job.at,
  ]);
}

/** Time with an employer; `toOn` is its last day, null while it lasts. */
export interface EmploymentRow {
  readonly ownerId: string;
  readonly id: string;
  readonly employerId: string;
  readonly creditCode: string;
  readonly name: string;
  readonly fromOn: PlainDate;
  readonly toOn: PlainDate | null;
  readonly knownFrom: Date;
}

/** Employments of some people as known, the latest first, without those that were found wrong. */
export async function employmentsOf(
  reader: Reader,
  owners: readonly string[],
  { known }: AsOf = {},
): Promise<EmploymentRow[]> {
  return reader.rows<EmploymentRow>(
    `SELECT m.owner_id AS "ownerId", m.id, m.employer_id AS "employerId", e.credit_code AS "creditCode", e.name,
       m.from_on AS "fromOn", ended.ended_on AS "toOn", m.recorded_at AS "knownFrom"
     FROM employment m JOIN employer e ON e.owner_id = m.employer_id
     LEFT JOIN LATERAL (SELECT x.ended_on FROM employment_end x
       WHERE x.owner_id = m.owner_id AND x.employment_id = m.id AND ($2::timestamptz IS NULL OR x.recorded_at <= $2)
       ORDER BY x.recorded_at DESC, x.id DESC LIMIT 1) ended ON true
     WHERE m.owner_id = ANY($1) AND ($2::timestamptz IS NULL OR m.recorded_at <= $2)
       AND NOT EXISTS (SELECT FROM record_void v WHERE v.owner_id = m.owner_id AND v.subject = 'employment'
         AND v.subject_id = m.id AND ($2::timestamptz IS NULL OR v.voided_at <= $2))
     ORDER BY m.from_on DESC, m.id DESC`,
    [owners, known ?? null],
  );
}
