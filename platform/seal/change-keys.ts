import { ok, type Refusal, type Result, refuse } from '#basics';
import { type Database, inTransaction, type Tx } from '#platform/postgres';
import { holdNumbers, knownKeys, retireOthers } from './identity-keys.store.ts';
import { type HashPlaces, lockNumbers, lockPersons, type Move, moveHashes } from './rehashing.store.ts';
import {
  countUnderOthers,
  type Resealed,
  type SealedColumn,
  type SealedValue,
  sealedColumns,
  valuesUnderOthers,
  writeResealed,
} from './resealing.store.ts';
import type { Seal } from './seal.ts';
import { isSealFault } from './seal-fault.ts';

/** What a room says of a sealed column whose values are also found by their hash. */
export interface HashedColumn extends HashPlaces {
  readonly column: string;
  /** SQL expressions over the row that the hash needs besides. */
  readonly beside: readonly string[];
  /** Whether the person is locked first, as by whoever corrects their record. */
  readonly locksPerson: boolean;
  /** The hashes of an opened value, as guards take them and one by one; null where it is no such number. */
  hashes(seal: Seal, plain: string, beside: readonly (string | null)[]): HashesOf | null;
}

export interface HashesOf {
  readonly byKey: Uint8Array;
  readonly hashes: readonly Uint8Array[];
}

export interface KeyChange {
  /** Owns the tables: no other role may lift sealed values. */
  readonly migrator: Database;
  readonly seal: Seal;
  readonly hashed: readonly HashedColumn[];
  readonly onProgress: (progress: KeyProgress) => void;
}

export interface KeyProgress {
  readonly place: string;
  readonly done: bigint;
  readonly total: bigint;
}

/** How many values lie under other keys than the newest, by `table.column`; places without any are left out. */
export interface KeyState {
  readonly newest: string;
  /** Keys that are still in use besides. */
  readonly others: readonly string[];
  readonly left: readonly { readonly place: string; readonly values: bigint }[];
}

const atOnce = 100;

/**
 * Seals everything anew with the current key and moves every keyed hash to it, in small transactions beside everybody's
 * work. Cut short anywhere, the same call goes on: what is done is recognised by the key's number in each value.
 */
export async function changeKeys(change: KeyChange): Promise<Result<KeyState, Refusal>> {
  const columns = await sealedColumns(change.migrator);
  for (const column of columns) {
    const done = await changeColumn(change, column);
    if (!done.ok) return done;
  }
  return ok(await keyState(change));
}

/** How far a change of keys has come. */
export async function keyState({ migrator, seal }: Pick<KeyChange, 'migrator' | 'seal'>): Promise<KeyState> {
  const [newest = ''] = seal.keyIds;
  const known = await knownKeys(migrator);
  const others = known.filter(({ id, retiredAt }) => retiredAt === null && id !== newest).map(({ id }) => id);
  return { newest, others, left: await valuesLeft(migrator, newest) };
}

/** Puts the other keys out of use; nothing may lie under them any more, and nobody takes a number meanwhile. */
export function retireOtherKeys({
  migrator,
  seal,
}: Pick<KeyChange, 'migrator' | 'seal'>): Promise<Result<KeyState, Refusal>> {
  const [newest = ''] = seal.keyIds;
  return inTransaction(migrator, async (tx) => {
    await holdNumbers(tx);
    const left = await valuesLeft(tx, newest);
    if (left.length === 0) await retireOthers(tx, newest);
    return ok({ ...(await keyState({ migrator, seal })), left });
  });
}

async function valuesLeft(reader: Tx | Database, newest: string): Promise<KeyState['left']> {
  const left: { place: string; values: bigint }[] = [];
  for (const column of await sealedColumns(reader)) {
    const values = await countUnderOthers(reader, column, newest);
    if (values > 0n) left.push({ place: placeOf(column), values });
  }
  return left;
}

async function changeColumn(change: KeyChange, column: SealedColumn): Promise<Result<unknown, Refusal>> {
  const { migrator, seal, onProgress } = change;
  const [newest = ''] = seal.keyIds;
  const hashed = change.hashed.find(
    ({ table, column: name }) => table === column.table && name === column.column,
  );
  const total = await countUnderOthers(migrator, column, newest);
  let done = 0n;
  let after: readonly string[] | null = null;
  for (;;) {
    const page = { newest, after, limit: atOnce, beside: hashed?.beside ?? [] };
    const values: SealedValue[] = await valuesUnderOthers(migrator, column, page);
    const last = values.at(-1);
    if (!last) return ok(undefined);
    const opened = openAll(seal, { column, values });
    if (!opened.ok) return opened;
    await changePage(change, { column, hashed, values: opened.value });
    after = last.key;
    done += BigInt(values.length);
    onProgress({ place: placeOf(column), done, total });
  }
}

interface OpenValue extends Resealed {
  readonly plain: string;
}

function openAll(
  seal: Seal,
  { column, values }: { readonly column: SealedColumn; readonly values: readonly SealedValue[] },
): Result<readonly OpenValue[], Refusal> {
  const opened: OpenValue[] = [];
  for (const value of values) {
    try {
      const plain = seal.open(value.sealed);
      opened.push({ ...value, plain, resealed: seal.seal(plain) });
    } catch (fault) {
      if (!isSealFault(fault)) throw fault;
      const figures = { place: placeOf(column), row: value.key.join('/'), words: fault.message };
      return refuse({ code: 'seal.unreadable-row', figures });
    }
  }
  return ok(opened);
}

interface PageOfValues {
  readonly column: SealedColumn;
  readonly hashed: HashedColumn | undefined;
  readonly values: readonly OpenValue[];
}

async function changePage(
  { migrator, seal }: KeyChange,
  { column, hashed, values }: PageOfValues,
): Promise<void> {
  const moves = hashed ? movesOf(seal, { hashed, values }) : [];
  await inTransaction(migrator, async (tx) => {
    if (hashed?.locksPerson) await lockPersons(tx, [...new Set(moves.map(({ ownerId }) => ownerId))]);
    await lockNumbers(
      tx,
      moves.map(({ byKey }) => byKey),
    );
    // The values first: a hash may belong to the primary key by which they were read.
    await writeResealed(tx, column, values);
    if (hashed) await moveHashes(tx, hashed, moves);
    return ok(undefined);
  });
}

/** From every former key's hash: a row may lie under any of them. */
function movesOf(
  seal: Seal,
  { hashed, values }: { readonly hashed: HashedColumn; readonly values: readonly OpenValue[] },
): readonly Move[] {
  return values.flatMap(({ plain, beside, key }) => {
    const found = hashed.hashes(seal, plain, beside);
    const [to, ...former] = found?.hashes ?? [];
    const [ownerId = ''] = key; // `owner_id` leads every key of these tables
    if (!found || !to) return [];
    return former.map((from) => ({ ownerId, byKey: found.byKey, from, to }));
  });
}

function placeOf({ table, column }: SealedColumn): string {
  return `${table}.${column}`;
}
