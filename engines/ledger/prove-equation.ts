import { fen, showYuan, type Text } from '#basics';
import type { ProofResult, Reader } from '#platform/postgres';
import type { BooksPass } from './books-pass.ts';
import { readNormalSides } from './trial-balance.store.ts';
import { type AccountTotal, equationOf } from './trial-balance.ts';

export const equationText: Text = {
  zh: '账上有什么与归谁所有两边相等，人与人之间的划转已经结清',
  en: 'What is there equals whose it is: both sides of the books agree, and nothing is left between persons',
};

/** Over the sums of a pass: an account that is on no list or on the wrong side, and what did not arrive at the other person. */
export async function proveEquation(reader: Reader, { cells }: BooksPass): Promise<ProofResult> {
  const sums = new Map<string, { debit: bigint; credit: bigint }>();
  for (const { debit, credit, amountFen } of cells) {
    const [from, to] = [of(sums, debit), of(sums, credit)];
    from.debit += BigInt(amountFen);
    to.credit += BigInt(amountFen);
  }
  const totals = (await readNormalSides(reader)).map(({ code, normalSide }): AccountTotal => {
    const { debit, credit } = of(sums, code);
    const balanceFen = fen(normalSide === 'debit' ? debit - credit : credit - debit);
    return { code, normalSide, debitFen: fen(debit), creditFen: fen(credit), balanceFen };
  });
  const { leftFen, rightFen } = equationOf(totals);
  const rows = cells.reduce((sum, { lines }) => sum + lines, 0n);
  return { rows, figures: { leftFen, rightFen }, broken: problems(totals, { leftFen, rightFen }) };
}

function problems(
  totals: readonly AccountTotal[],
  { leftFen, rightFen }: { readonly leftFen: bigint; readonly rightFen: bigint },
): ProofResult['broken'] {
  const between = totals.find(({ code }) => code === 'between-persons')?.balanceFen ?? 0n;
  const unequal: Text = {
    zh: `左边 ${showYuan(leftFen)} 元，右边 ${showYuan(rightFen)} 元`,
    en: `${showYuan(leftFen)} yuan on the left, ${showYuan(rightFen)} yuan on the right`,
  };
  const open: Text = {
    zh: `还有 ${showYuan(between)} 元没有到另一人的账户`,
    en: `${showYuan(between)} yuan did not arrive at the other person`,
  };
  // A posting cannot leave the equation; an account that is on no list, or on the wrong side, can.
  const wrongSide = totals.filter((total) => sides[sideName(total)] !== total.normalSide);
  return [
    ...(leftFen === rightFen ? [] : [{ row: 'equation', why: unequal }]),
    ...(between === 0n ? [] : [{ row: 'between-persons', why: open }]),
    ...wrongSide.map(({ code }) => ({
      row: code,
      why: { zh: '不在账目表的应有一边', en: 'is not on the side where it belongs' },
    })),
  ];
}

function of(
  sums: Map<string, { debit: bigint; credit: bigint }>,
  code: string,
): { debit: bigint; credit: bigint } {
  const sum = sums.get(code) ?? { debit: 0n, credit: 0n };
  sums.set(code, sum);
  return sum;
}

/** The two sides of the equation, as the design of the books names them. */
const sides: Readonly<Record<string, AccountTotal['normalSide']>> = {
  ...{ bank: 'debit', 'contributions-due': 'debit', 'subsidy-due': 'debit', recoverable: 'debit' },
  ...{
    'interest-expense': 'debit',
    personal: 'credit',
    pool: 'credit',
    payable: 'credit',
    clearing: 'credit',
  },
  ...{
    'between-persons': 'credit',
    suspense: 'credit',
    unclaimed: 'credit',
    declared: 'credit',
    opening: 'credit',
  },
};

/** `clearing:510100` is one of the clearing accounts. */
function sideName({ code }: AccountTotal): string {
  return code.split(':')[0] ?? code;
}
