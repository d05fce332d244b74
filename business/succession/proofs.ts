import type { Proof } from '#platform/postgres';
import { countDivisions, countEscheats, dividedWrongly, escheatsWrong } from './proofs.store.ts';

/** What `suixing verify` proves about successors. */
export const successionProofs: readonly Proof[] = [
  {
    name: 'succession.shares-are-whole',
    text: {
      zh: '每个分配的份额相加等于一，每份付款单就是其继承人按批准的分配应得的数',
      en: 'The shares of every division sum to one, and every heir’s order is their share by a division that was approved',
    },
    async run(reader) {
      const rows = await countDivisions(reader);
      const why = { zh: '份额、金额或批准不符', en: 'the shares, the amount or the approval do not fit' };
      const broken = (await dividedWrongly(reader)).map(({ row }) => ({ row, why }));
      return { rows, figures: {}, broken };
    },
  },
  {
    name: 'succession.heirless-by-two',
    text: {
      zh: '归入统筹基金的余额都经公告期满、两人认定，金额与账上一致',
      en: 'Every balance that went to the pooled fund did so after its notice, by two officers, as the books say',
    },
    async run(reader) {
      const rows = await countEscheats(reader);
      const why = {
        zh: '没有两人认定，或与账上不符',
        en: 'two officers did not decide it so, or the books differ',
      };
      const broken = (await escheatsWrong(reader)).map(({ row }) => ({ row, why }));
      return { rows, figures: {}, broken };
    },
  },
];
