import type { PlainDate, Text } from '#basics';
import type { Awaited } from './waiting.ts';

/** That another agency was reminded in vain, as work for a clerk. */
export interface Silence {
  readonly since: PlainDate;
  readonly reminded: number;
  /** What can be done about it. */
  readonly next: readonly Text[];
}

/** Null while it is reminded by itself, or nothing is waited for. */
export function silenceOf(awaited: Awaited | null, state: string): Silence | null {
  if (awaited === null || awaited.silentSince === null) return null;
  const { silentSince: since, reminded } = awaited;
  return { since, reminded, next: [speak, ...(besides[state] ?? [])] };
}

const speak: Text = {
  zh: '按机构目录与对方联系，问明卡在哪里；联系上的，把情况记入办件并再次催办（transfer ask-again），期限重新计算。',
  en: 'Get in touch with the agency that the directory names and find out what keeps it; then ask again (transfer ask-again): what was said is kept with the case here, and its time begins anew.',
};

const cancel: Text = {
  zh: '与申请人联系：不转了的，为其撤销，对方会同时收到撤回通知。',
  en: 'Speak to the applicant: whoever does not want to move any more has it cancelled, and the other agency is told with it.',
};

const askTheBank: Text = {
  zh: '请财务凭付款编号向银行查询款项是否入账或者退回。',
  en: 'Have finance ask the bank, by the payment’s reference, whether the money was credited or is coming back.',
};

const close: Text = {
  zh: '银行证明款项已入对方账户的，凭证明归档办结（transfer close-unconfirmed）；对方以后来函的照常处理。',
  en: 'Where the bank proves that the money is in the other agency’s account, file the proof and close the case (transfer close-unconfirmed); what the other agency says later is taken as ever.',
};

const besides: Readonly<Record<string, readonly Text[]>> = {
  'awaiting-letter': [
    {
      zh: '请本人带参保凭证到那边确认或申请；那边没有登记此人的，先在那边参保。',
      en: 'Have the person confirm or apply there with the certificate; whoever is not on record there yet enrols first.',
    },
    cancel,
  ],
  'awaiting-sheet': [cancel],
  'awaiting-correction': [
    {
      zh: '证件、姓名等已经补登记，或者查明是同一人的，重新核对（transfer look-again），核对相符后接续，姓名不同的由两人放行。',
      en: 'Where the document or name is on record by now, or it is known to be the same person, look at the sheet again (transfer look-again): it is recorded where it fits, and by two officers where the name differs.',
    },
    {
      zh: '请本人提供缴费凭证，联系对方时告知；再次催办的函件不附说明。',
      en: 'Have the person bring proof of what was paid, and tell the other agency of it when you speak to it: the reminder itself carries no words.',
    },
  ],
  remitted: [askTheBank, close],
  'awaiting-money-back': [askTheBank],
  'awaiting-balance': [
    {
      zh: '请财务查看待查款项里有没有这笔钱（transfer money）。',
      en: 'Have finance look whether the money stands in suspense already (transfer money).',
    },
  ],
};
