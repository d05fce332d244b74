import type { PlainDate, Text } from '#basics';
import { missingThings } from '../messages/missing-things.ts';
import type { Awaited } from './waiting.ts';

/** What another agency owes an answer to, as everybody concerned sees it, and what follows on its silence. */
export interface AwaitedView {
  readonly missing: readonly Text[];
  readonly answerBy: PlainDate;
  readonly provisional: boolean;
  readonly reminded: number;
  /** The letter that asks for it has not been posted yet; the day is counted from today. */
  readonly toPost: boolean;
  /** It was reminded as often as anybody is, and a clerk has it. */
  readonly silent: boolean;
  readonly afterwards: Text;
}

export function awaitedView(awaited: Awaited, state: string): AwaitedView {
  const { missing, answerBy, provisional, reminded, toPost, silentSince } = awaited;
  const silent = silentSince !== null;
  const pays = missing.includes('receiving-account') && reminded > 0;
  return {
    missing: missing.map((thing) => missingThings[thing]),
    ...{ answerBy, provisional, reminded, toPost, silent },
    afterwards: silent ? inVain(state) : toPost ? postFirst : pays ? payable : remindedNext,
  };
}

/** What the person reads where reminders were in vain, by what is waited for. */
export function inVain(state: string): Text {
  if (state === 'awaiting-letter')
    return {
      zh: '已多次催办，本机构经办人员正在与对方联系。您可以带参保凭证到那边确认或申请；不转了的，可以撤销申请。',
      en: 'It was reminded many times, and a clerk here is getting in touch with it. You can confirm or apply there with your certificate, or take the application back.',
    };
  if (state === 'awaiting-sheet')
    return {
      zh: '已多次催办，本机构经办人员正在与对方联系。您也可以向那边询问；不转了的，可以撤销申请。',
      en: 'It was reminded many times, and a clerk here is getting in touch with it. You can ask there too, or take the application back.',
    };
  return {
    zh: '已多次催办，本机构经办人员正在与对方联系，有结果告知您，不需要您做什么。',
    en: 'It was reminded many times, and a clerk here is getting in touch with it. You are told what comes of it and need not do anything.',
  };
}

const postFirst: Text = {
  zh: '函件还没有寄出；寄出并登记后，对方的答复期限开始计算。',
  en: 'The letter has not been posted yet; the other agency’s time begins once it is.',
};
const payable: Text = {
  zh: '到期仍未提供账户的，余额可以一次性支取：支取会自动开办，您只需确认收款账户。',
  en: 'If no account has come by then, the balance can be paid out: the withdrawal opens by itself, and you only confirm to whom.',
};
const remindedNext: Text = {
  zh: '到期没有答复的，由本机构催办。',
  en: 'Without an answer by then, this agency reminds the other.',
};
