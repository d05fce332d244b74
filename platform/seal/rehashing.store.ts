import type { Tx } from '#platform/postgres';

/** Where the hashes of a number stand; all names are of the code's own. */
export interface HashPlaces {
  /** The table of the rows that have the number, by `owner_id`, and its column for the hash. */
  readonly table: string;
  readonly hash: string | null;
  /** Its column for the hashes by every key, where the number is not taken yet. */
  readonly waits: string | null;
  /** The locator of the number: its key, and what else its rows hold. */
  readonly locator: {
    readonly table: string;
    readonly hash: string;
    readonly beside: readonly string[];
  } | null;
}

/** A number's hashes by every key, its hash by the newest key, and the hash by another one. */
export interface Move {
  readonly ownerId: string;
  readonly byKey: Uint8Array;
  readonly from: Uint8Array;
  readonly to: Uint8Array;
}

/** Whoever corrects a person's record locks the person first; so do we. */
export async function lockPersons(tx: Tx, owners: readonly string[]): Promise<void> {
  await tx.rows('SELECT 1 FROM person WHERE owner_id = ANY ($1) ORDER BY owner_id FOR NO KEY UPDATE', [
    owners,
  ]);
}

/** Nobody else takes these numbers until the transaction ends. */
export async function lockNumbers(tx: Tx, all: readonly Uint8Array[]): Promise<void> {
  await tx.rows('SELECT hashes_by_key(one) FROM unnest($1::bytea[]) AS one', [all]);
}

/** The rows and the locator go over to the newest key's hash together. Where it is somebody else's, the locator's key refuses. */
export async function moveHashes(tx: Tx, places: HashPlaces, moves: readonly Move[]): Promise<void> {
  const values = [
    moves.map(({ ownerId }) => ownerId),
    moves.map(({ from }) => from),
    moves.map(({ to }) => to),
    moves.map(({ byKey }) => byKey),
  ];
  const moved = 'unnest($1::text[], $2::bytea[], $3::bytea[], $4::bytea[]) AS m (owner_id, was, now, by_key)';
  const { table, hash, waits, locator } = places;
  if (hash !== null) {
    await tx.rows(
      `UPDATE public.${table} t SET ${hash} = m.now ${waits === null ? '' : `, ${waits} = m.by_key`}
         FROM ${moved} WHERE t.owner_id = m.owner_id AND t.${hash} = m.was`,
      values,
    );
  }
  if (locator === null) return;
  const beside = locator.beside.join(', ');
  await tx.rows(
    `WITH gone AS (
       DELETE FROM public.${locator.table} l USING ${moved}
        WHERE l.${locator.hash} = m.was AND l.owner_id = m.owner_id
       RETURNING m.now, ${locator.beside.map((name) => `l.${name}`).join(', ')})
     INSERT INTO public.${locator.table} (${locator.hash}, ${beside}) SELECT now, ${beside} FROM gone`,
    values,
  );
}
