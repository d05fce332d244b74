import { showYuan, type Text } from '#basics';
import { booksPass, creditsLessDebits } from '#engines/ledger';
import type { Proof, Reader } from '#platform/postgres';
import * as rows from './proofs.store.ts';

/** What `suixing verify` proves about adjustments and the orders that they moved. */
export const adjustmentProofs: readonly Proof[] = [
  proofOf({
    name: 'adjustment.two-officers',
    text: {
      zh: '每项账务调整都由一人申请、另一人复核',
      en: 'Every adjustment was asked for by one officer and decided by another',
    },
    count: rows.countDecisions,
    find: rows.decidedAlone,
    why: { zh: '不是由另一人复核的', en: 'was not decided by another officer' },
  }),
  proofOf({
    name: 'adjustment.as-posted',
    text: {
      zh: '批准了的调整都按批准的入账',
      en: 'What was approved stands in the books as it was approved',
    },
    count: rows.countDecisions,
    find: rows.notAsPosted,
    why: { zh: '账目与批准的不一致', en: 'is posted otherwise than it was approved' },
  }),
  proofOf({
    name: 'adjustment.reversed-once',
    text: {
      zh: '每笔账目最多冲正一次，冲正与原账目方向相反、金额和日期相同',
      en: 'No entry was reversed twice; a reversal is its entry the other way round, of the same amount and day',
    },
    count: rows.countReversals,
    find: rows.reversedWrongly,
    why: { zh: '冲正与原账目不符，或者冲正了不止一次', en: 'is not its entry reversed, or not once' },
  }),
  proofOf({
    name: 'adjustment.orders-stand-as-moved',
    text: {
      zh: '每张付款单的去向与最后一次调整一致，不在待付的没有付出',
      en: 'Every order stands as its last move says, and none was paid that was not open',
    },
    count: rows.countOrders,
    find: rows.ordersAstray,
    why: { zh: '去向与最后一次调整不符', en: 'stands otherwise than its last move says' },
  }),
  {
    name: 'adjustment.unclaimed-is-its-orders',
    text: {
      zh: '无人领取的款项等于无人领取的付款单之和',
      en: 'What is unclaimed is the sum of the unclaimed orders',
    },
    picture: 'ledger',
    async run(reader, _progress, share) {
      const { rows: orders, ordersFen } = await rows.unclaimedSums(reader);
      const pass = await (share ? share(booksPass) : booksPass.load(reader));
      const bookedFen = creditsLessDebits(pass, 'unclaimed');
      const why: Text = {
        zh: `账上 ${showYuan(bookedFen)} 元，付款单 ${showYuan(ordersFen)} 元`,
        en: `the books say ${showYuan(bookedFen)} yuan, the orders ${showYuan(ordersFen)}`,
      };
      const broken = bookedFen === ordersFen ? [] : [{ row: 'unclaimed', why }];
      return { rows: orders, figures: { bookedFen, ordersFen }, broken };
    },
  },
];

interface Told {
  readonly name: string;
  readonly text: Text;
  readonly count: (reader: Reader) => Promise<bigint>;
  readonly find: (reader: Reader) => Promise<readonly rows.Stray[]>;
  readonly why: Text;
}

function proofOf({ name, text, count, find, why }: Told): Proof {
  return {
    name,
    text,
    async run(reader) {
      const broken = (await find(reader)).map(({ row }) => ({ row, why }));
      return { rows: await count(reader), figures: {}, broken };
    },
  };
}
