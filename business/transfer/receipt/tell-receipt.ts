import type { PlainDate, Text } from '#basics';
import { regionPack } from '#law';
import type { Transfer } from '../acceptance.store.ts';

/** What a receipt is made of. */
export interface ReceiptFacts {
  readonly number: string;
  readonly direction: Transfer['direction'];
  /** This agency's. */
  readonly region: string;
  readonly partner: Text;
  /** Masked: a receipt lies open on tables. */
  readonly personName: string;
  readonly office: Text;
  readonly receivedOn: PlainDate;
  readonly trackingCode: string;
  /** By when the other agency is to answer; null where our letter goes by post and its time begins with the postmark. */
  readonly answerBy: { readonly on: PlainDate; readonly provisional: boolean } | null;
  /** Working days that the other agency has to answer, and that this one has once a contact letter is here. */
  readonly answerDays: number;
  readonly leavingDays: number;
  /** What was issued for the person to take along; null of who comes here. */
  readonly certificate: { readonly number: string; readonly validUntil: PlainDate } | null;
  /** Whether the agency to which somebody moves takes the balance, as far as it is known. */
  readonly takesBalance: boolean;
  /** Whoever leaves had nothing in the account when they applied. */
  readonly nothingThere: boolean;
}

/** The receipt as it is told, with what happens next, in order. */
export interface TransferReceipt
  extends Omit<ReceiptFacts, 'region' | 'answerDays' | 'leavingDays' | 'takesBalance' | 'nothingThere'> {
  readonly title: Text;
  readonly next: readonly Text[];
  readonly ask: Text;
}

export function tellReceipt(facts: ReceiptFacts): TransferReceipt {
  const { partner, region } = facts;
  const out = facts.direction === 'out';
  const { number } = regionPack(region).hotline;
  return {
    ...shownOf(facts),
    title: out
      ? { zh: `把医保转到${partner.zh}`, en: `Transfer to ${partner.en}` }
      : { zh: `从${partner.zh}把医保转来`, en: `Transfer from ${partner.en}` },
    next: out ? afterLeaving(facts) : afterComing(facts),
    ask: {
      zh: `${facts.office.zh}，电话 ${number}，请报办理编号`,
      en: `${facts.office.en}, telephone ${number}; give the case number`,
    },
  };
}

/** What of it is shown as it is. */
function shownOf({
  region: _region,
  answerDays: _days,
  leavingDays: _limit,
  takesBalance: _takes,
  nothingThere: _nothing,
  ...told
}: ReceiptFacts) {
  return told;
}

function afterLeaving(facts: ReceiptFacts): readonly Text[] {
  const { partner, answerBy, answerDays, takesBalance, nothingThere } = facts;
  return [
    answerBy
      ? {
          zh: `已告知${partner.zh}。对方要发来联系函，最晚 ${dayOf(answerBy).zh}。`,
          en: `${partner.en} has been told. Its contact letter is due by ${dayOf(answerBy).en}.`,
        }
      : {
          zh: `本机构把告知函寄给${partner.zh}，寄出后 ${answerDays} 个工作日内，对方要发来联系函。`,
          en: `We post a letter to ${partner.en}. Its contact letter is due ${answerDays} working days after that.`,
        },
    ...(nothingThere ? recordAlone(facts) : takesBalance ? recordAndBalance(facts) : recordOnly(facts)),
  ];
}

function recordAndBalance({ partner, leavingDays }: ReceiptFacts): readonly Text[] {
  return [
    {
      zh: `收到联系函并核对相符后，参保关系转出，信息表发给${partner.zh}；余额结清后划转，${leavingDays} 个工作日内办完。`,
      en: `Once the letter is here and fits, your cover moves and your record goes to ${partner.en}; the balance is settled and remitted. That takes at most ${leavingDays} working days.`,
    },
    {
      zh: `${partner.zh}接收后通知您。它不接收余额的，这笔钱付给您本人，您只要确认收款账户。`,
      en: `You are told when ${partner.en} has taken it over. If it does not take the balance, it is paid to you, and you only confirm your bank account.`,
    },
  ];
}

function recordAlone({ partner, leavingDays }: ReceiptFacts): readonly Text[] {
  return [
    {
      zh: `收到联系函并核对相符后，参保关系和缴费月数转给${partner.zh}，${leavingDays} 个工作日内办完；${partner.zh}接收后通知您。`,
      en: `Once the letter is here and fits, your cover and the months paid move to ${partner.en}, within ${leavingDays} working days. You are told when ${partner.en} has taken them over.`,
    },
  ];
}

function recordOnly({ partner, leavingDays }: ReceiptFacts): readonly Text[] {
  return [
    {
      zh: `收到联系函并核对相符后，参保关系和缴费月数转给${partner.zh}，${leavingDays} 个工作日内办完；余额不随着转走。`,
      en: `Once the letter is here and fits, your cover and the months paid move to ${partner.en}, within ${leavingDays} working days. The balance does not move with them.`,
    },
    {
      zh: `${partner.zh}按目录不接收余额：这笔钱先留在您的个人账户里，利息照计；收到它不接收的书面答复以后，一次性付给您本人，您只要确认收款账户。`,
      en: `By the directory ${partner.en} does not take balances. The money stays in your personal account, with interest, until its written answer is here; then it is paid to you in one sum, and you only confirm your bank account.`,
    },
  ];
}

function afterComing(facts: ReceiptFacts): readonly Text[] {
  const { partner, answerBy, answerDays, takesBalance } = facts;
  return [
    answerBy
      ? {
          zh: `联系函已发给${partner.zh}。对方要发来信息表，最晚 ${dayOf(answerBy).zh}。`,
          en: `Our contact letter went to ${partner.en}. Its information sheet is due by ${dayOf(answerBy).en}.`,
        }
      : {
          zh: `联系函由本机构寄给${partner.zh}，寄出后 ${answerDays} 个工作日内，对方要发来信息表。`,
          en: `We post our contact letter to ${partner.en}. Its information sheet is due ${answerDays} working days after that.`,
        },
    {
      zh: '信息表核对相符后，在那边缴费的月数接到您这里的记录上，并告知您。',
      en: 'Once the sheet fits, the months paid over there are added to your record here, and you are told.',
    },
    takesBalance
      ? {
          zh: '余额划到以后，记入您在这里的个人账户。',
          en: 'When the balance has arrived, it is credited to your account here.',
        }
      : {
          zh: `本机构不接收余额：由${partner.zh}付给您本人。`,
          en: `This agency does not take balances: ${partner.en} pays yours to you.`,
        },
  ];
}

function dayOf({ on, provisional }: NonNullable<ReceiptFacts['answerBy']>): Text {
  if (!provisional) return { zh: on, en: on };
  return {
    zh: `${on}（暂定，那一年的放假安排还没有公布）`,
    en: `${on} (provisional: that year’s holidays are not published)`,
  };
}
