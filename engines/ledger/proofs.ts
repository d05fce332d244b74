import { showYuan, type Text } from '#basics';
import type { Proof, ProofResult, Reader } from '#platform/postgres';
import {
  brokenCredits,
  brokenDebits,
  brokenOpenings,
  brokenSums,
  type Counted,
  countImports,
  countPostings,
  type Difference,
  replayDifferences,
  sumAccounts,
} from './proofs.store.ts';
import { type AccountTotal, equationOf, trialBalance } from './trial-balance.ts';

/** What `suixing verify` proves about the books. */
export const ledgerProofs: readonly Proof[] = [
  {
    name: 'ledger.balances-replayed',
    text: {
      zh: '每个账户的余额等于其全部分录重算的结果，注销的账户没有余额',
      en: 'Every balance is what its postings come to, and closed accounts are empty',
    },
    run: (reader) =>
      compare(reader, {
        count: sumAccounts,
        find: replayDifferences,
        why: ({ stored, found }) => ({
          zh: `余额 ${stored} 分，重算 ${found} 分`,
          en: `the balance says ${stored} fen, its postings ${found} fen`,
        }),
      }),
  },
  {
    name: 'ledger.books-balance',
    text: {
      zh: '账上有什么与归谁所有两边相等',
      en: 'What is there equals whose it is: both sides of the books agree',
    },
    run: proveEquation,
  },
  {
    name: 'ledger.debits-have-authority',
    text: {
      zh: '每笔个人账户支出都有同一人、同一用途、同一金额、由两人作出的决定',
      en: 'Every debit of a personal account rests on a decision of two officers: same person, purpose and amount',
    },
    run: (reader) =>
      compare(reader, {
        count: (from) => countPostings(from, 'debit'),
        find: brokenDebits,
        why: () => ({ zh: '没有相符的授权或两人决定', en: 'has no matching authority or decision of two' }),
      }),
  },
  {
    name: 'ledger.credits-have-cause',
    text: {
      zh: '每笔个人账户入账都有同一人、同一金额的依据',
      en: 'Every credit of a personal account has its cause: an approved import’s line, or a decision of two',
    },
    run: (reader) =>
      compare(reader, {
        count: (from) => countPostings(from, 'credit'),
        find: brokenCredits,
        why: () => ({ zh: '没有相符的依据', en: 'has no matching cause' }),
      }),
  },
  {
    name: 'ledger.openings-are-the-imports',
    text: {
      zh: '每次已批准导入的期初余额，笔数和总额都与控制数一致',
      en: 'The opening balances of every approved import are its control totals, in number and sum',
    },
    run: (reader) =>
      compare(reader, {
        count: countImports,
        find: brokenOpenings,
        why: ({ stored, found }) => ({
          zh: `控制总额 ${stored} 分，明细 ${found} 分，或批准人就是导入人`,
          en: `the control total is ${stored} fen, the lines are ${found} fen, or one officer did both`,
        }),
      }),
  },
  {
    name: 'ledger.interest-sums-replayed',
    text: {
      zh: '计息所用的累计数等于由分录重算的结果',
      en: 'What interest is computed from is what the postings come to',
    },
    run: (reader) =>
      compare(reader, {
        count: sumAccounts,
        find: brokenSums,
        why: ({ stored, found }) => ({
          zh: `计息本金 ${stored} 分，余额 ${found} 分，或起息日不符`,
          en: `it bears interest on ${stored} fen, its balance is ${found} fen, or the days of its postings differ`,
        }),
      }),
  },
];

interface Comparison {
  readonly count: (reader: Reader) => Promise<Counted>;
  readonly find: (reader: Reader) => Promise<readonly Difference[]>;
  readonly why: (difference: Difference) => Text;
}

async function compare(reader: Reader, { count, find, why }: Comparison): Promise<ProofResult> {
  const { rows, sumFen } = await count(reader);
  const broken = (await find(reader)).map((difference) => ({ row: difference.row, why: why(difference) }));
  return { rows, figures: { sumFen }, broken };
}

async function proveEquation(reader: Reader): Promise<ProofResult> {
  const { rows } = await countPostings(reader, 'any');
  const totals = await trialBalance(reader);
  const { leftFen, rightFen } = equationOf(totals);
  // A posting cannot leave the equation; an account that is on no list, or on the wrong side, can.
  const wrongSide = totals.filter((total) => sides[sideName(total)] !== total.normalSide);
  const why: Text = {
    zh: `左边 ${showYuan(leftFen)} 元，右边 ${showYuan(rightFen)} 元`,
    en: `${showYuan(leftFen)} yuan on the left, ${showYuan(rightFen)} yuan on the right`,
  };
  const unknown: Text = { zh: '不在账目表的应有一边', en: 'is not on the side where it belongs' };
  const broken = [
    ...(leftFen === rightFen ? [] : [{ row: 'equation', why }]),
    ...wrongSide.map(({ code }) => ({ row: code, why: unknown })),
  ];
  return { rows, figures: { leftFen, rightFen }, broken };
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
