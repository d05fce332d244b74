import type { Text } from '#basics';
import type { Proof, Reader } from '#platform/postgres';
import { countWithdrawals, holdsOutOfPlace, objectionsOutOfPlace, ordersOutOfPlace } from './proofs.store.ts';

/** What `suixing verify` proves about withdrawals. */
export const withdrawalProofs: readonly Proof[] = [
  overCases({
    name: 'withdrawal.holds-are-open-cases',
    text: {
      zh: '账户只为正在办理的支取冻结，办完即解冻',
      en: 'An account is held for as long as its withdrawal is decided on, and not longer',
    },
    find: holdsOutOfPlace,
    why: { zh: '冻结与办件状态不符', en: 'its hold does not fit its state' },
  }),
  overCases({
    name: 'withdrawal.one-order-each',
    text: {
      zh: '结清的支取恰好有一张付款单，没有结清的没有',
      en: 'A settled withdrawal has exactly one payment order, any other none',
    },
    find: ordersOutOfPlace,
    why: { zh: '付款单与办件状态不符', en: 'its payment orders do not fit its state' },
  }),
  overCases({
    name: 'withdrawal.objections-decided-by-others',
    text: {
      zh: '异议由没有参与原决定的两人决定，期间的付款单停付',
      en: 'An objection is decided by two who had no part in the decision, and its order waits meanwhile',
    },
    find: objectionsOutOfPlace,
    why: {
      zh: '异议与办件、付款单或者决定人不符',
      en: 'an objection does not fit its case, its order or who decided',
    },
  }),
];

function overCases(told: {
  readonly name: string;
  readonly text: Text;
  readonly find: (reader: Reader) => Promise<readonly string[]>;
  readonly why: Text;
}): Proof {
  const { name, text, find, why } = told;
  return {
    name,
    text,
    async run(reader, progress) {
      const rows = await countWithdrawals(reader);
      progress(rows);
      const broken = (await find(reader)).map((row) => ({ row, why }));
      return { rows, figures: { withdrawals: rows }, broken };
    },
  };
}
