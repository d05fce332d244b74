import type { Proof } from '#platform/postgres';
import { countDecidedLines, linesSaidOtherwise } from './proofs.store.ts';

/** What `suixing verify` proves about what employers report of their staff. */
export const staffProofs: readonly Proof[] = [
  {
    name: 'life-events.staff-lines-agree',
    text: {
      zh: '单位申报减员的每一行，写的都是在本人一侧定下的结果',
      en: 'Every line of an employer’s report says what was decided beside the person',
    },
    async run(reader) {
      const broken = (await linesSaidOtherwise(reader)).map((row) => ({ row, why }));
      return { rows: await countDecidedLines(reader), figures: {}, broken };
    },
  },
];

const why = { zh: '与本人一侧的结果不一致', en: 'differs from what was decided beside the person' };
