import type { PlainDate, Text } from '#basics';
import type { LetterContent } from '#business/letters';
import { citation, provision } from '#law';
import { remediesFrom } from '../remedy-texts.ts';
import { row, same } from './letter-parts.ts';

/** Where the share of one heir stands, as their letter tells it. */
export const shareStandings = [
  ...(['to-be-paid', 'no-account', 'held', 'paid', 'returned'] as const),
  ...(['waived', 'disqualified', 'none', 'own-account', 'own-account-paid'] as const),
] as const;
export type ShareStanding = (typeof shareStandings)[number];

/** Everything that the letter to one heir rests on; of the other heirs it knows nothing. */
export interface HeirFacts {
  readonly caseNumber: string;
  readonly on: PlainDate;
  /** Of the agency, six digits. */
  readonly region: string;
  /** Masked; a minor is written to through the guardian. */
  readonly heir: Text;
  readonly guardian: string | null;
  /** Masked. */
  readonly deceased: Text;
  readonly relation: Text;
  readonly standing: ShareStanding;
  /** One for each order that the letter is about, as where a share and a part of another's are both disputed. */
  readonly shares: readonly HeirShare[];
  /** To the day of the letter where nothing is settled yet. */
  readonly amountFen: string | null;
  readonly provisional: boolean;
  /** To whom it is paid, masked. */
  readonly account: { readonly name: string; readonly bankName: string; readonly tail: string } | null;
  /** When the bank paid it, or the heir waived. */
  readonly happenedOn: PlainDate | null;
  /** Why the bank sent it back, by its code. */
  readonly reason: string | null;
  /** The clauses that found the ground. */
  readonly clauses: readonly string[];
  /** A decision was just told: how to object to it. */
  readonly decided: boolean;
}

export interface HeirShare {
  readonly fraction: string;
  /** A share of what was kept back or came back, and not of the whole. */
  readonly anew: boolean;
  readonly basis: 'equal' | 'agreement' | 'will' | 'undertaking' | 'court';
  readonly basisName: Text;
}

/** The letter to one heir, in words; pure. */
export function writeHeirLetter(facts: HeirFacts): LetterContent {
  const { heir, guardian, standing, amountFen, decided, on } = facts;
  const to = guardian === null ? heir : { zh: `${heir.zh}的监护人`, en: `To the guardian of ${heir.en}` };
  return {
    to,
    opening: openings[standing](facts),
    rows: rowsOf(facts),
    amountFen,
    lists: [],
    clauses: clausesOf(facts),
    remedies: decided ? [objectionOf(standing), ...remediesFrom(on, facts.region)] : null,
    closing: closings[standing](facts),
  };
}

const openings: Readonly<Record<ShareStanding, (facts: HeirFacts) => Text>> = {
  'to-be-paid': () => ({
    zh: '请节哀。您的亲人医保个人账户的余额，经审查并由另一名工作人员复核，已决定支付给继承人。您的份额如下。',
    en: 'We are sorry for your loss. It was decided, and confirmed by a second officer, that the medical-insurance account of your relative is paid to the heirs. This is your share.',
  }),
  'no-account': () => ({
    zh: '请节哀。您的亲人医保个人账户的余额已决定支付给继承人。您的份额如下；您还没有提供收款账户，这一份为您留存，提供账户后支付。',
    en: 'We are sorry for your loss. It was decided that the medical-insurance account of your relative is paid to the heirs. This is your share; you have named no account yet, and it is kept for you until you do.',
  }),
  held: () => ({
    zh: '对您的份额有人提出异议，这一份暂不支付，由本机构留存，不影响其他款项。',
    en: 'Your share is disputed. It is not paid for now and is kept by this agency; nothing else waits for it.',
  }),
  paid: ({ happenedOn }) => ({
    zh: `您的份额已经付出，银行于 ${happenedOn ?? ''} 确认到账。`,
    en: `Your share has been paid; the bank confirmed it on ${happenedOn ?? ''}.`,
  }),
  returned: ({ reason }) => ({
    zh: `您的份额已经付出，但被银行退回${reason === null ? '' : `（银行代码 ${reason}）`}。款项仍是您的，由本机构留存，更正收款账户后再付。`,
    en: `Your share was paid out, but the bank sent it back${reason === null ? '' : ` (code ${reason})`}. It is still yours, is kept by this agency, and goes out again once the account is corrected.`,
  }),
  waived: ({ happenedOn }) => ({
    zh: `您已于 ${happenedOn ?? ''} 表示放弃继承。您的亲人医保个人账户的余额已作出支付决定，其中没有您的份额。`,
    en: `You waived the inheritance on ${happenedOn ?? ''}. It was decided how the medical-insurance account of your relative is paid; no share of it is yours.`,
  }),
  disqualified: ({ happenedOn }) => ({
    zh: `根据收到的证明材料，您于 ${happenedOn ?? ''} 被登记为丧失继承权。您的亲人医保个人账户的余额已作出支付决定，其中没有您的份额。`,
    en: `On the papers received you were recorded on ${happenedOn ?? ''} as having lost the right to inherit. It was decided how the medical-insurance account of your relative is paid; no share of it is yours.`,
  }),
  none: () => ({
    zh: '您的亲人医保个人账户的余额已作出支付决定。按批准的分配，其中没有您的份额。',
    en: 'It was decided how the medical-insurance account of your relative is paid. By the division that was approved no share of it is yours.',
  }),
  'own-account': () => ({
    zh: '请节哀。您的亲人医保个人账户的余额，决定付到其本人仍可入账的银行账户；到账后作为其存款，由继承人凭继承材料向该银行领取，本机构不再分配。',
    en: 'We are sorry for your loss. It was decided to pay the medical-insurance account of your relative to their own bank account, which still takes money. There it is part of what they left: heirs draw it there with the proof of succession, and this agency divides nothing.',
  }),
  'own-account-paid': ({ happenedOn }) => ({
    zh: `您的亲人医保个人账户的余额已付到其本人的银行账户，银行于 ${happenedOn ?? ''} 确认到账。请凭继承材料向该银行领取。`,
    en: `The medical-insurance account of your relative was paid to their own bank account; the bank confirmed it on ${happenedOn ?? ''}. You can draw it there with the proof of succession.`,
  }),
};

