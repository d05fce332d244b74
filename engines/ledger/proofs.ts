import { showYuan, type Text } from '#basics';
import type { BrokenRow, Proof, ProofResult, Reader } from '#platform/postgres';
import {
  type BooksPass,
  backingAgrees,
  balancesAgree,
  booksPass,
  interestSumsAgree,
  openingsAgree,
  rollUpDifferences,
  yearsAgree,
} from './books-pass.ts';
import {
  backingDifferences,
  brokenOpenings,
  brokenSums,
  type Counted,
  countImports,
  countSince,
  type Difference,
  groundDifferences,
  importDifferences,
  openingDays,
  replayDifferences,
  type Since,
  yearDifferences,
} from './proofs.store.ts';
import { equationText, proveEquation } from './prove-equation.ts';
import { guardsText, proveGuards } from './prove-guards.ts';
import { yearsPosted } from './years-posted.ts';

/** What `suixing verify` proves about the books. The large tables are read once for all of it (`books-pass.ts`). */
export const ledgerProofs: readonly Proof[] = [
  overBooks({
    name: 'ledger.balances-replayed',
    text: {
      zh: '每个账户的余额等于其全部分录重算的结果，分录编号连续，注销的账户没有余额',
      en: 'Every balance is what its entries come to, these are numbered without a gap, and closed accounts are empty',
    },
    count: ({ accounts }) => counted(accounts, ({ accounts: rows, balanceFen }) => [rows, balanceFen]),
    agrees: balancesAgree,
    find: replayDifferences,
    why: ({ stored, found }) => ({
      zh: `余额 ${stored}，重算 ${found}（分，括号内为分录数）`,
      en: `the balance says ${stored}, its postings ${found} (fen, and how many entries)`,
    }),
  }),
  {
    name: 'ledger.books-balance',
    text: equationText,
    run: async (reader, _progress, share) =>
      proveEquation(reader, await (share ? share(booksPass) : booksPass.load(reader))),
  },
  backing('debit'),
  backing('credit'),
  bases('debit'),
  bases('credit'),
  {
    name: 'ledger.openings-are-the-imports',
    text: {
      zh: '每次已批准导入的期初余额，笔数和总额都与控制数一致',
      en: 'The opening balances of every approved import are its control totals, in number and sum',
    },
    async run(reader) {
      const { rows, sumFen } = await countImports(reader);
      const broken = (await brokenOpenings(reader)).map(({ row, stored, found }) => ({
        row,
        why: {
          zh: `控制总额 ${yuan(stored)} 元，明细 ${yuan(found)} 元，或批准人就是导入人`,
          en: `the control total is ${yuan(stored)} yuan, the lines are ${yuan(found)} yuan, or one officer did both`,
        },
      }));
      return { rows, figures: { sumFen }, broken };
    },
  },
  overBooks({
    name: 'ledger.interest-sums-replayed',
    text: {
      zh: '计息所用的累计数等于由分录重算的结果',
      en: 'What interest is computed from is what the postings come to',
    },
    count: ({ accounts }) => counted(accounts, ({ accounts: rows, balanceFen }) => [rows, balanceFen]),
    agrees: interestSumsAgree,
    find: brokenSums,
    why: ({ stored, found }) => ({
      zh: `计息本金 ${yuan(stored)} 元，余额 ${yuan(found)} 元，或起息日不符`,
      en: `it bears interest on ${yuan(stored)} yuan, its balance is ${yuan(found)} yuan, or the days of its postings differ`,
    }),
  }),
  overBooks({
    name: 'ledger.years-in-order',
    text: {
      zh: '账户的计息年度都在已结息年度之后；结息分录都出自两人批准的结息，不晚于所结的年度',
      en: 'Every account’s open year is after the closed ones, and runs that two officers approved credited no later year than their own',
    },
    count: ({ accounts }) => counted(accounts, ({ accounts: rows, balanceFen }) => [rows, balanceFen]),
    agrees: yearsAgree,
    find: yearDifferences,
    why: ({ stored, found }) => ({
      zh: `${stored}，已结息到 ${found} 年`,
      en: `${stored}, interest was credited to the end of ${found}`,
    }),
  }),
  yearsPosted,
  {
    name: 'ledger.fund-days-replayed',
    text: {
      zh: '逐日汇总等于汇总界线之前的分录之和',
      en: 'The sums by day are what the postings behind their horizon come to',
    },
    async run(reader, _progress, share) {
      const pass = await (share ? share(booksPass) : booksPass.load(reader));
      const why: Text = {
        zh: '与分录之和不符（账户/生效日/记录日）',
        en: 'differs (account, effective day, day of record)',
      };
      const broken = rollUpDifferences(pass)
        .slice(0, 100)
        .map((row) => ({ row, why }));
      return { rows: BigInt(pass.rolled.length), figures: {}, broken };
    },
  },
  { name: 'ledger.guards-stand', text: guardsText, run: proveGuards, small: true },
];

