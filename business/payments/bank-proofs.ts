import { showYuan, type Text } from '#basics';
import type { BrokenRow, Proof } from '#platform/postgres';
import {
  linesBroken,
  otherSuspenseFen,
  resolutionsBroken,
  statementsBroken,
  statementsCounted,
  suspenseCounted,
  unfinishedFen,
} from './bank-proofs.store.ts';
import type { Finding } from './proofs.store.ts';
import { bankStanding } from './resolution.store.ts';

/** What `suixing verify` proves about the bank's own word. */
export const bankProofs: readonly Proof[] = [
  {
    name: 'payments.statements-are-a-chain',
    text: {
      zh: '每份对账单都从上一份的期末余额开始，明细之和等于余额的变动',
      en: 'Every statement begins where the one before it ended and comes to the balance that it states',
    },
    async run(reader) {
      const { rows, sumFen } = await statementsCounted(reader);
      const broken = named(await statementsBroken(reader), {
        zh: '不与上一份衔接，或明细与余额不符',
        en: 'does not follow the one before it, or its lines do not come to its balance',
      });
      return { rows, figures: { sumFen }, broken };
    },
  },
  {
    name: 'payments.bank-is-last-statement',
    text: {
      zh: '账上银行存款等于最近对账单余额加账上已记、对账单未见的款项；每笔明细都与账上分录一致',
      en: 'The bank in the books is the balance of the last statement and what no statement has yet; every line is in the books',
    },
    async run(reader) {
      const { rows } = await statementsCounted(reader);
      const { bookedFen, statementFen, unstatedFen } = await bankStanding(reader);
      const missingFen = await unfinishedFen(reader);
      const balanceFen = statementFen ?? 0n;
      const figures = { bookedFen, statementFen: balanceFen, unstatedFen, missingFen };
      if (rows === 0n) return { rows, figures, broken: [] };
      const why: Text = {
        zh: `账上 ${showYuan(bookedFen)} 元，对账单 ${showYuan(balanceFen)} 元，未见 ${showYuan(unstatedFen)} 元，未导入完 ${showYuan(missingFen)} 元`,
        en: `the books say ${showYuan(bookedFen)} yuan, the statement ${showYuan(balanceFen)}, on no statement ${showYuan(unstatedFen)}, not taken in yet ${showYuan(missingFen)}`,
      };
      const equal = bookedFen === balanceFen + unstatedFen - missingFen;
      const lines = named(await linesBroken(reader), {
        zh: '与账上分录不符',
        en: 'is not what the books have of it',
      });
      return { rows, figures, broken: [...(equal ? [] : [{ row: 'bank', why }]), ...lines] };
    },
  },
  {
    name: 'payments.suspense-is-unknown-lines',
    text: {
      zh: '待查款项余额等于待查明细之和加更正经过的款项；每笔处理都由两人作出',
      en: 'What is in suspense is the sum of the unknown lines and of what adjustments moved; two officers resolved each',
    },
    async run(reader) {
      const rows = await suspenseCounted(reader);
      const { suspenseFen, openLinesFen } = await bankStanding(reader);
      const adjustedFen = await otherSuspenseFen(reader);
      const why: Text = {
        zh: `待查款项 ${showYuan(suspenseFen)} 元，待查明细 ${showYuan(openLinesFen)} 元，更正 ${showYuan(adjustedFen)} 元`,
        en: `suspense is ${showYuan(suspenseFen)} yuan, unknown lines ${showYuan(openLinesFen)}, adjustments ${showYuan(adjustedFen)}`,
      };
      const equal = suspenseFen === openLinesFen + adjustedFen;
      const alone = named(await resolutionsBroken(reader), {
        zh: '不是两人作出的',
        en: 'was not decided by two',
      });
      const figures = { suspenseFen, openLinesFen, adjustedFen };
      return { rows, figures, broken: [...(equal ? [] : [{ row: 'suspense', why }]), ...alone] };
    },
  },
];

function named(findings: readonly Finding[], why: Text): readonly BrokenRow[] {
  return findings.map(({ row }) => ({ row, why }));
}