const counts: Text = {
  zh: '金额计算到今天；结清之日为准，利息计算到结清当日。付款后另行通知您。',
  en: 'The amount is computed to today; interest runs on to the day of settlement, whose figure counts. We write to you again when it is paid.',
};
const cameTo: Text = {
  zh: '金额已经结清，不再变动。付款后另行通知您。',
  en: 'The amount is settled and changes no more. We write to you again when it is paid.',
};
const ask: Text = {
  zh: '有不清楚的，请凭本告知书到窗口或来电询问。',
  en: 'If anything is unclear, ask at the window or by telephone with this letter.',
};

const closings: Readonly<Record<ShareStanding, (facts: HeirFacts) => Text>> = {
  'to-be-paid': ({ provisional }) => (provisional ? counts : cameTo),
  'no-account': ({ provisional }) => ({
    zh: `请用本机构发给您的链接或者到窗口提供您本人的收款账户。${(provisional ? counts : cameTo).zh}`,
    en: `Name your own account by the link that we gave you or at the window. ${(provisional ? counts : cameTo).en}`,
  }),
  held: () => ({
    zh: '继承人协商一致，或者人民法院作出裁判、调解书生效后，凭文书由两名工作人员复核，按其结果支付。在此之前这一份不会付给任何人。',
    en: 'It is paid as the heirs agree, or as a people’s court decides or a settlement before it says, once two officers have checked the paper. Until then it is paid to nobody.',
  }),
  paid: () => ({
    zh: '金额或账户有误的，请凭本告知书联系我们。不服份额的，按此前写给您的决定告知书中的办法办理。',
    en: 'If the amount or the account is not right, come to us with this letter. What you can do against the share itself stands in the letter that told you of the decision.',
  }),
  returned: () => ({
    zh: '请换一个收款账户：用本机构发给您的链接办；窗口按证件核对过您姓名的，也可以登录办；或者带证件到窗口办。账户须是您本人的，未成年人可以用监护人的。',
    en: 'Name another account: by the link that we gave you, signed in where a window has compared your name with your document, or at a window with that document. It must be your own; a minor’s may be the guardian’s.',
  }),
  waived: () => ask,
  disqualified: () => ask,
  none: () => ask,
  'own-account': () => ask,
  'own-account-paid': () => ask,
};

/** Each heir objects to shares, and not to the payment as a whole. */
const objectToShare: Text = {
  zh: '对份额不服的，在款项交给银行之前，可以凭本机构发给您的链接或者到窗口提出异议；有异议的份额暂不支付。',
  en: 'Until the money is handed to the bank you may object to a share, by the link that we gave you or at the window; a disputed share is not paid for the time being.',
};

/** By their link nobody who waived or lost the right speaks any more. */
function objectionOf(standing: ShareStanding): Text {
  return standing === 'waived' || standing === 'disqualified' ? objectAtWindow : objectToShare;
}

