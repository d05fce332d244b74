import type { PlainDate } from '#basics';
import type { Reader } from '#platform/postgres';
import type { EstateCase } from './context.ts';
import type { DivisionBasis, Relation, SuccessionBasis, Word } from './successor.ts';

/** A successor on record with the last word and the account that counts; numbers by their tails only. */
export interface SuccessorRow {
  readonly id: string;
  readonly place: number;
  readonly name: string;
  readonly nameLatin: string | null;
  readonly relation: Relation;
  readonly basis: SuccessionBasis;
  readonly represents: string | null;
  readonly predeceasedOn: PlainDate | null;
  readonly bornOn: PlainDate | null;
  readonly identityTail: string | null;
  readonly guardianName: string | null;
  readonly guardianTail: string | null;
  readonly paperReference: string;
  readonly word: Word | null;
  /** Whose shares they dispute, by all objections since they last said anything else. */
  readonly disputes: readonly string[];
  readonly wordDivisionId: string | null;
  /** `invited`: by a link that another heir passed on, so that nobody of the agency knows who opened it. */
  readonly channel: 'link' | 'invited' | 'window' | 'login' | null;
  readonly wordAt: Date | null;
  readonly accountRevision: number | null;
  readonly accountName: string | null;
  readonly bankName: string | null;
  readonly accountTail: string | null;
  /** By which way it was named; null where that was not kept yet. */
  readonly accountNamedBy: 'window' | 'link' | 'invited' | 'heir' | 'applicant' | null;
  /** What should be compared in it, as it was found when it was named. */
  readonly accountDoubts: readonly string[] | null;
  /** Who recorded this one: an officer, or the login of an applicant. */
  readonly recordedBy: string;
  /** The login that says to be this heir, and whether officers identified its holder under this very name. */
  readonly loginId: string | null;
  readonly identified: boolean;
  /** Until when the last link is good that was given and not ended. */
  readonly linkUntil: Date | null;
}

export function successorsOf(reader: Reader, { ownerId, id }: EstateCase): Promise<SuccessorRow[]> {
  return reader.rows<SuccessorRow>(
    `SELECT s.id, s.place, s.name, s.name_latin AS "nameLatin", s.relation, s.basis, s.represents, s.predeceased_on AS "predeceasedOn", s.born_on AS "bornOn",
            s.identity_tail AS "identityTail", s.guardian_name AS "guardianName", s.guardian_tail AS "guardianTail",
            s.paper_reference AS "paperReference", w.word, disputed_by(s.owner_id, s.id) AS disputes, w.division_id AS "wordDivisionId", w.channel,
            w.recorded_at AS "wordAt", p.revision AS "accountRevision", p.name AS "accountName", p.bank_name AS "bankName",
            p.account_tail AS "accountTail", p.named_by AS "accountNamedBy", p.doubts AS "accountDoubts", s.recorded_by AS "recordedBy", l.login_id AS "loginId",
            l.login_id IS NOT NULL AND identified_as_heir(l.login_id, s.owner_id, s.case_id, s.id) AS identified,
            (SELECT max(k.expires_at) FROM heir_link k WHERE k.owner_id = s.owner_id AND k.successor_id = s.id
                AND k.ended_at IS NULL AND k.expires_at > business_now()) AS "linkUntil"
       FROM successor s
       LEFT JOIN LATERAL (SELECT * FROM successor_word WHERE owner_id = s.owner_id AND successor_id = s.id
                           ORDER BY seq DESC LIMIT 1) w ON true
       LEFT JOIN LATERAL (SELECT * FROM payee WHERE owner_id = s.owner_id AND case_id = s.case_id AND party_id = s.id
                           ORDER BY revision DESC LIMIT 1) p ON true
       LEFT JOIN successor_login l ON l.owner_id = s.owner_id AND l.successor_id = s.id
      WHERE s.owner_id = $1 AND s.case_id = $2 ORDER BY s.place`,
    [ownerId, id],
  );
}

/** Which heir of a case officers identified the holder of a login to be, by name; null where they did not, or where it fits several. */
export async function heirNamedAs(
  reader: Reader,
  { ownerId, id }: EstateCase,
  loginId: string,
): Promise<string | null> {
  const row = await reader.row<{ id: string }>(
    `SELECT id FROM successor WHERE owner_id = $1 AND case_id = $2 AND identified_as_heir($3, owner_id, case_id, id) LIMIT 1`,
    [ownerId, id, loginId],
  );
  return row?.id ?? null;
}

/** The minor heirs of a case whose guardian on record officers identified the holder of a login to be. */
export async function heirsGuardedBy(
  reader: Reader,
  { ownerId, id }: EstateCase,
  loginId: string,
): Promise<ReadonlySet<string>> {
  const rows = await reader.rows<{ id: string }>(
    `SELECT id FROM successor WHERE owner_id = $1 AND case_id = $2 AND signed_in_as_guardian($3, owner_id, case_id, id)`,
    [ownerId, id, loginId],
  );
  return new Set(rows.map((row) => row.id));
}

/** Since when officers know whoever acts by a login as a successor of this person, by whichever name; null where they do not, or no longer. */
export async function holderSeenAt(
  reader: Reader,
  { loginId, ownerId }: { readonly loginId: string; readonly ownerId: string },
): Promise<Date | null> {
  const row = await reader.row<{ at: Date | null }>('SELECT since_at AS at FROM known_holder($1, $2)', [
    loginId,
    ownerId,
  ]);
  return row?.at ?? null;
}

export interface DivisionRow {
  readonly id: string;
  readonly revision: number;
  readonly orderId: string | null;
  readonly basis: DivisionBasis;
  readonly denominator: bigint;
  readonly paperReference: string | null;
  readonly makerId: string;
  readonly recordedAt: Date;
  /** Null while nobody decided, and of the first division, which its case's decision approves. */
  readonly approved: boolean | null;
  readonly successors: readonly string[];
  readonly numerators: readonly string[];
}

/** Every division of a case, the latest first. */
export function divisionsOf(reader: Reader, { ownerId, id }: EstateCase): Promise<DivisionRow[]> {
  return reader.rows<DivisionRow>(
    `SELECT d.id, d.revision, d.order_id AS "orderId", d.basis, d.denominator, d.paper_reference AS "paperReference",
            d.maker_id AS "makerId", d.recorded_at AS "recordedAt", e.approved,
            (SELECT array_agg(successor_id ORDER BY place) FROM division_share WHERE owner_id = d.owner_id AND division_id = d.id) AS successors,
            (SELECT array_agg(numerator::text ORDER BY place) FROM division_share WHERE owner_id = d.owner_id AND division_id = d.id) AS numerators
       FROM division d LEFT JOIN division_decision e ON e.owner_id = d.owner_id AND e.division_id = d.id
      WHERE d.owner_id = $1 AND d.case_id = $2 ORDER BY d.revision DESC`,
    [ownerId, id],
  );
}

/** Whose link a secret opens; a guard compares the secret itself and refuses what is over. */
export function heirOfLink(
  reader: Reader,
  secret: string,
): Promise<
  | {
      readonly ownerId: string;
      readonly caseId: string;
      readonly successorId: string;
      readonly expiresAt: Date;
      /** Another heir passed it on. */
      readonly byRelative: boolean;
    }
  | undefined
> {
  return reader.row(
    `SELECT owner_id AS "ownerId", case_id AS "caseId", successor_id AS "successorId", expires_at AS "expiresAt",
            login_id IS NOT NULL AS "byRelative" FROM heir_of_link($1)`,
    [secret],
  );
}
