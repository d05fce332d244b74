import { type PlainDate, shanghaiDate, showYuan, type Text } from '#basics';
import type { LetterContent, LetterKind } from '#business/letters';
import type { CaseFile, CaseMaterial } from '#engines/casework';
import type { Material, ToldCondition } from '#engines/rules';
import { citation, provision } from '#law';
import type { Findings } from '../decide-withdrawal.ts';
import { lastDayToObject, objectionUntil, remediesFrom } from '../remedy-texts.ts';
import { findingNames } from '../tell-findings.ts';
import {
  backAndContested,
  backAndRevoked,
  noReason,
  nothingOwed,
  notOffered,
  paidInPart,
  paidWhole,
  revoked,
  untilDecided,
  upheld,
} from './letter-words.ts';
import { writeHeirLetter } from './write-heir-letter.ts';

/** What every letter of a withdrawal needs to know. */
export interface LetterFacts {
  readonly file: CaseFile;
  readonly to: Text;
  readonly ground: Text;
  /** The clauses that found the ground, by id. */
  readonly clauses: readonly string[];
  readonly materials: readonly Material[];
  readonly on: PlainDate;
  /** Of the agency, six digits: it says who decides a reconsideration. */
  readonly region: string;
  /** Whether the procedure of the case knows an objection at this agency; its first version did not. */
  readonly mayObject: boolean;
}