const objectAtWindow: Text = {
  zh: '对此不服的，在款项交给银行之前，可以带证件到窗口提出异议；有异议的份额暂不支付。',
  en: 'Until the money is handed to the bank you may object to this at the window, with your identity document; a disputed share is not paid for the time being.',
};

const standingNames: Readonly<Record<ShareStanding, Text>> = {
  'to-be-paid': { zh: '待支付', en: 'To be paid' },
  'no-account': { zh: '留存，等您提供收款账户', en: 'Kept until you name an account' },
  held: { zh: '有争议，留存', en: 'Disputed, kept back' },
  paid: { zh: '已支付', en: 'Paid' },
  returned: { zh: '银行退回，留存', en: 'Sent back by the bank, kept' },
  waived: { zh: '已放弃', en: 'Waived' },
  disqualified: { zh: '丧失继承权', en: 'Right to inherit lost' },
  none: { zh: '没有份额', en: 'No share' },
  'own-account': { zh: '付到去世人本人的账户', en: 'Paid to the account of the person who died' },
  'own-account-paid': { zh: '已付到去世人本人的账户', en: 'Paid to the account of the person who died' },
};

function rowsOf(facts: HeirFacts): LetterContent['rows'] {
  const { deceased, relation, shares, standing, account, guardian, happenedOn } = facts;
  return [
    row(
      { zh: '办理事项', en: 'Matter' },
      { zh: '继承医保个人账户余额', en: 'Inheriting a medical-insurance account' },
    ),
    row({ zh: '办理编号', en: 'Case number' }, same(facts.caseNumber)),
    row({ zh: '去世的参保人', en: 'The deceased' }, deceased),
    row({ zh: '您的身份', en: 'You are' }, relation),
    ...(guardian === null ? [] : [row({ zh: '监护人', en: 'Guardian' }, same(guardian))]),
    ...sharesRows(shares),
    row({ zh: '这一份的去向', en: 'Where it is' }, standingNames[standing]),
    ...(account === null ? [] : accountRows(account)),
    ...(happenedOn === null
      ? []
      : [row(standing === 'paid' || standing === 'own-account-paid' ? paidOn : saidOn, same(happenedOn))]),
  ];
}

const paidOn: Text = { zh: '到账日期', en: 'Paid on' };
const saidOn: Text = { zh: '登记日期', en: 'Recorded on' };

function sharesRows(shares: readonly HeirShare[]): LetterContent['rows'] {
  if (shares.length === 0) return [];
  const told = shares.map(fractionOf);
  const bases = [...new Map(shares.map(({ basis, basisName }) => [basis, basisName])).values()];
  return [
    row(
      { zh: '您的份额', en: 'Your share' },
      { zh: told.map(({ zh }) => zh).join('，加上'), en: told.map(({ en }) => en).join(', and ') },
    ),
    row(
      { zh: '分配依据', en: 'Basis of the division' },
      { zh: bases.map(({ zh }) => zh).join('；'), en: bases.map(({ en }) => en).join('; ') },
    ),
  ];
}

function fractionOf({ fraction, anew }: HeirShare): Text {
  const [numerator = '', denominator = ''] = fraction.split('/');
  const whole = numerator === denominator;
  if (anew)
    return {
      zh: whole ? '重新分配的那一份的全部' : `重新分配的那一份的 ${fraction}`,
      en: whole ? 'the whole of what was divided anew' : `${fraction} of what was divided anew`,
    };
  return { zh: whole ? '全部' : fraction, en: whole ? 'the whole' : fraction };
}

function accountRows({ name, bankName, tail }: NonNullable<HeirFacts['account']>) {
  return [
    row({ zh: '收款人', en: 'Payee' }, same(name)),
    row(
      { zh: '收款账户', en: 'Account' },
      { zh: `${bankName}，尾号 ${tail}`, en: `${bankName}, ending in ${tail}` },
    ),
  ];
}

/** Which article of the Civil Code each outcome rests on, before the guide and what every decision cites. */
function clausesOf({ standing, shares, clauses, decided }: HeirFacts): LetterContent['clauses'] {
  const own =
    standing === 'waived'
      ? ['CIVIL-1124']
      : standing === 'disqualified'
        ? ['CIVIL-1125']
        : shares.some(({ basis }) => basis === 'equal' || basis === 'agreement')
          ? ['CIVIL-1123', 'CIVIL-1130']
          : ['CIVIL-1123'];
  const ids = [...clauses, ...own, ...(decided ? ['SIL-83', 'SIH-52'] : [])];
  return [...new Set(ids)].map((id) => ({ citation: citation(id), says: provision(id).says }));
}
