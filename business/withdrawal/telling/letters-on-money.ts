import type { LetterContent, LetterKind } from '#business/letters';
import { objectionUntil } from '../remedy-texts.ts';
import type { CameBack, LetterFacts, Paid } from './letter-facts.ts';
import { bare, clausesOf, row, rowsOf, same, yuan } from './letter-parts.ts';
import {
  backAndContested,
  backAndRevoked,
  noReason,
  nothingOwed,
  paidOpening,
  untilDecided,
} from './letter-words.ts';

/** What was paid, and what came back. */
export const lettersOnMoney = {
  'payment-advice': (facts: LetterFacts, paid: Paid): LetterContent => ({
    ...bare(facts),
    opening: paidOpening(facts, paid),
    rows: [
      ...rowsOf(facts),
      paid.backFen === null
        ? row({ zh: '其中利息', en: 'Interest in it' }, yuan(paid.interestFen))
        : row({ zh: '退回个人账户', en: 'Back in the account' }, yuan(paid.backFen)),
      row({ zh: '结清日期', en: 'Settled on' }, same(paid.settledOn)),
      ...paidTo(paid),
    ],
    amountFen: paid.amountFen,
    clauses: clausesOf(facts.clauses),
    remedies: paid.objectUntil === null ? null : [objectionUntil(paid.objectUntil)],
    closing: {
      zh: '金额或账户有误的，请凭本通知书联系我们。',
      en: 'If the amount or the account is not right, come to us with this letter.',
    },
  }),

  /** Money that came back and is not the person's to correct: it waits for an outcome, or is in the account already. */
  'money-back': (facts: LetterFacts, told: CameBack): LetterContent => ({
    ...bare(facts),
    opening: told.moved === 'contested' ? backAndContested : backAndRevoked,
    rows: [
      ...rowsOf(facts),
      row({ zh: '退回日期', en: 'Sent back on' }, same(facts.on)),
      row({ zh: '银行说明', en: 'The bank says' }, told.reason === null ? noReason : same(told.reason)),
    ],
    amountFen: told.amountFen,
    clauses: clausesOf(facts.clauses),
    closing: told.moved === 'contested' ? untilDecided : nothingOwed,
  }),
} as const satisfies Partial<Readonly<Record<LetterKind, unknown>>>;

/** To whom it went; among several heirs, nobody is told of another's account. */
function paidTo({ payee, bankName, accountTail, divided }: Paid) {
  const among = {
    zh: '各继承人，按决定的份额付到各自提供的账户',
    en: 'The heirs, each their share, to the account that each of them named',
  };
  if (divided) return [row({ zh: '收款人', en: 'Payee' }, among)];
  return [
    row({ zh: '收款人', en: 'Payee' }, same(payee)),
    row(
      { zh: '收款账户', en: 'Account' },
      { zh: `${bankName}，尾号 ${accountTail}`, en: `${bankName}, ending in ${accountTail}` },
    ),
  ];
}
