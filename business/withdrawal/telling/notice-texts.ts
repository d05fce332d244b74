import type { Text } from '#basics';
import type { CaseFile } from '#engines/casework';

/** What a person is told as it happens; the case by its number, no name, no amount, no account. */
export const happenings = [
  'received',
  'papers-asked',
  'papers-reminder',
  'decided',
  'refused',
  'paid',
  'returned',
  'payee-corrected',
  'closed',
  'late-money',
  'transfer-refused',
  'objection-decided',
  'money-back',
  'heir-told',
  'heir-account-named',
] as const;
export type Happening = (typeof happenings)[number];

export const noticeTexts: Readonly<Record<Happening, (file: CaseFile) => Text>> = {
  received: ({ number, dueOn }) => ({
    zh: `您的个人账户支取申请已受理，办理编号 ${number}${dueOn === null ? '' : `，${dueOn} 前办结`}。`,
    en: `Your application for a withdrawal was received, case ${number}${dueOn === null ? '' : `; we decide by ${dueOn}`}.`,
  }),
  'papers-asked': ({ number }) => ({
    zh: `您的支取申请（${number}）还缺材料，已出具补正告知书，请登录查看或到窗口领取。`,
    en: `Your withdrawal (case ${number}) lacks papers. The request is in your account online and at the window.`,
  }),
  'papers-reminder': ({ number }) => ({
    zh: `您的支取申请（${number}）还在等您补交材料，材料没有补齐前不能继续办理。`,
    en: `Your withdrawal (case ${number}) still waits for your papers; it cannot go on without them.`,
  }),
  decided: ({ number }) => ({
    zh: `您的支取申请（${number}）已作出决定，请登录查看决定书。`,
    en: `Your withdrawal (case ${number}) was decided. The decision is in your account online.`,
  }),
  refused: ({ number }) => ({
    zh: `您的支取申请（${number}）已作出决定，请登录查看决定书；其中写明了理由和不服时怎么办。`,
    en: `Your withdrawal (case ${number}) was decided. The decision in your account online gives the reasons and how to object.`,
  }),
  paid: ({ number }) => ({
    zh: `您的支取（${number}）款项银行已付出，支付通知书可登录查看。`,
    en: `The bank has paid your withdrawal (case ${number}). The advice of payment is in your account online.`,
  }),
  closed: ({ number }) => ({
    zh: `您的支取申请（${number}）因材料逾期没有补齐已终止办理，账户不再冻结；材料备齐后可以重新申请。`,
    en: `Your withdrawal (case ${number}) was closed because the papers did not come. The account is free; apply again once you have them.`,
  }),
  'late-money': ({ number }) => ({
    zh: `您的个人账户结清后又有款项到账，已开办后续支取 ${number}，请登录或到窗口确认收款账户。`,
    en: `Money came into your account after it was paid out. Case ${number} pays it; confirm the account to pay to, online or at the window.`,
  }),
  'transfer-refused': ({ number }) => ({
    zh: `您的医保余额没有转到转入地，现在可以一次性支取：已开办 ${number}，请登录或到窗口确认收款账户，不用再交材料。`,
    en: `Your balance did not go to the other agency and can now be paid out: case ${number} is open. Confirm the account to pay to, online or at the window; no paper is needed.`,
  }),
  'objection-decided': ({ number }) => ({
    zh: `您对办件 ${number} 的异议已有结果，请登录查看。`,
    en: `Your objection in case ${number} was decided. See the outcome in your account online.`,
  }),
  'money-back': ({ number }) => ({
    zh: `您的支取（${number}）款项被银行退回，现在不需要您做什么；款项的去向请登录查看退汇告知书。`,
    en: `The bank sent the payment of your withdrawal (case ${number}) back. You need not do anything now; the notice in your account online says where the money is.`,
  }),
  'heir-told': ({ number }) => ({
    zh: `办件 ${number} 有一封写给您的继承份额告知书，请用发给您的链接查看，窗口核对过姓名的登录后也能看，或者到窗口领取。`,
    en: `There is a letter to you about your share in case ${number}. Read it by the link that we gave you, signed in where the window compared your name, or fetch it at the window.`,
  }),
  'heir-account-named': ({ number }) => ({
    zh: `办件 ${number} 中您那一份的收款账户已经登记或者更正，即将付款。不是您要求的，请马上联系窗口。`,
    en: `In case ${number} the account for your share was named or corrected, and it is paid soon. If you did not ask for that, call us at once.`,
  }),
  returned: ({ number }) => ({
    zh: `您的支取（${number}）款项被银行退回。钱还在，请登录换一个本人的收款账户，也可以到窗口更正。`,
    en: `The bank sent the payment of your withdrawal (case ${number}) back. The money is safe: name another account of yours online or at the window.`,
  }),
  'payee-corrected': ({ number }) => ({
    zh: `您的支取（${number}）收款账户已更正，即将再次付款。不是您要求的，请马上联系窗口。`,
    en: `The account of your withdrawal (case ${number}) was corrected, and it is paid again soon. If you did not ask for that, call us at once.`,
  }),
};