/** The letters of a withdrawal, in words; pure, so that the same facts make the same letter. */
export const writeLetter = {
  receipt: (facts: LetterFacts, told: Received): LetterContent => ({
    ...bare(facts),
    opening: {
      zh: `您的一次性支取个人账户申请已于 ${facts.on} 受理。${dueZh(facts.file)}`,
      en: `Your application to have your personal account paid out in one sum was received on ${facts.on}. ${dueEn(facts.file)}`,
    },
    rows: [...rowsOf(facts), dueRow(facts.file)],
    lists: [
      list(
        { zh: '已收到的材料', en: 'Papers received' },
        told.papers.map((paper) => received(facts, paper)),
      ),
      list(
        { zh: '还缺的材料', en: 'Papers still missing' },
        told.missing.map((id) => paperItem(facts, id)),
      ),
    ].filter(({ items }) => items.length > 0),
    closing: {
      zh: '缺少材料的，本机构将一次性书面告知，等待补正的时间不计入办理期限。查询进度请报办理编号。',
      en: 'Where papers are missing we ask for all of them once, in writing; the time of waiting does not count. Give the case number when you ask how it stands.',
    },
  }),

  'papers-request': (facts: LetterFacts, told: Asked): LetterContent => ({
    ...bare(facts),
    opening: {
      zh: '您的申请还缺下列材料。现一次性告知，请补齐后交来；本机构已掌握的信息不再要求提供。',
      en: 'Your application lacks the papers below. We ask for all of them at once; what we hold on record we do not ask for.',
    },
    rows: rowsOf(facts),
    lists: [
      list(
        { zh: '请补交的材料', en: 'Papers to hand in' },
        told.materials.map((id) => paperItem(facts, id)),
      ),
      list(
        { zh: '经办人说明', en: 'The officer adds' },
        told.note.trim() === '' ? [] : [{ text: same(told.note), note: null }],
      ),
    ].filter(({ items }) => items.length > 0),
    clauses: clausesOf(['SIH-31']),
    closing: {
      zh: '自本告知书发出之日起办理期限暂停，材料补齐之日起继续计算。不能提供的，请告诉经办人，可以用所列替代材料。',
      en: 'From today the time for our decision stands still, and runs on when the papers are there. If you cannot get one, tell the officer; the papers named in its place will do.',
    },
  }),

  decision: (facts: LetterFacts, { findings }: Decided): LetterContent => ({
    ...bare(facts),
    opening: {
      zh: '经审查并由另一名工作人员复核，您的申请符合规定，本机构决定一次性支取个人账户余额。',
      en: 'Your application was examined and confirmed by a second officer. It meets the rules, and we decide to pay the balance of the account out in one sum.',
    },
    rows: [...rowsOf(facts), ...moneyRows(findings)],
    amountFen: findings.money?.totalFen ?? null,
    lists: [reasons(findings.option?.conditions ?? [])].filter(({ items }) => items.length > 0),
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

  'payment-advice': (facts: LetterFacts, paid: Paid): LetterContent => ({
    ...bare(facts),
    opening: paid.backFen === null ? paidWhole : paidInPart,
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
      reasons(told.upheld ? (told.findings.option?.conditions ?? []) : []),
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

  'heir-share': writeHeirLetter,
} as const satisfies Readonly<Record<LetterKind, unknown>>;

/** An objection to a payment has its days from the settlement; where heirs share it, each objects to shares instead. */
function closingOf({ mayObject }: LetterFacts, { succession }: Findings): Text {
  const counts = {
    zh: '以上金额计算到决定之日；结清之日为准，利息计算到结清当日。',
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

/** To whom it went; among several heirs, nobody is told of another's account. */
function paidTo({ payee, bankName, accountTail, divided }: Paid) {
  const among = {
    zh: '各继承人，按决定的份额付到各自提供的账户',
    en: 'The successors, each their share, to the account that each of them named',
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

export interface Received {
  readonly papers: readonly CaseMaterial[];
  readonly missing: readonly string[];
}
export interface Asked {
  readonly materials: readonly string[];
  readonly note: string;
}
export interface Decided {
  readonly findings: Findings;
}
export interface ObjectionDecided extends Decided {
  /** Whether the decision stands; otherwise a payment is revoked. */
  readonly upheld: boolean;
  /** What whoever objected said. */
  readonly objection: string;
}
export interface CameBack {
  /** Whether it waits for the outcome of an objection, or went into the account of a revoked payment. */
  readonly moved: 'contested' | 'refunded';
  readonly amountFen: string;
  readonly reason: string | null;
}
export interface Paid {
  /** Whether it was divided among several heirs. */
  readonly divided: boolean;
  /** What the bank has paid, all in all. */
  readonly amountFen: string;
  /** What of the settled sum went back into the account instead; null where nothing did. */
  readonly backFen: string | null;
  readonly interestFen: string;
  readonly settledOn: string;
  /** Masked. */
  readonly payee: string;
  readonly bankName: string;
  readonly accountTail: string;
  /** The last day for an objection to the payment; null where none can be made, or none any more. */
  readonly objectUntil: PlainDate | null;
}

type List = LetterContent['lists'][number];
type Item = List['items'][number];

function bare({ to }: LetterFacts): Omit<LetterContent, 'opening' | 'closing'> {
  return { to, rows: [], amountFen: null, lists: [], clauses: [], remedies: null };
}

function rowsOf({ file, ground }: LetterFacts): LetterContent['rows'] {
  return [
    row({ zh: '办理事项', en: 'Matter' }, { zh: '一次性支取个人账户', en: 'Paying out a personal account' }),
    row({ zh: '支取情形', en: 'Ground' }, ground),
    row({ zh: '办理编号', en: 'Case number' }, same(file.number)),
    row({ zh: '申请日期', en: 'Applied on' }, same(shanghaiDate(file.openedAt))),
  ];
}

function moneyRows({ money }: Findings): LetterContent['rows'] {
  return money === null ? [] : [row({ zh: '其中利息', en: 'Interest in it' }, yuan(money.interestFen))];
}

function dueRow({ dueOn, dueProvisional }: CaseFile) {
  const provisional = dueProvisional
    ? { zh: '（暂定：该年放假安排未公布）', en: ' (provisional: that year’s holidays are not published)' }
    : same('');
  return row(
    { zh: '办结期限', en: 'Decided by' },
    {
      zh: `${dueOn ?? '现在不计时'}${provisional.zh}`,
      en: `${dueOn ?? 'no deadline runs now'}${provisional.en}`,
    },
  );
}

function dueZh({ dueOn }: CaseFile): string {
  return dueOn === null ? '' : `本机构将在 ${dueOn} 前办结。`;
}

function dueEn({ dueOn }: CaseFile): string {
  return dueOn === null ? '' : `We decide by ${dueOn}.`;
}

function row(name: Text, value: Text) {
  return { name, value };
}

function list(title: Text, items: readonly Item[]): List {
  return { title, items: [...items] };
}

function received(
  { materials }: LetterFacts,
  { materialId, paperReference, providedAt }: CaseMaterial,
): Item {
  const text = nameOf(materials, materialId);
  const on = shanghaiDate(providedAt);
  return {
    text,
    note: { zh: `${on} 收到，档案号 ${paperReference}`, en: `received on ${on}, filed as ${paperReference}` },
  };
}

function paperItem({ materials }: LetterFacts, id: string): Item {
  const material = materials.find((each) => each.id === id);
  const others = material?.alternatives.map(({ text }) => text) ?? [];
  const instead: Text =
    others.length === 0
      ? same('')
      : {
          zh: `；也可以用：${others.map(({ zh }) => zh).join('，')}`,
          en: `; instead of it: ${others.map(({ en }) => en).join(', ')}`,
        };
  // The rules cite in both languages at once, with a dot between.
  const [zh = '', en = zh] = (material?.legalBasis ?? '').split(' · ');
  return {
    text: nameOf(materials, id),
    note: { zh: `依据：${zh}${instead.zh}`, en: `Legal basis: ${en}${instead.en}` },
  };
}

/** A paper by its own id or as an alternative of another. */
function nameOf(materials: readonly Material[], id: string): Text {
  const all = materials.flatMap((material) => [material, ...material.alternatives]);
  return all.find((each) => each.id === id)?.text ?? same(id);
}

function reasons(conditions: readonly ToldCondition[]): List {
  return list(
    { zh: '理由', en: 'Reasons' },
    conditions.map(({ text, finding, remedy, source }) => ({
      text: {
        zh: `${text.zh}：${findingNames[finding].zh}。${remedy?.zh ?? ''}`,
        en: `${text.en}: ${findingNames[finding].en}.${remedy ? ` ${remedy.en}` : ''}`,
      },
      note: citation(source),
    })),
  );
}

function clausesOf(ids: readonly string[]): LetterContent['clauses'] {
  return [...new Set(ids)].map((id) => ({ citation: citation(id), says: provision(id).says }));
}

function yuan(amountFen: string): Text {
  const shown = showYuan(BigInt(amountFen));
  return { zh: `${shown} 元`, en: `${shown} yuan` };
}

function same(text: string): Text {
  return { zh: text, en: text };
}
