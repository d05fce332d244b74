import type { Problem, Text } from '#basics';
import type { EstateFindings, EstateProblem } from './judge-estate.ts';

/** What stands against a division, one sentence each with what would help. */
export function estateProblems(findings: EstateFindings): readonly Problem[] {
  return findings.problems.map(({ problem, successorId }) => ({
    path: successorId === null ? 'succession' : `succession.${successorId}`,
    detail: sentences[problem],
  }));
}

const sentences: Readonly<Record<EstateProblem, Text>> = {
  'no-division': {
    zh: '已登记继承人，但还没有登记怎样分配。',
    en: 'Heirs are on record, but not how the account is divided among them.',
  },
  'share-of-nobody': {
    zh: '份额分给了已放弃、丧失继承权、被划去或先去世的人。请重新登记分配。',
    en: 'A share is given to somebody who waived, lost the right, was struck out or died before. Record the division anew.',
  },
  'not-equal': {
    zh: '不是法定的均等份额。协商不均等的，要全体继承人同意；按遗嘱或裁判的，请写明依据。',
    en: 'These are not the equal shares of the law. Unequal ones need every heir’s agreement, or a will or a court’s word with its paper.',
  },
  'second-order-too-early': {
    zh: '有第一顺序继承人时，第二顺序的（兄弟姐妹、祖父母、外祖父母）不继承。',
    en: 'While there is an heir of the first order, those of the second (siblings, grandparents) do not inherit.',
  },
  'not-agreed': {
    zh: '这位继承人还没有同意现在的分配方案。请其用链接或到窗口表示。',
    en: 'This heir has not agreed to the division as it is now. Ask them by their link or at the window.',
  },
  'word-unconfirmed': {
    zh: '这位继承人是用亲属转交的链接表示的，或者登录后自己选的身份，工作人员没有核对过。请向其本人核实，取得书面表示后在窗口登记。',
    en: 'This heir spoke by a link that a relative passed on, or signed in without officers having seen who they are. Ask them in person, and take their written word in at the window.',
  },
  'sum-too-large': {
    zh: '余额超过小额承诺的上限，要按继承份额办理。',
    en: 'The balance is above what may be paid on an undertaking; divide it by the heirs’ shares.',
  },
  'undertaking-by-other': {
    zh: '小额承诺只能由一名有继承权的人作出，并且没有继承人提出异议。',
    en: 'An undertaking is given by one heir who inherits by law, and only while no heir objects.',
  },
  'minor-without-guardian': {
    zh: '这位继承人未成年，请登记监护人及其证明。',
    en: 'This heir is a minor; record the guardian with the proof.',
  },
  'legatee-silent': {
    zh: '受遗赠人还没有表示接受；到期没有表示的视为放弃。',
    en: 'The legatee has not accepted; silence counts as refusal when the time is over.',
  },
  'no-account': {
    zh: '还没有一位应得款的继承人填写收款账户。',
    en: 'No heir who is to be paid has named an account yet.',
  },
};
