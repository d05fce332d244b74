import { showYuan, type Text } from '#basics';
import { booksPass, creditsLessDebits } from '#engines/ledger';
import type { Proof, Reader } from '#platform/postgres';
import {
  decisionsCounted,
  type Finding,
  openLegs,
  paidAndCredited,
  receiptsUnfounded,
  remittancesUnfounded,
  transfersAstray,
  transfersCounted,
  undecidedSteps,
  wordsAstray,
  wordsCounted,
} from './proofs.store.ts';

/** What `suixing verify` proves about transfers between agencies. */
export const transferProofs: readonly Proof[] = [
  {
    name: 'transfer.clearing-is-open-legs',
    text: {
      zh: '与各机构的转移往来款等于已结清、既未付出也未退回账户的转移余额之和',
      en: 'What is in clearing with each agency is the balances that were settled for it and neither paid nor taken back',
    },
    picture: 'ledger',
    async run(reader, _progress, share) {
      const legs = await openLegs(reader);
      const pass = await (share ? share(booksPass) : booksPass.load(reader));
      const broken = legs.flatMap(({ account, openFen }) => {
        const clearingFen = creditsLessDebits(pass, account);
        if (clearingFen === openFen) return [];
        const why: Text = {
          zh: `往来款 ${showYuan(clearingFen)} 元，未了结的转移 ${showYuan(openFen)} 元`,
          en: `clearing is ${showYuan(clearingFen)} yuan, open balance legs are ${showYuan(openFen)} yuan`,
        };
        return [{ row: account, why }];
      });
      const openFen = legs.reduce((sum, leg) => sum + leg.openFen, 0n);
      return { rows: legs.reduce((sum, { orders }) => sum + orders, 0n), figures: { openFen }, broken };
    },
  },
  overRows({
    name: 'transfer.words-of-partners',
    text: {
      zh: '每封来函都出自这件转移的对方机构，与网关收存的报文一致；纸质来函都由一人登记、另一人按原文确认',
      en: 'Every word is the transfer’s partner’s, as the gateway kept it; what came on paper one officer keyed in, and another confirmed as it is',
    },
    count: wordsCounted,
    find: async (reader) => [...(await transfersAstray(reader)), ...(await wordsAstray(reader))],
    why: {
      zh: '不是对方机构的，与收存的报文不符，或没有两人确认',
      en: 'is not the partner’s, not as it was kept, or two officers did not give it so',
    },
  }),
  overRows({
    name: 'transfer.left-on-acceptance',
    text: {
      zh: '每笔转出都有已接受的联系函和对方机构写明的账户，金额与付款单一致',
      en: 'Every balance that left did so on an accepted contact letter, to the account that the partner named, as its order says',
    },
    count: transfersCounted,
    find: remittancesUnfounded,
    why: { zh: '没有相符的联系函、付款单或账户', en: 'has no letter, order or account that fits' },
  }),
  overRows({
    name: 'transfer.came-with-its-line',
    text: {
      zh: '每笔转入都有银行对账单明细和对方机构的通知，各用一次；编号或金额不同的由两人认定',
      en: 'Every balance that came in has its bank line and its advice, each once; what differs two officers have decided',
    },
    count: transfersCounted,
    find: receiptsUnfounded,
    why: { zh: '没有相符的明细、通知或账目', en: 'has no line, advice or entry that fits' },
  }),
  overRows({
    name: 'transfer.not-paid-and-credited',
    text: {
      zh: '没有一笔转移的钱既付给了对方机构，又退回了个人账户',
      en: 'No transfer’s money was both paid to the partner and given back to the person',
    },
    count: transfersCounted,
    find: paidAndCredited,
    why: { zh: '既付出又退回，或退回与账上不符', en: 'is both paid and given back, or not as the books say' },
  }),
  overRows({
    name: 'transfer.decided-by-two',
    text: {
      zh: '每次拒收余额、每份有疑问而接续的信息表，都由一人提出、另一人同意',
      en: 'Every balance that was refused by hand, and every sheet about a name in doubt, one officer proposed and another agreed to',
    },
    count: decisionsCounted,
    find: undecidedSteps,
    why: { zh: '没有两名工作人员的意见', en: 'has no proposal that another officer agreed to' },
  }),
];

interface OverRows {
  readonly name: string;
  readonly text: Text;
  readonly count: (reader: Reader) => Promise<bigint>;
  readonly find: (reader: Reader) => Promise<readonly Finding[]>;
  readonly why: Text;
}

function overRows({ name, text, count, find, why }: OverRows): Proof {
  return {
    ...{ name, text },
    async run(reader) {
      const rows = await count(reader);
      const broken = (await find(reader)).map(({ row }) => ({ row, why }));
      return { rows, figures: {}, broken };
    },
  };
}
