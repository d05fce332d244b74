import type { PlainDate, Text } from '#basics';
import type { JsonObject } from '#engines/casework';
import type { ArrivalTold } from '../arrival/tell-arrival.ts';
import { inVain } from '../reminding/awaited-view.ts';
import { remedyWords } from './remedy-words.ts';

/** What a notice tells of: the case by its number and the other agency; no name, no amount, no account. */
export interface Told {
  readonly number: string;
  /** What the other agency is called. */
  readonly partner: Text;
  /** As the step kept it. */
  readonly data: JsonObject;
  /** In which state the case is now. */
  readonly state: string;
  /** The agency's own region, and the day. */
  readonly region: string;
  readonly on: PlainDate;
}

type Words = (told: Told) => Text;

/** By process and step; a step that is not here changes nothing for the person, or a withdrawal that opens with it tells them. */
export const noticeTexts: Readonly<Record<string, Readonly<Record<string, Words>>>> = {
  'transfer-out': {
    submit: ({ number, partner, data }) => ({
      zh: `转往${partner.zh}的申请已受理，办理编号 ${number}，参保凭证已出具（${data.certificateNumber ?? ''}）。我们已告知转入地，请在那边确认或申请转入；联系函来了就办，不用再来。`,
      en: `Your transfer to ${partner.en} is applied for, case ${number}, and the insurance certificate is issued (${data.certificateNumber ?? ''}). The other agency knows; confirm or apply there. Once its letter is here it goes on by itself.`,
    }),
    'letter-withdrawn': ({ number, partner }) => ({
      zh: `${partner.zh}撤回了联系函，办件 ${number} 暂停，余额不再冻结。请向那边问明；重新发函后继续办理。`,
      en: `${partner.en} withdrew its letter, so case ${number} waits and the balance is free again. Ask there; it goes on with a new letter.`,
    }),
    'withdrawn-there': ({ number, partner, data }) => ({
      zh: `办件 ${number}：${partner.zh}撤回了联系函，转移终止。${data.settled ? '余额已退回您的个人账户，利息照计' : '余额在您的个人账户里，不再冻结'}，这里的参保关系恢复原状；还要转的，请在那边重新申请。`,
      en: `Case ${number}: ${partner.en} withdrew its letter, so the transfer is over. The balance is ${data.settled ? 'in your account again with its interest' : 'in your account and free'}, and your insurance here is as it was. To move after all, apply there anew.`,
    }),
    'joined-to-letter': ({ number, partner, data }) => ({
      zh: `办件 ${number}：${partner.zh}已为您的转移来函，另立了办件（${data.joinedTo ?? ''}），您在这里的申请并入那一件继续办理，不用再申请。`,
      en: `Case ${number}: ${partner.en} has written about your transfer, which goes on in a case of its own (${data.joinedTo ?? ''}). Your application here is part of it; you need not apply again.`,
    }),
    'not-confirmed-there': ({ number, partner }) => ({
      zh: `办件 ${number}：${partner.zh}告知这件转移在那边没有确认，已经终止，您的参保关系和余额没有变动。原因和办法请登录或到窗口查看。`,
      en: `Case ${number}: ${partner.en} says that this transfer was not confirmed there, so it is over; your insurance and balance here are as they were. Why, and what to do, is online and at the window.`,
    }),
    accept: accepted,
    decline: ({ number, partner, region, on }) => ({
      zh: `办件 ${number}：暂不能转往${partner.zh}。全部理由和解决办法请登录或到窗口查看；办妥后请转入地重新发函。${remedyWords(region, on).zh}`,
      en: `Case ${number}: the transfer to ${partner.en} cannot be made now. Every reason and what to do is online and at the window; then have the other agency write again. ${remedyWords(region, on).en}`,
    }),
    remind: remindedOut,
    'note-silence': remindedInVain,
    'nothing-to-remit': ({ number, partner }) => ({
      zh: `办件 ${number}：账户没有余额可划，转往${partner.zh}已办完。`,
      en: `Case ${number}: there is no balance to remit; the transfer to ${partner.en} is complete.`,
    }),
    'confirm-paid': ({ number, partner }) => ({
      zh: `办件 ${number}：余额已由银行划往${partner.zh}，等那边入账后告知您。`,
      en: `Case ${number}: the bank has remitted your balance to ${partner.en}. We tell you once it is credited there.`,
    }),
    'return-payment': ({ number, partner }) => ({
      zh: `办件 ${number}：划往${partner.zh}的款项被银行退回，我们已请那边另给账户；钱在本机构，不需要您做什么。`,
      en: `Case ${number}: the bank sent back what went to ${partner.en}. We asked there for another account; the money is with us and you need not do anything.`,
    }),
    'confirm-credited': credited,
    'close-difference': credited,
    'close-unconfirmed': ({ number, partner }) => ({
      zh: `办件 ${number}：银行证明余额已付给${partner.zh}，那边多次催办没有回复，本机构凭付款证明办结。请向那边查询您的个人账户；没有入账的，告诉我们。`,
      en: `Case ${number}: the bank proves that your balance was paid to ${partner.en}, which has not answered our reminders; we close the case on that proof. Ask there about your account, and tell us if the money is not in it.`,
    }),
    'credited-otherwise': ({ number, partner }) => ({
      zh: `办件 ${number}：${partner.zh}入账的金额与划出的不一致，两边正在核对，查清后告知您。`,
      en: `Case ${number}: ${partner.en} credited another amount than was remitted. Both agencies are clearing it up and tell you.`,
    }),
    'refuse-after-remittance': ({ number, partner }) => ({
      zh: `办件 ${number}：${partner.zh}不接收已划出的余额，正在退回；到账后可以支取，届时只需确认收款账户。`,
      en: `Case ${number}: ${partner.en} does not take the balance that was remitted. Once it is back it can be paid out; you then only confirm the account.`,
    }),
    'withdrawal-not-opened': ({ number }) => ({
      zh: `办件 ${number}：余额没有转走，仍在您的账户里，利息照计。支取没能自动开办，经办正在处理，办好后告知您；现在不需要您做什么。`,
      en: `Case ${number}: your balance did not go. It is in your account here and bears interest. Its withdrawal could not open by itself; this agency is at it and tells you. You need not do anything now.`,
    }),
    'leave-balance': ({ number }) => ({
      zh: `办件 ${number}：没有转走的余额留在您的账户里，利息照计。理由和以后怎样支取，请登录或到窗口查看。`,
      en: `Case ${number}: the balance that did not go stays in your account and bears interest. Why, and how it can be taken out later, is online and at the window.`,
    }),
    cancel: cancelled,
  },
  'transfer-in': {
    announce: ({ number, partner }) => ({
      zh: `${partner.zh}告知您要把医保转到这里，办理编号 ${number}。请登录或到窗口确认，确认后就发联系函；不是您申请的，不用理会。`,
      en: `${partner.en} says that you move your insurance here, case ${number}. Confirm it online or at the window and the contact letter goes out; if it was not you, do nothing.`,
    }),
    submit: ({ number, partner }) => ({
      zh: `从${partner.zh}转入的申请已受理，办理编号 ${number}，联系函已发出，个人账户已备好。对方办好后自动接续，不用再来。`,
      en: `Your transfer from ${partner.en} is applied for, case ${number}. The contact letter is on its way and your account here is open; it goes on by itself.`,
    }),
    'ask-correction': ({ number, partner }) => ({
      zh: `办件 ${number}：${partner.zh}的信息表有不符之处，已请那边更正，不需要您做什么。`,
      en: `Case ${number}: the information sheet of ${partner.en} does not fit, and it was asked for a corrected one. You need not do anything.`,
    }),
    'record-months': recordedFirst,
    'let-pass': recordedFirst,
    'record-only': recordedOnly,
    'let-pass-only': recordedOnly,
    credit: arrived,
    'credit-difference': arrived,
    'amount-differs': ({ number, partner }) => ({
      zh: `办件 ${number}：${partner.zh}划来的金额与通知不符，正在核对，查清后入账并告知您。`,
      en: `Case ${number}: another amount came than ${partner.en} advised. It is being cleared up, then credited.`,
    }),
    'declined-there': ({ number, partner }) => ({
      zh: `办件 ${number}：${partner.zh}没有同意转出。理由和解决办法请登录或到窗口查看，办妥后重新申请；不服的，向那边提出。`,
      en: `Case ${number}: ${partner.en} does not let the transfer go. Its reasons and what to do are online and at the window; apply again then. Who does not agree turns to that agency.`,
    }),
    'turn-away': balanceNotTaken,
    'refuse-balance': balanceNotTaken,
    remind: ({ number, partner }) => ({
      zh: `办件 ${number}：${partner.zh}还没有答复，我们已催办，不需要您做什么。`,
      en: `Case ${number}: ${partner.en} has not answered yet and was reminded. You need not do anything.`,
    }),
    'note-silence': remindedInVain,
    'withdrawn-there': ({ number, partner, data }) =>
      data.reason === 'applicant-withdrew'
        ? {
            zh: `办件 ${number}：${partner.zh}告知转出申请已在那边撤回，这里没有转移，办件终止。还要转的，请在这里申请转入。`,
            en: `Case ${number}: ${partner.en} says that the application was taken back there, so nothing was transferred and the case is over. To move after all, apply here.`,
          }
        : {
            zh: `办件 ${number}：${partner.zh}撤回了转移告知，这个办件终止；同一件转移另有办件的，照常办理。`,
            en: `Case ${number}: ${partner.en} took back that you move here, so this case is over. Where another case of yours moves the insurance, that one goes on.`,
          },
    cancel: cancelled,
  },
};