interface OverBooks {
  readonly name: string;
  readonly text: Text;
  readonly count: (pass: BooksPass) => Counted;
  /** Whether nothing differs; where it does, `find` names the rows. */
  readonly agrees: (pass: BooksPass) => boolean;
  readonly find: (reader: Reader, since: Since) => Promise<readonly Difference[]>;
  readonly why: (difference: Difference) => Text;
}

function overBooks({ name, text, count, agrees, find, why }: OverBooks): Proof {
  const broken = async (reader: Reader, since: Since): Promise<readonly BrokenRow[]> =>
    (await find(reader, since)).map((difference) => ({ row: difference.row, why: why(difference) }));
  return {
    ...{ name, text },
    async run(reader, _progress, share) {
      const pass = await (share ? share(booksPass) : booksPass.load(reader));
      const { rows, sumFen } = count(pass);
      return { rows, figures: { sumFen }, broken: agrees(pass) ? [] : await broken(reader, null) };
    },
    async since(reader, xid) {
      const { rows, sumFen } = await countSince(reader, xid);
      return { rows, figures: { sumFen }, broken: await broken(reader, xid) };
    },
  };
}

function backing(side: 'debit' | 'credit'): Proof {
  const texts = {
    debit: {
      zh: '每笔个人账户支出都恰好用掉一份授权：同一人、同一用途、同一金额，没有多余的授权',
      en: 'Every debit of a personal account consumes one authority of the same person, purpose and amount, and none is left over',
    },
    credit: {
      zh: '每笔个人账户入账都恰好对应一项依据：同一人、同一用途、同一金额，没有多余的依据',
      en: 'Every credit of a personal account consumes one cause of the same person, purpose and amount, and none is left over',
    },
  };
  return overBooks({
    name: side === 'debit' ? 'ledger.debits-have-authority' : 'ledger.credits-have-cause',
    text: texts[side],
    count: ({ cells }) =>
      counted(
        cells.filter((cell) => cell[side] === 'personal'),
        ({ lines, amountFen }) => [lines, amountFen],
      ),
    agrees: (pass) => backingAgrees(pass, side),
    find: (reader, since) => backingDifferences(reader, { side, since }),
    why: ({ found }) => backingWhy[found] ?? unmatched,
  });
}

const unmatched: Text = {
  zh: '没有相符的授权或依据',
  en: 'has no authority or cause of this person, purpose, amount and time',
};
const backingWhy: Readonly<Record<string, Text>> = {
  twice: { zh: '用了不止一次', en: 'was consumed more than once' },
  unused: { zh: '没有对应的分录', en: 'was consumed by no posting' },
};

function bases(side: 'debit' | 'credit'): Proof {
  const texts = {
    debit: {
      zh: '每份支出授权都有相应的根据：两人作出的决定，或补记结息的原因',
      en: 'Every authority rests on its ground: a decision of two officers, or the entry that made interest differ',
    },
    credit: {
      zh: '每项入账依据都有相应的根据：两人批准的导入、两人作出的决定，或补记结息的原因',
      en: 'Every cause rests on its ground: an import approved by two, a decision of two, or the entry that made interest differ',
    },
  };
  const grounds = async (reader: Reader, since: Since): Promise<readonly BrokenRow[]> =>
    (await groundDifferences(reader, { side, since })).map(groundless);
  const lines = async (reader: Reader, since: Since): Promise<readonly BrokenRow[]> =>
    side === 'credit'
      ? [
          ...(await importDifferences(reader, since)).map(groundless),
          ...(await openingDays(reader, since)).map(otherDay),
        ]
      : [];
  return {
    name: side === 'debit' ? 'ledger.authorities-have-ground' : 'ledger.causes-have-ground',
    text: texts[side],
    async run(reader, _progress, share): Promise<ProofResult> {
      const pass = await (share ? share(booksPass) : booksPass.load(reader));
      const { rows } = side === 'debit' ? pass.authorities : pass.causes;
      const imported = openingsAgree(pass) ? [] : await lines(reader, null);
      return { rows, figures: {}, broken: [...(await grounds(reader, null)), ...imported] };
    },
    async since(reader, xid) {
      const { rows, sumFen } = await countSince(reader, xid);
      const broken = [...(await grounds(reader, xid)), ...(await lines(reader, xid))];
      return { rows, figures: { sumFen }, broken };
    },
  };
}

function groundless({ row, stored, found }: Difference): BrokenRow {
  return {
    row,
    why: { zh: `根据不成立：${stored} ${found}`, en: `its ground does not hold: ${stored} ${found}` },
  };
}

function otherDay({ row, stored, found }: Difference): BrokenRow {
  return {
    row,
    why: {
      zh: `导入的日期是 ${stored}，入账日期是 ${found}`,
      en: `the import says ${stored}, it was posted for ${found}`,
    },
  };
}

function counted<T>(cells: readonly T[], read: (cell: T) => readonly [bigint, string]): Counted {
  return cells.reduce<Counted>(
    ({ rows, sumFen }, cell) => {
      const [more, sum] = read(cell);
      return { rows: rows + more, sumFen: sumFen + BigInt(sum) };
    },
    { rows: 0n, sumFen: 0n },
  );
}

/** The store tells sums as the database has them. */
function yuan(sumFen: string): string {
  return showYuan(BigInt(sumFen));
}
