import type { PlainDate, Text } from '#basics';
import type { LetterContent } from '#business/letters';
import { citation, provision } from '#law';
import { remediesFrom, shareObjection } from '../remedy-texts.ts';
import { heirClosings, heirOpenings } from './heir-letter-words.ts';
import { row, same, yuan } from './letter-parts.ts';

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
  /** The balance of which it is a share, to the same day; null where the letter is about none, or about what was divided anew. */
  readonly wholeFen: string | null;
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
    opening: heirOpenings[standing](facts),
    rows: rowsOf(facts),
    amountFen,
    lists: [],
    clauses: clausesOf(facts),
    remedies: decided ? [objectionOf(standing), ...remediesFrom(on, facts.region)] : null,
    closing: heirClosings[standing](facts),
  };
}

/** By their link nobody who waived or lost the right speaks any more. */
function objectionOf(standing: ShareStanding): Text {
  const { zh, en } = shareObjection;
  const out = standing === 'waived' || standing === 'disqualified';
  const how = out
    ? { zh: '带证件到窗口', en: 'at the window, with your identity document' }
    : { zh: '凭本机构发给您的链接或者到窗口', en: 'by the link that we gave you or at the window' };
  return {
    zh: `对份额有异议的，${zh}，${how.zh}办理；有异议的份额暂不支付。`,
    en: `You may object to a share ${en}, ${how.en}; a disputed share is not paid for the time being.`,
  };
}

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
  const { deceased, relation, standing, account, guardian, happenedOn } = facts;
  return [
    row(
      { zh: '办理事项', en: 'Matter' },
      { zh: '继承医保个人账户余额', en: 'Inheriting a medical-insurance account' },
    ),
    row({ zh: '办理编号', en: 'Case number' }, same(facts.caseNumber)),
    row({ zh: '去世的参保人', en: 'The deceased' }, deceased),
    row(guardian === null ? youAre : childIs, relation),
    ...(guardian === null ? [] : [row({ zh: '监护人', en: 'Guardian' }, same(guardian))]),
    ...sharesRows(facts),
    ...wholeRows(facts),
    row({ zh: '这一份的去向', en: 'Where it is' }, standingNames[standing]),
    ...(account === null ? [] : accountRows(account)),
    ...(happenedOn === null
      ? []
      : [row(standing === 'paid' || standing === 'own-account-paid' ? paidOn : saidOn, same(happenedOn))]),
  ];
}

const youAre: Text = { zh: '您的身份', en: 'You are' };
const childIs: Text = { zh: '孩子的身份', en: 'The child is' };
const paidOn: Text = { zh: '到账日期', en: 'Paid on' };
const saidOn: Text = { zh: '登记日期', en: 'Recorded on' };

function sharesRows({ shares, guardian }: HeirFacts): LetterContent['rows'] {
  if (shares.length === 0) return [];
  const told = shares.map((share) => fractionOf(share, guardian !== null));
  const bases = [...new Map(shares.map(({ basis, basisName }) => [basis, basisName])).values()];
  return [
    row(
      guardian === null
        ? { zh: '您的份额', en: 'Your share' }
        : { zh: '孩子的份额', en: 'The child’s share' },
      { zh: told.map(({ zh }) => zh).join('，加上'), en: told.map(({ en }) => en).join(', and ') },
    ),
    row(
      { zh: '分配依据', en: 'Basis of the division' },
      { zh: bases.map(({ zh }) => zh).join('；'), en: bases.map(({ en }) => en).join('; ') },
    ),
  ];
}

/** The balance once, for context; whose share is the whole reads it as their amount already. */
function wholeRows({ wholeFen, amountFen }: HeirFacts): LetterContent['rows'] {
  if (wholeFen === null || wholeFen === amountFen) return [];
  return [row({ zh: '全部继承人的余额合计', en: 'Balance of all heirs together' }, yuan(wholeFen))];
}

function fractionOf({ fraction, anew }: HeirShare, ofChild: boolean): Text {
  const [numerator = '', denominator = ''] = fraction.split('/');
  const whole = numerator === denominator;
  if (anew)
    return {
      zh: whole
        ? `原来留存的一份，全部归${ofChild ? '孩子' : '您'}`
        : `原来留存、重新分配的那一份的 ${fraction}`,
      en: whole
        ? 'the whole of the share that had been kept and was divided anew'
        : `${fraction} of the share that had been kept and was divided anew`,
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
