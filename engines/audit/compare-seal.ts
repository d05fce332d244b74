import type { Text } from '#basics';
import type { BrokenRow, Reader, SealSource } from '#platform/postgres';
import { coverageOf } from './coverage.ts';
import { compareLeaves, type DaySeal, type Leaf, secretHash } from './day-seal.ts';
import { type Coverage, leavesIn, type XidRange } from './seal.store.ts';
import { leavesFrom } from './seal-folder.ts';
import { treeOf, treeSum } from './tree-of.ts';

interface SealToCompare {
  readonly folder: string;
  readonly sources: readonly SealSource[];
  readonly said: DaySeal;
  readonly range: XidRange;
  /**
   * Null where the database has lost the seal: then the range is known roughly, so that rows which the list does not name
   * may be newer ones, and what they say cannot be compared.
   */
  readonly secret: Uint8Array | null;
}

/** Where the rows of a seal are no longer those that were signed, each by its id. */
export async function compareSeal(reader: Reader, given: SealToCompare): Promise<readonly BrokenRow[]> {
  const { said, range, secret, folder } = given;
  const broken: BrokenRow[] = [];
  const told = (why: Text): void => void broken.push({ row: `seal ${said.number}`, why });
  const listed = await listHolds(folder, said);
  if (listed !== 'whole') told(listed);
  if (secret && secretHash(secret) !== said.secretHash)
    return [...broken, { row: `seal ${said.number}`, why: secretLost }];
  const coverage = coverageOf(said, { all: given.sources, range, secret: secret ?? new Uint8Array(32) });
  const found = await treeOf(reader, coverage);
  if (found.root === said.root && found.leaves === said.leaves) return broken;
  if (listed === 'whole') broken.push(...(await differences(reader, { ...given, coverage })));
  else if (secret) told(rowsDiffer);
  return broken;
}

async function listHolds(folder: string, said: DaySeal): Promise<'whole' | Text> {
  const leaves = leavesFrom(folder, said.number);
  if (!leaves) return listMissing;
  const sum = treeSum();
  try {
    for await (const leaf of leaves) sum.add(leaf);
  } catch {
    return listAltered;
  }
  return sum.figures().root === said.root ? 'whole' : listAltered;
}

/** Walks the list and the rows side by side, both in the order of source and id; the first hundred differences. */
async function differences(
  reader: Reader,
  given: SealToCompare & { readonly coverage: Coverage },
): Promise<readonly BrokenRow[]> {
  const { folder, said } = given;
  const exact = given.secret !== null;
  const signed = leavesFrom(folder, said.number) ?? none();
  const held = leavesIn(reader, given.coverage);
  const broken: BrokenRow[] = [];
  const tell = ({ source, id }: Leaf, why: Text): void => void broken.push({ row: `${source} ${id}`, why });
  let was = await next(signed);
  let is = await next(held);
  while ((was || is) && broken.length < 100) {
    const order = was && is ? compareLeaves(was, is) : was ? -1 : 1;
    if (order < 0 && was) tell(was, removed(said));
    else if (order > 0 && is && exact) tell(is, slippedIn(said));
    else if (order === 0 && exact && was && is && Buffer.compare(was.digest, is.digest) !== 0)
      tell(was, altered(said));
    if (order <= 0) was = await next(signed);
    if (order >= 0) is = await next(held);
  }
  await signed.return(undefined);
  await held.return(undefined);
  return broken;
}

async function next(leaves: AsyncGenerator<Leaf>): Promise<Leaf | null> {
  const step = await leaves.next();
  return step.done ? null : step.value;
}

async function* none(): AsyncGenerator<Leaf> {}

function altered({ number, sealedOn }: DaySeal): Text {
  return {
    zh: `在第 ${number} 号封存（${sealedOn}）之后被改动`,
    en: `was altered after seal ${number} of ${sealedOn}`,
  };
}

function removed({ number, sealedOn }: DaySeal): Text {
  return {
    zh: `第 ${number} 号封存（${sealedOn}）里有，数据库里已没有`,
    en: `stands in seal ${number} of ${sealedOn} and is gone from the database`,
  };
}

function slippedIn({ number, sealedOn }: DaySeal): Text {
  return {
    zh: `第 ${number} 号封存（${sealedOn}）里没有，是后来插入的`,
    en: `is not in seal ${number} of ${sealedOn} and was slipped in afterwards`,
  };
}

const listMissing: Text = {
  zh: '第二存放处缺少它的清单',
  en: 'its leaf list is missing in the second place',
};
const listAltered: Text = {
  zh: '第二存放处的清单与签名不符',
  en: 'its leaf list in the second place is not the one that was signed',
};
const secretLost: Text = {
  zh: '数据库里的封存密语被改动，无法核对它所覆盖的记录',
  en: 'its secret was altered in the database, so the rows that it covers cannot be compared',
};
const rowsDiffer: Text = {
  zh: '它所覆盖的记录与签名不符；没有完好的清单，无法指出是哪一条',
  en: 'the rows that it covers are not those that were signed; without its list they cannot be named',
};
