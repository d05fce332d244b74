import type { Text } from '#basics';
import type { Proof, Reader } from '#platform/postgres';
import * as rows from './proofs.store.ts';

/** What `suixing verify` proves about investigations and recovery orders. */
export const supervisionProofs: readonly Proof[] = [
  proofOf({
    name: 'supervision.two-officers',
    text: {
      zh: '每项核查和追回都由一人提出、另一人复核',
      en: 'Every investigation and recovery order was proposed by one officer and decided by another',
    },
    count: rows.countSteps,
    find: rows.decidedAlone,
    why: { zh: '不是由另一人复核的', en: 'was not decided by another officer' },
  }),
  proofOf({
    name: 'supervision.lifted-once',
    text: {
      zh: '解除的都是生效过的措施，每项只解除一次',
      en: 'What was lifted had stood, and was lifted once',
    },
    count: rows.countSteps,
    find: rows.liftedWrongly,
    why: { zh: '没有生效过，或者解除了不止一次', en: 'had not stood, or was lifted more than once' },
  }),
  proofOf({
    name: 'supervision.nothing-left',
    text: {
      zh: '立案核查期间没有钱离开账户',
      en: 'No money left an account while an investigation stood',
    },
    count: rows.countFlags,
    find: rows.leftUnderInvestigation,
    why: { zh: '在核查期间支出', en: 'left during an investigation' },
  }),
  proofOf({
    name: 'supervision.recovered-once',
    text: {
      zh: '每项追回都已入账；每笔退款各入账一次，不超过应退',
      en: 'Every recovery order is booked; what came in for it is booked once, and never more than is owed',
    },
    count: rows.countOrders,
    find: rows.recoveredWrongly,
    why: {
      zh: '账上没有、重复或者多收',
      en: 'is not in the books, is there twice, or is more than was owed',
    },
  }),
  proofOf({
    name: 'supervision.owed-is-booked',
    text: {
      zh: '每个人名下有效的追回不超过账上对他的应收款',
      en: 'What standing orders demand of a person is booked as receivable from them',
    },
    count: rows.countOrders,
    find: rows.owedBeyondBooks,
    why: { zh: '追回的比账上应收的多', en: 'owes by orders more than the books have' },
  }),
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