function remindedInVain({ number, partner, state }: Told): Text {
  const then = inVain(state);
  return {
    zh: `办件 ${number}：${partner.zh}一直没有答复。${then.zh}`,
    en: `Case ${number}: ${partner.en} has not answered. ${then.en}`,
  };
}

function accepted(told: Told): Text {
  const { number, partner } = told;
  const money = moneyOnLetter(told);
  return {
    zh: `办件 ${number}：收到${partner.zh}的联系函，这里的参保关系已终止，信息表已发出。${money.zh}`,
    en: `Case ${number}: the letter of ${partner.en} is here. Your insurance here has ended and the information sheet is sent. ${money.en}`,
  };
}

/** What becomes of the balance, by what the letter says of it. */
function moneyOnLetter({ data }: Told): Text {
  const { balance = null, answerBy = null } = (data.onLetter ?? {}) as JsonObject; // as `acceptOnLetter` kept it
  if (balance === 'none') return { zh: '没有余额要划转。', en: 'There is no balance to remit.' };
  if (balance === 'not-taken')
    return {
      zh: `来函写明不接收余额，个人账户先冻结：收到那边的书面说明，或者 ${answerBy} 后催办仍无答复的，余额可以支取，届时只需确认收款账户。`,
      en: `The letter says that no balance is taken, and the account is held: with a statement from there, or silence after our reminder on ${answerBy}, the balance can be paid out; you then only confirm the account.`,
    };
  if (balance === 'no-account')
    return {
      zh: `来函没有写收款账户，个人账户先冻结，我们已去函索取，${answerBy} 前没有答复就催办；仍不答复的，余额可以支取。现在不需要您做什么。`,
      en: `The letter names no account to pay to, and yours is held. We asked for it and remind the other agency after ${answerBy}; without an answer then, the balance can be paid out. You need not do anything now.`,
    };
  return {
    zh: '个人账户已冻结，余额将结清后划转。',
    en: 'The account is held until the balance is remitted.',
  };
}

