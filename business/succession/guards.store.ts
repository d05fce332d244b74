import type { PlainDate } from '#basics';
import type { Tx } from '#platform/postgres';

// Each of these is one guard function of the database.

/** Who records: the clerk or the applicant whose live session it is; the database looks up which login that is. */
export interface Recorder {
  readonly token: string;
}

export interface SuccessorRecord extends Recorder {
  readonly ownerId: string;
  readonly caseId: string;
  readonly successorId: string;
  readonly name: string;
  readonly nameLatin: string | null;
  readonly relation: string;
  readonly basis: string;
  readonly represents: string | null;
  readonly predeceasedOn: PlainDate | null;
  readonly bornOn: PlainDate | null;
  readonly identity: SealedIdentity | null;
  readonly guardian: (SealedIdentity & { readonly name: string; readonly paper: string }) | null;
  readonly paperReference: string;
  readonly at: Date;
}

export interface SealedIdentity {
  readonly kind: string;
  readonly sealed: Uint8Array;
  readonly tail: string;
}

export async function callRecordSuccessor(tx: Tx, one: SuccessorRecord): Promise<void> {
  const { identity, guardian } = one;
  await tx.rows(
    `SELECT record_successor($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)`,
    [
      ...[one.token, one.ownerId, one.successorId, one.caseId, one.name, one.nameLatin, one.relation],
      ...[
        one.basis,
        one.represents,
        one.predeceasedOn,
        one.bornOn,
        identity?.kind,
        identity?.sealed,
        identity?.tail,
      ],
      ...[guardian?.name, guardian?.kind, guardian?.sealed, guardian?.tail, guardian?.paper],
      ...[one.paperReference, one.at],
    ].map((value) => value ?? null),
  );
}

export interface DivisionRecord extends Recorder {
  readonly ownerId: string;
  readonly caseId: string;
  readonly divisionId: string;
  readonly orderId: string | null;
  readonly basis: string;
  readonly denominator: bigint;
  readonly successors: readonly string[];
  readonly numerators: readonly bigint[];
  readonly paperReference: string | null;
  readonly at: Date;
}

export async function callRecordDivision(tx: Tx, one: DivisionRecord): Promise<void> {
  await tx.rows('SELECT record_division($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)', [
    ...[one.token, one.ownerId, one.divisionId, one.caseId, one.orderId, one.basis, one.denominator],
    ...[one.successors, one.numerators, one.paperReference, one.at],
  ]);
}

export interface WordRecord {
  readonly token: string | null;
  readonly secret: string | null;
  readonly ownerId: string;
  readonly caseId: string;
  readonly successorId: string;
  readonly word: string;
  readonly disputes: readonly string[];
  readonly divisionId: string | null;
  readonly paperReference: string | null;
  readonly at: Date;
}

/** How many orders the word holds back. */
export async function callHearSuccessor(tx: Tx, one: WordRecord): Promise<number> {
  const row = await tx.row<{ held: number }>(
    'SELECT hear_successor($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) AS held',
    [
      ...[one.token, one.secret, one.ownerId, one.caseId, one.successorId, one.word, one.disputes],
      ...[one.divisionId, one.paperReference, one.at],
    ],
  );
  return row?.held ?? 0;
}

/** The login whose session it is says to be this heir. */
export async function callBeSuccessor(
  tx: Tx,
  one: {
    readonly token: string;
    readonly ownerId: string;
    readonly caseId: string;
    readonly successorId: string;
    readonly at: Date;
  },
): Promise<void> {
  await tx.rows('SELECT be_successor($1, $2, $3, $4, $5)', [
    ...[one.token, one.ownerId, one.caseId, one.successorId, one.at],
  ]);
}

export async function callGiveLink(
  tx: Tx,
  one: {
    readonly token: string;
    readonly ownerId: string;
    readonly caseId: string;
    readonly successorId: string;
    readonly secretHash: Uint8Array;
    readonly days: number;
  },
): Promise<Date> {
  const row = await tx.row<{ until: Date }>('SELECT give_heir_link($1, $2, $3, $4, $5, $6) AS until', [
    ...[one.token, one.ownerId, one.caseId, one.successorId, one.secretHash, one.days],
  ]);
  if (!row) throw new Error('give_heir_link answered nothing');
  return row.until;
}

export interface Dividing {
  readonly ownerId: string;
  readonly divisionId: string;
  readonly orderIds: readonly string[];
  readonly amounts: readonly bigint[];
  readonly at: Date;
}

export async function callDivideSettled(
  tx: Tx,
  one: Dividing & { readonly caseId: string; readonly orderId: string },
): Promise<void> {
  await tx.rows('SELECT divide_settled($1, $2, $3, $4, $5, $6, $7)', [
    ...[one.ownerId, one.caseId, one.orderId, one.divisionId, one.orderIds, one.amounts, one.at],
  ]);
}

export async function callDecideDivision(
  tx: Tx,
  one: Dividing & { readonly token: string; readonly approved: boolean; readonly reason: string | null },
): Promise<void> {
  await tx.rows('SELECT decide_division($1, $2, $3, $4, $5, $6, $7, $8)', [
    ...[one.token, one.ownerId, one.divisionId, one.approved, one.reason, one.orderIds, one.amounts, one.at],
  ]);
}
