import type { Text } from '#basics';
import type { Proof, Reader } from '#platform/postgres';
import * as rows from './proofs.store.ts';

/** What `suixing verify` proves about cards. */
export const cardProofs: readonly Proof[] = [
  proofOf({
    name: 'card.numbers-agree',
    text: {
      zh: '每个卡号恰好指向一个人的一张卡，每张卡都能按卡号找到',
      en: 'Every card number leads to exactly its card, and every card is found by its number',
    },
    find: rows.strayLocators,
    why: {
      zh: '按卡号找不到，或者卡号指向别处',
      en: 'is not found by its number, or the number leads elsewhere',
    },
  }),
  proofOf({
    name: 'card.as-its-events',
    text: { zh: '每张卡的状态都由它的经过得出', en: 'Every card stands as its events say' },
    find: rows.notAsEventsSay,
    why: { zh: '状态与经过不符', en: 'stands otherwise than its events say' },
  }),
  proofOf({
    name: 'card.ended-with-account',
    text: { zh: '账户注销的，卡都已停用', en: 'No card outlived its account' },
    find: rows.outlived,
    why: { zh: '账户已注销而卡还有效', en: 'is still bound to an account that is closed' },
  }),
  proofOf({
    name: 'card.held-for-payments',
    text: {
      zh: '每个账户占用的金额等于它未了结的刷卡预授权之和',
      en: 'What an account holds is the sum of its payments by card that wait to be confirmed',
    },
    count: rows.countPayments,
    find: rows.heldOtherwise,
    why: { zh: '占用的金额与预授权不符', en: 'holds another amount than was authorised' },
  }),
  proofOf({
    name: 'card.paid-once',
    text: {
      zh: '每笔确认的刷卡付款在账上恰有一笔，每个商户流水号指向一笔付款',
      en: 'Every confirmed payment by card is in the books once, and every merchant’s reference leads to its payment',
    },
    count: rows.countPayments,
    find: rows.paidOtherwise,
    why: {
      zh: '与账上不符，或者流水号指向别处',
      en: 'is otherwise in the books, or its reference leads elsewhere',
    },
  }),
];

interface Told {
  /** Rows looked at; the cards where it is not said. */
  readonly count?: (reader: Reader) => Promise<bigint>;
  readonly name: string;
  readonly text: Text;
  readonly find: (reader: Reader) => Promise<readonly rows.Stray[]>;
  readonly why: Text;
}

function proofOf({ name, text, find, why, count = rows.countCards }: Told): Proof {
  return {
    name,
    text,
    async run(reader) {
      const broken = (await find(reader)).map(({ row }) => ({ row, why }));
      return { rows: await count(reader), figures: {}, broken };
    },
  };
}
