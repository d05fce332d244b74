import type { Text } from '#basics';
import type { BrokenRow, Proof, ProofResult, Reader, SealSource } from '#platform/postgres';
import type { Verifier } from '#platform/signing';
import { compareSeal } from './compare-seal.ts';
import { type DaySeal, type KeptSeal, readSeal, statementHash } from './day-seal.ts';
import { allSeals, firstXid, lastXid, type XidRange } from './seal.store.ts';
import { statementsIn } from './seal-folder.ts';

export interface SealsToVerify {
  /** What the second place holds. */
  readonly folder: string;
  readonly verifier: Verifier;
  readonly sources: readonly SealSource[];
}

/** `suixing verify --seals DIR`: the database against what the second place holds, row by row. */
export function sealsProof(given: SealsToVerify): Proof {
  return {
    name: 'audit.seals-agree',
    text: {
      zh: '封存过的记录没有一条被改动、抽走、插入或对调，封存本身连续、齐全、签名有效',
      en: 'No sealed record was altered, removed, slipped in or swapped, and the seals are whole, in order and signed',
    },
    run: (reader, progress) => verifySeals(reader, { ...given, progress }),
  };
}

type Run = SealsToVerify & { readonly progress: (rows: bigint) => void };

async function verifySeals(reader: Reader, run: Run): Promise<ProofResult> {
  const statements = statementsIn(run.folder);
  const kept = new Map((await allSeals(reader)).map((seal) => [seal.number, seal]));
  const last = Math.max(0, ...statements.keys(), ...kept.keys());
  const broken: BrokenRow[] = [];
  let rows = 0n;
  let previous: string | null = null;
  for (let number = 1; number <= last; number += 1) {
    const statement = statements.get(number);
    const seal = kept.get(number);
    const told = (why: Text): BrokenRow => ({ row: `seal ${number}`, why });
    const outside = statement ?? seal?.statement ?? null;
    broken.push(...presence({ statement, seal }).map(told));
    const said = outside === null ? null : readSeal(outside, run.verifier);
    if (said && !said.ok) broken.push(told(notHolding(said.refusal.code)));
    if (said?.ok) {
      broken.push(...sequence(said.value, { number, previous }).map(told));
      const range = rangeOf(number, kept);
      broken.push(...(await compareSeal(reader, { ...run, said: said.value, ...range })));
      rows += BigInt(said.value.leaves);
      run.progress(rows);
    }
    previous = outside === null ? null : statementHash(outside);
  }
  return { rows, figures: { seals: BigInt(last) }, broken: [...rangeGaps(kept), ...broken].slice(0, 100) };
}

function presence(of: {
  readonly statement: string | undefined;
  readonly seal: KeptSeal | undefined;
}): Text[] {
  if (of.statement === undefined && of.seal === undefined) return [nowhere];
  if (of.statement === undefined) return [fileMissing];
  if (of.seal === undefined) return [rowMissing];
  return of.statement === of.seal.statement ? [] : [otherStatement];
}

function sequence(said: DaySeal, at: { readonly number: number; readonly previous: string | null }): Text[] {
  if (said.number !== at.number) return [misnamed];
  return said.previous === at.previous ? [] : [unlinked];
}

/** Where the database lacks the seal, its rows are looked for between its neighbours. */
function rangeOf(
  number: number,
  kept: ReadonlyMap<number, KeptSeal>,
): { readonly range: XidRange; readonly secret: Uint8Array | null } {
  const seal = kept.get(number);
  if (seal) return { range: seal, secret: seal.secret };
  const before = [...kept.values()].filter((each) => each.number < number).at(-1);
  const after = [...kept.values()].find((each) => each.number > number);
  const range = { fromXid: before?.belowXid ?? firstXid, belowXid: after?.fromXid ?? lastXid };
  return { range, secret: null };
}

/** Each seal begins where the one before ended; a range that was moved would leave rows out. */
function rangeGaps(kept: ReadonlyMap<number, KeptSeal>): readonly BrokenRow[] {
  return [...kept.values()].flatMap((seal) => {
    const before = kept.get(seal.number - 1);
    const follows =
      seal.number === 1 ? seal.fromXid <= firstXid : !before || before.belowXid === seal.fromXid;
    return follows ? [] : [{ row: `seal ${seal.number}`, why: moved }];
  });
}

function notHolding(code: string): Text {
  return {
    zh: `签名或内容无效（${code}），可能是伪造的`,
    en: `its signature or wording does not hold (${code}); it may be forged`,
  };
}

const nowhere: Text = {
  zh: '数据库和第二存放处都没有这份封存',
  en: 'stands neither in the database nor in the second place',
};
const fileMissing: Text = { zh: '第二存放处没有这份封存', en: 'is not in the second place' };
const rowMissing: Text = {
  zh: '第二存放处有、数据库里没有：数据库的末尾被截去，或恢复过较早的备份',
  en: 'is in the second place and not in the database: its end was cut off, or an older state was restored',
};
const otherStatement: Text = {
  zh: '数据库里的封存与第二存放处的不同',
  en: 'says something else in the database than in the second place',
};
const misnamed: Text = {
  zh: '文件名与封存的编号不符',
  en: 'has another number inside than its file’s name says',
};
const unlinked: Text = { zh: '与前一份封存接不上', en: 'does not follow from the seal before' };
const moved: Text = {
  zh: '在数据库里所覆盖的范围与前一份接不上',
  en: 'covers another range in the database than the one that follows the seal before',
};