function remindedOut({ number, partner, data, state }: Told): Text {
  if (state === 'awaiting-letter')
    return {
      zh: `办件 ${number}：还没有收到${partner.zh}的联系函，我们已催办。也请您带参保凭证向那边确认或申请转入。`,
      en: `Case ${number}: the letter of ${partner.en} is not here yet, and it was reminded. Please confirm or apply there too, with your insurance certificate.`,
    };
  if (state === 'awaiting-account' || state === 'sent-back')
    return {
      zh: `办件 ${number}：${partner.zh}还没有提供收款账户，我们已催办；${data.answerBy} 前仍不答复的，余额可以支取，届时只需确认收款账户。`,
      en: `Case ${number}: ${partner.en} has named no account and was reminded. Without an answer by ${data.answerBy} the balance can be paid out; you then only confirm the account.`,
    };
  return {
    zh: `办件 ${number}：${partner.zh}还没有答复，我们已催办，不需要您做什么。`,
    en: `Case ${number}: ${partner.en} has not answered yet and was reminded. You need not do anything.`,
  };
}

function credited({ number, partner }: Told): Text {
  return {
    zh: `办件 ${number}：余额已在${partner.zh}入账，转移办完。`,
    en: `Case ${number}: your balance is credited at ${partner.en}. The transfer is complete.`,
  };
}

