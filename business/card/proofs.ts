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
];

interface Told {
  readonly name: string;
  readonly text: Text;
  readonly find: (reader: Reader) => Promise<readonly rows.Stray[]>;
  readonly why: Text;
}

function proofOf({ name, text, find, why }: Told): Proof {
  return {
    name,
    text,
    async run(reader) {
      const broken = (await find(reader)).map(({ row }) => ({ row, why }));
      return { rows: await rows.countCards(reader), figures: {}, broken };
    },
  };
}
