import type { Text } from '#basics';
import type { LetterContent, LetterKind } from '#business/letters';
import type { Findings } from '../decide-withdrawal.ts';
import { lastDayToObject, objectionUntil, remediesFrom } from '../remedy-texts.ts';
import type { Decided, LetterFacts, ObjectionDecided } from './letter-facts.ts';
import {
  bare,
  clausesOf,
  list,
  paperItem,
  reasons,
  reasonsToPay,
  row,
  rowsOf,
  same,
  yuan,
} from './letter-parts.ts';
import { notOffered, revoked, upheld } from './letter-words.ts';

/** What was decided, first and on an objection. */
export const lettersOnDecisions = {
  decision: (facts: LetterFacts, { findings }: Decided): LetterContent => ({
    ...bare(facts),
    opening: {
      zh: '经审查并由另一名工作人员复核，您的申请符合规定，本机构决定一次性支取个人账户余额。',
      en: 'Your application was examined and confirmed by a second officer. It meets the rules, and we decide to pay the balance of the account out in one sum.',
    },
    // The ground is the first of the reasons.
    rows: [...rowsOf(facts).filter(({ value }) => value !== facts.ground), ...moneyRows(findings)],
    amountFen: findings.money?.totalFen ?? null,
    lists: [reasonsToPay(facts, findings)].filter(({ items }) => items.length > 0),
    clauses: clausesOf([...facts.clauses, 'SIL-83', 'SIH-52']),
    remedies: remediesFrom(facts.on, facts.region),
    closing: closingOf(facts, findings),
  }),

  refusal: (facts: LetterFacts, { findings }: Decided): LetterContent => ({
    ...bare(facts),
    opening: {
      zh: '经审查并由另一名工作人员复核，按下列理由，本机构决定不予支取。',
      en: 'Your application was examined and confirmed by a second officer. For the reasons below we decide not to pay out.',
    },
    rows: rowsOf(facts),
    lists: [
      reasons((findings.option?.conditions ?? []).filter(({ finding }) => finding !== 'met')),
      list(
        { zh: '没有交来的材料', en: 'Papers that did not come' },
        findings.papers
          .filter(({ state }) => state === 'missing')
          .map(({ materialId }) => paperItem(facts, materialId)),
      ),
      list(
        { zh: '情形', en: 'Ground' },
        findings.status === 'not-offered' ? [{ text: notOffered, note: null }] : [],
      ),
    ].filter(({ items }) => items.length > 0),
    clauses: clausesOf([...facts.clauses, 'SIL-83', 'SIH-52']),
    remedies: [
      ...(facts.mayObject ? [objectionUntil(lastDayToObject(facts.on))] : []),
      ...remediesFrom(facts.on, facts.region),
    ],
    closing: {
      zh: '账户余额和利息不受影响，冻结已解除。情况变化或材料齐备后，可以重新申请。',
      en: 'The balance and its interest are untouched, and the account is free again. You may apply anew once the facts or the papers have changed.',
    },
  }),

  /** What two other officers decided on an objection; a refusal that they overturn is told by the decision itself. */
  'objection-decision': (facts: LetterFacts, told: ObjectionDecided): LetterContent => ({
    ...bare(facts),
    opening: told.upheld
      ? {
          zh: '对本机构决定提出的异议，已由没有参与原决定的两名工作人员重新审查。原决定维持不变，理由如下。',
          en: 'Two officers who had no part in the decision have looked at it anew on an objection. It stays as it was, for the reasons below.',
        }
      : {
          zh: '对支付决定提出的异议，已由没有参与原决定的两名工作人员重新审查。异议成立，支付决定予以撤销。',
          en: 'Two officers who had no part in the decision to pay have looked at it anew on an objection. The objection is right, and the decision to pay is revoked.',
        },
    rows: [...rowsOf(facts), row({ zh: '审查结果', en: 'Outcome' }, told.upheld ? upheld : revoked)],
    lists: [
      list({ zh: '提出的异议', en: 'What was objected' }, [{ text: same(told.objection), note: null }]),
      told.upheld ? reasonsToPay(facts, told.findings) : reasons([]),
    ].filter(({ items }) => items.length > 0),
    clauses: clausesOf([...facts.clauses, 'SIL-83', 'SIH-52']),
    remedies: remediesFrom(facts.on, facts.region),
    closing: told.upheld
      ? {
          zh: '对同一决定不能再次向本机构提出异议；仍不服的，可以按上面写明的办法申请行政复议或者提起行政诉讼。',
          en: 'The same decision cannot be objected to again at this agency; reconsideration and a lawsuit are open as told above.',
        }
      : {
          zh: '没有付出的款项已退回个人账户；已经付出的应当退还，数额和办法请凭办理编号向本机构查询。',
          en: 'What was not paid is back in the account; what was paid is owed back. Ask this agency how much and how, giving the case number.',
        },
  }),
} as const satisfies Partial<Readonly<Record<LetterKind, unknown>>>;

function moneyRows({ money }: Findings): LetterContent['rows'] {
  return money === null ? [] : [row({ zh: '其中利息', en: 'Interest in it' }, yuan(money.interestFen))];
}

/** An objection to a payment has its days from the settlement; where heirs share it, each objects to shares instead. */
function closingOf({ mayObject }: LetterFacts, { succession }: Findings): Text {
  const counts = {
    zh: '以上金额算到决定之日；实际支付以结清之日为准，利息算到当日。',
    en: 'The amount is computed to today; interest runs on to the day of settlement, whose figure counts.',
  };
  const paid = succession
    ? {
        zh: '款项按份额付给各继承人，另行告知每一人。',
        en: 'Each heir is paid their share and told in writing.',
      }
    : mayObject
      ? {
          zh: '款项付到您填写的收款账户；付款后另行通知，并告知向本机构提出异议的最后一天。',
          en: 'When it is paid to your account we write, and say until when you may object to this agency.',
        }
      : {
          zh: '款项付到您填写的收款账户，付款后另行通知。',
          en: 'It is paid to the account that you named, and we write when it is.',
        };
  return { zh: `${counts.zh}${paid.zh}`, en: `${counts.en} ${paid.en}` };
}
