import { showYuan, type Text } from '#basics';
import { booksPass, creditsLessDebits } from '#engines/ledger';
import type { BrokenRow, Proof, Reader } from '#platform/postgres';
import { returnsBroken } from './bank-proofs.store.ts';
import { bankProofs } from './bank-proofs.ts';
import {
  attemptsBroken,
  attemptsCounted,
  batchesBroken,
  batchesCounted,
  type Finding,
  openOrders,
  ordersBroken,
  type Sums,
} from './proofs.store.ts';

/** What `suixing verify` proves about payments. */
export const paymentsProofs: readonly Proof[] = [
  {
    name: 'payments.payable-is-open-orders',
    text: {
      zh: '应付款等于尚未付出的付款单与已确认的刷卡付款之和',
      en: 'What is payable is the sum of the orders that are not paid yet and of what was confirmed by card',
    },
    picture: 'ledger',
    async run(reader, _progress, share) {
      const { rows, openFen } = await openOrders(reader);
      const pass = await (share ? share(booksPass) : booksPass.load(reader));
      const payableFen = creditsLessDebits(pass, 'payable');
      const why: Text = {
        zh: `应付款 ${showYuan(payableFen)} 元，未付付款单 ${showYuan(openFen)} 元`,
        en: `payable is ${showYuan(payableFen)} yuan, open orders are ${showYuan(openFen)}`,
      };
      return {
        rows,
        figures: { payableFen, openFen },
        broken: payableFen === openFen ? [] : [{ row: 'payable', why }],
      };
    },
  },
  overRows({
    name: 'payments.nothing-paid-twice',
    text: {
      zh: '每张付款单最多付出一次，付出的与账上一致',
      en: 'Every order was paid once at most, and what was paid is in the books',
    },
    count: attemptsCounted,
    find: async (reader) => [...(await attemptsBroken(reader)), ...(await returnsBroken(reader))],
    why: paidWhy,
  }),
  overRows({
    name: 'payments.orders-stand-on-authorities',
    text: {
      zh: '每张付款单都有同一人、同一金额、已记账的支付授权；分份的各份相加等于原单，各付给自己的继承人',
      en: 'Every order stands on an authority of the same person and amount that was posted; the shares of a divided one fill it, each paid to its own heir',
    },
    count: async (reader) => {
      const { rows, orderedFen } = await openOrders(reader);
      return { rows, sumFen: orderedFen };
    },
    find: ordersBroken,
    why: () => ({
      zh: '没有对应的授权或记账，或业务不符',
      en: 'has no matching authority or posting, or belongs to another case',
    }),
  }),
  overRows({
    name: 'payments.batches-are-their-lines',
    text: {
      zh: '每个批次的笔数、总额和摘要与其明细一致，放行的都由组批人以外的两人批准',
      en: 'Every batch’s count, sum and digest are those of its lines, and two who did not build it let it go',
    },
    count: batchesCounted,
    find: batchesBroken,
    why: () => ({ zh: '与明细或批准不符', en: 'does not agree with its lines or its approvals' }),
  }),
  ...bankProofs,
];

interface OverRows {
  readonly name: string;
  readonly text: Text;
  readonly count: (reader: Reader) => Promise<Sums>;
  readonly find: (reader: Reader) => Promise<readonly Finding[]>;
  readonly why: (finding: Finding) => Text;
}

function overRows({ name, text, count, find, why }: OverRows): Proof {
  return {
    name,
    text,
    async run(reader) {
      const { rows, sumFen } = await count(reader);
      const broken: readonly BrokenRow[] = (await find(reader)).map((finding) => ({
        row: finding.row,
        why: why(finding),
      }));
      return { rows, figures: { sumFen }, broken };
    },
  };
}

function paidWhy({ what }: Finding): Text {
  switch (what) {
    case 'twice':
      return { zh: '付了不止一次', en: 'was paid more than once' };
    case 'stray':
      return { zh: '账上有付款，却没有付出的付款单', en: 'is a payment in the books without a paid order' };
    case 'unbacked':
      return { zh: '没有放行的批次或银行回执文件', en: 'has no released batch or no file of the bank' };
    default:
      return {
        zh: '付出的金额或账目与付款单不符',
        en: 'was paid with another sum or entry than the order’s',
      };
  }
}