function arrived({ number, partner }: Told): Text {
  return {
    zh: `办件 ${number}：${partner.zh}划来的余额已记入您的个人账户，转移办完。`,
    en: `Case ${number}: the balance from ${partner.en} is in your account here. The transfer is complete.`,
  };
}

function cancelled({ number }: Told): Text {
  return {
    zh: `办件 ${number} 已撤销，没有转移。`,
    en: `Case ${number} was cancelled; nothing was transferred.`,
  };
}

function recordedFirst(told: Told): Text {
  return recorded(told, told.data.balanceApart === true ? toldApart : awaited);
}

function balanceNotTaken(told: Told): Text {
  const { zh, en } = notTaken(told);
  return { zh: `办件 ${told.number}：${zh}`, en: `Case ${told.number}: ${en}` };
}

function recordedOnly(told: Told): Text {
  return recorded(told, told.data.refusedBy === undefined ? noBalance(told) : notTaken(told));
}

/** No balance comes, and what becomes of one that was told of before. */
function noBalance({ partner, data }: Told): Text {
  if (data.balanceStays === 'no-account')
    return {
      zh: `余额不划来：我们没有向${partner.zh}提供可用的收款账户，那边会把它一次性付给您，届时请在那边确认收款账户。这里的转移办完。`,
      en: `The balance does not come: we named no account that takes it, so ${partner.en} pays it out to you, and you confirm the account there. The transfer is complete here.`,
    };
  if (data.balanceStays === 'not-offered-any-more')
    return {
      zh: `${partner.zh}更正了信息表，余额不划来，请向那边查询；这里的转移办完。`,
      en: `${partner.en} corrected its sheet, and the balance does not come; ask there about it. The transfer is complete here.`,
    };
  return nothingComes;
}

/** The months, and what can or must be done about a gap while there is time for it. */
function recorded({ number, data }: Told, money: Text): Text {
  if (data.monthsAsBefore === true)
    return {
      zh: `办件 ${number}：信息表已更正，月数没有变化。${money.zh}`,
      en: `Case ${number}: a corrected sheet came, and your months are as they were. ${money.en}`,
    };
  const told = data.told as unknown as ArrivalTold | undefined; // as `recordSheet` kept it
  const why = told?.continuity.why;
  const sentences = (lang: keyof Text, own: readonly [string, string]) =>
    [own[0], why?.[lang], money[lang], own[1]].filter((sentence) => sentence !== undefined);
  return {
    zh: sentences('zh', [
      `办件 ${number}：缴费年限已接续${told ? `，新增 ${told.added} 个月` : ''}。`,
      '月数明细和依据请登录或到窗口查看。',
    ]).join(''),
    en: sentences('en', [
      `Case ${number}: your months are recorded${told ? ` (${told.added} new)` : ''}.`,
      'The list and its grounds are online and at the window.',
    ]).join(' '),
  };
}

const awaited: Text = { zh: '余额等转出地划来。', en: 'The balance is still to come.' };
const toldApart: Text = { zh: '余额的情况另行告知。', en: 'Of the balance you are told apart.' };
const nothingComes: Text = {
  zh: '没有余额划来，转移办完。',
  en: 'No balance comes; the transfer is complete.',
};

function notTaken({ partner, region, on }: Told): Text {
  return {
    zh: `本地不接收余额，${partner.zh}会把它一次性付给您，届时请在那边确认收款账户。${remedyWords(region, on).zh}`,
    en: `The balance is not taken here; ${partner.en} pays it out to you, and you confirm the account there. ${remedyWords(region, on).en}`,
  };
}
