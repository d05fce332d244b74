import type { Reader, Tx } from '#platform/postgres';
import type { CardEvent, CardKind, CardState, CardStepName } from './card.ts';
import type { CardPlace } from './context.ts';

export interface CardRow extends CardPlace {
  readonly kind: CardKind;
  readonly numberTail: string;
  readonly replacesId: string | null;
  readonly state: CardState;
}

/** A number as it is written: found by its hash, read by whoever holds the key. */
export interface NumberRow {
  readonly numberHashes: Uint8Array;
  readonly numberSealed: Uint8Array;
  readonly numberTail: string;
}

/** From when something holds, and when it was told. */
export interface Moments {
  readonly effectiveAt: Date;
  readonly at: Date;
}

export async function bindCardRow(
  tx: Tx,
  card: CardPlace &
    NumberRow &
    Moments & { readonly token: string; readonly kind: CardKind; readonly paperReference: string },
): Promise<void> {
  await tx.rows('SELECT bind_card($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)', [
    ...[card.token, card.personId, card.cardId, card.kind, card.numberHashes, card.numberSealed],
    ...[card.numberTail, card.paperReference, card.effectiveAt, card.at],
  ]);
}

export async function replaceCardRow(
  tx: Tx,
  card: CardPlace &
    NumberRow &
    Moments & {
      readonly token: string;
      readonly newCardId: string;
      readonly reason: string | null;
      readonly paperReference: string;
    },
): Promise<void> {
  await tx.rows('SELECT replace_card($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)', [
    ...[card.token, card.personId, card.cardId, card.newCardId, card.numberHashes, card.numberSealed],
    ...[card.numberTail, card.reason, card.paperReference, card.effectiveAt, card.at],
  ]);
}

export async function stepCardRow(
  tx: Tx,
  step: CardPlace &
    Moments & {
      readonly token: string;
      readonly step: CardStepName;
      readonly legalBasis: string | null;
      readonly reason: string | null;
      readonly paperReference: string | null;
    },
): Promise<CardState> {
  const row = await tx.row<{ state: CardState }>(
    'SELECT step_card($1, $2, $3, $4, $5, $6, $7, $8, $9) AS state',
    [
      ...[step.token, step.personId, step.cardId, step.step, step.legalBasis],
      ...[step.reason, step.paperReference, step.effectiveAt, step.at],
    ],
  );
  return told(row);
}

export async function reportLostRow(
  tx: Tx,
  loss: CardPlace &
    Moments & {
      readonly actorKind: CardEvent['actorKind'];
      readonly actorId: string;
      readonly reason: string | null;
    },
): Promise<CardState> {
  const row = await tx.row<{ state: CardState }>(
    'SELECT report_card_lost($1, $2, $3, $4, $5, $6, $7) AS state',
    [
      ...[loss.personId, loss.cardId, loss.actorKind, loss.actorId],
      ...[loss.reason, loss.effectiveAt, loss.at],
    ],
  );
  return told(row);
}

/** Answers how many cards ended. */
export async function endCardRows(
  tx: Tx,
  ending: { readonly owner: string; readonly caseId: string; readonly at: Date },
): Promise<number> {
  const row = await tx.row<{ count: number }>('SELECT end_cards_with_relationship($1, $2, $3) AS count', [
    ending.owner,
    ending.caseId,
    ending.at,
  ]);
  return row?.count ?? 0;
}

function told(row: { readonly state: CardState } | undefined): CardState {
  if (!row) throw new Error('a guard answered nothing');
  return row.state;
}

const cardColumns = `owner_id AS "personId", id AS "cardId", kind, number_tail AS "numberTail", replaces_id AS "replacesId", state`;

/** A person's cards, the latest first. */
export function cardRowsOf(
  reader: Reader,
  page: { readonly personId: string; readonly before: string | null; readonly limit: number },
): Promise<CardRow[]> {
  return reader.rows<CardRow>(
    `SELECT ${cardColumns} FROM card
     WHERE owner_id = $1 AND ($2::text IS NULL OR id < $2) ORDER BY id DESC LIMIT $3`,
    [page.personId, page.before, page.limit],
  );
}

export async function cardRow(reader: Reader, place: CardPlace): Promise<CardRow | undefined> {
  return reader.row<CardRow>(`SELECT ${cardColumns} FROM card WHERE owner_id = $1 AND id = $2`, [
    place.personId,
    place.cardId,
  ]);
}

/** What happened to these cards of a person, in order. */
export function eventsOf(
  reader: Reader,
  asked: { readonly personId: string; readonly cardIds: readonly string[] },
): Promise<(CardEvent & { readonly cardId: string })[]> {
  return reader.rows(
    `SELECT card_id AS "cardId", seq, step, from_state AS "fromState", to_state AS "toState", actor_kind AS "actorKind",
       actor_id AS "actorId", legal_basis AS "legalBasis", reason, paper_reference AS "paperReference", case_id AS "caseId",
       effective_at AS "effectiveAt", recorded_at AS "recordedAt"
     FROM card_event WHERE owner_id = $1 AND card_id = ANY($2) ORDER BY card_id, seq`,
    [asked.personId, asked.cardIds],
  );
}

/** Whose card a number is, by any of the hashes that it may lie under. */
export async function locateCard(
  reader: Reader,
  hashes: readonly Uint8Array[],
): Promise<CardPlace | undefined> {
  return reader.row<CardPlace>(
    'SELECT owner_id AS "personId", card_id AS "cardId" FROM card_locator WHERE number_hash = ANY($1::bytea[]) LIMIT 1',
    [hashes],
  );
}
