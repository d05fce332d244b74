import type { Proof } from '#platform/postgres';
import { countDivisions, dividedWrongly } from './proofs.store.ts';

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
];
