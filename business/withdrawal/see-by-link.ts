import { ok, type Refusal, type Result, type Text } from '#basics';
import { ordersOfCase, type PayeeDoubt, type ToldDoubt, tellDoubts } from '#business/payments';
import { maskName, personById } from '#business/registry';
import { divisionInForce, estateFacts, heirContacts, type SuccessorRow } from '#business/succession';
import {
  type Agreement,
  agreementOf,
  divisionBasisNames,
  isMinor,
  relationNames,
  shareInWords,
  type Word,
  wordNames,
} from '#business/succession/public';
import type { Reader } from '#platform/postgres';
import { today, type WithdrawalContext } from './context.ts';
import { decidedForHeirs } from './decided-for-heirs.ts';
import { remainderRule } from './divide-among-heirs.ts';
import { accountCountsAs, waitsForAccount } from './heir-accounts.ts';
import { openLink } from './open-heir-link.ts';
import { type OwnObjection, ownObjection } from './own-objection.ts';
import { type OwnShare, ownShareOf } from './show-own-share.ts';
import { type HeirsAmount, heirsAmount } from './weigh-heirs-amount.ts';
import { applicantActions } from './withdrawal-actions.ts';

/** What an heir sees who opens their link: no number, nobody else's name, and no amount until it is decided; by one that a relative passed on, until their own share is paid. */
export interface HeirSeen {
  readonly text: Text;
  readonly successorId: string;
  readonly deceasedName: string;
  readonly heirName: string;
  readonly relation: Text;
  readonly guardianSpeaks: boolean;
  readonly shares: readonly {
    readonly successorId: string;
    readonly yours: boolean;
    readonly relation: Text;
    readonly share: string;
  }[];
  readonly remainder: Text;
  readonly yourWord: Text | null;
  readonly word: Word | null;
  /** Another heir passed the link on: a waiver by it is confirmed by a clerk before it counts. */
  readonly byRelative: boolean;
  /** What they said does not count until a clerk has taken in their written word. */
  readonly unconfirmed: boolean;
  /** How far their agreement is, where everybody has to agree to these very shares. */
  readonly agreement: Agreement;
  /** How the shares came about. */
  readonly basis: Text | null;
  /** It was decided: only an objection counts. */
  readonly decided: boolean;
  /** Something may still be said to it: not once all of it is over. */
  readonly mayAnswer: boolean;
  /** It was approved, and is decided anew since the facts changed: what it came to is not known any more. */
  readonly decidedAnew: boolean;
  /** It ended without a payment. */
  readonly ended: boolean;
  /** Their last objection and what came of it, also once it is paid; null where they made none. */
  readonly objection: OwnObjection | null;
  /** Where their own share is; empty until the settlement. */
  readonly ownShare: readonly OwnShare[];
  /** What their share comes to; by the agency's link, and from the decision on. */
  readonly ownAmount: HeirsAmount | null;
  readonly accountNamed: boolean;
  /** The account of their share; null where none is named. */
  readonly account: OwnAccount | null;
  /** Given at the window or by the agency's link: one that a relative passed on does not change it. */
  readonly accountStands: boolean;
  /** After the decision: their share came back or has no account. */
  readonly accountLacks: boolean;
  /** And by this link they may name one. */
  readonly accountWanted: boolean;
  readonly contactStands: boolean;
  readonly expiresAt: string;
}

/** The account as its heir reads it back, to see whether it is theirs. */
export interface OwnAccount {
  /** As it counts; a link that a relative passed on tells no more of what was given at the window, signed in or by the agency's link. */
  readonly namedBy: SuccessorRow['accountNamedBy'];
  readonly shown: {
    /** Masked. */
    readonly name: string;
    readonly bankName: string;
    readonly accountTail: string;
    readonly doubts: readonly ToldDoubt[];
  } | null;
}

export async function readByLink(
  reader: Reader,
  { context, secret }: { readonly context: WithdrawalContext; readonly secret: string },
): Promise<Result<HeirSeen, Refusal>> {
  const opened = await openLink(reader, secret);
  if (!opened.ok) return opened;
  const { file, estate, heir, expiresAt, byRelative } = opened.value;
  const person = await personById(reader, file.ownerId);
  const division = divisionInForce(estate);
  const agreement = agreementOf(estateFacts(estate, today(context)), heir.id);
  const orders = await ordersOfCase(reader, { owner: file.ownerId, caseId: file.id });
  const { decided, actions } = await decidedForHeirs(reader, file);
  const ended = decided === 'ended';
  const accountLacks = waitsForAccount({ file, orders }, heir.id);
  const shares = (division?.successors ?? []).map((id, place) => ({
    successorId: id,
    yours: id === heir.id,
    relation: relationNames[estate.successors.find((one) => one.id === id)?.relation ?? 'other'],
    share: shareInWords(BigInt(division?.numerators[place] ?? '0'), division?.denominator ?? 1n),
  }));
  return ok({
    ...{ text: gently, successorId: heir.id, shares, remainder: remainderRule },
    deceasedName: maskName(person?.name ?? ''),
    heirName: maskName(heir.name),
    relation: relationNames[heir.relation],
    guardianSpeaks: isMinor(heir, today(context)),
    ...{ yourWord: heir.word && wordNames[heir.word], word: heir.word, byRelative },
    ...{ unconfirmed: isUnconfirmed(heir, agreement), agreement },
    basis: division ? divisionBasisNames[division.basis] : null,
    ...{ decided: decided !== 'open', decidedAnew: decided === 'anew', ended },
    mayAnswer: applicantActions['hear-heir']?.from.includes(file.state) === true,
    objection: ownObjection(actions, { heir, heirs: estate.successors, orders, ended }),
    ownShare: ownShareOf(orders, heir),
    ownAmount:
      byRelative || decided !== 'approved'
        ? null
        : await heirsAmount(reader, { context, file, orders, successorId: heir.id }),
    accountNamed: heir.accountRevision !== null,
    account: ownAccount(heir, byRelative),
    accountStands: byRelative && accountSeen(heir),
    ...{ accountLacks, accountWanted: !byRelative && accountLacks },
    contactStands:
      byRelative && (decided !== 'open' || (await heirContacts(reader, file))(heir.id).invited === false),
    expiresAt: expiresAt.toISOString(),
  });
}

/** Whether whoever named the account was seen, or signed in as the heir. */
export function accountSeen(heir: SuccessorRow): boolean {
  const way = accountCountsAs(heir);
  return way !== null && way !== 'invited' && way !== 'applicant';
}

/** Who passed a link on may have opened it as well: it shows an account that such a link or they themselves gave, and no other. */
function ownAccount(heir: SuccessorRow, byRelative: boolean): OwnAccount | null {
  if (heir.accountRevision === null) return null;
  const { accountNamedBy: namedBy, accountName, bankName, accountTail, accountDoubts } = heir;
  if (byRelative && accountSeen(heir)) return { namedBy, shown: null };
  const doubts = tellDoubts((accountDoubts ?? []) as readonly PayeeDoubt[]); // kept as `doubtsAbout` found them
  return {
    namedBy,
    shown: {
      ...{ name: maskName(accountName ?? ''), bankName: bankName ?? '', accountTail: accountTail ?? '' },
      doubts,
    },
  };
}

/** As the division's problems have it: a waiver, and the agreement to shares other than the law's, by a link that a relative passed on. */
function isUnconfirmed({ word, channel }: SuccessorRow, agreement: Agreement): boolean {
  return agreement === 'to-confirm' || (word === 'waive' && channel === 'invited');
}

const gently: Text = {
  zh: '请节哀。您的亲人去世后，医保个人账户里还有余额，登记的材料显示您可能有继承权。下面是拟定的份额。您可以同意、放弃或者提出异议，也可以填写自己的收款账户。不表示的，视为接受继承；放弃必须在分配之前作出。不清楚的，可以先到窗口或打电话问，不用急着决定。',
  en: 'We are sorry for your loss. The medical-insurance account of your relative still holds money, and the papers on record show that you may inherit. Below are the shares as proposed. You may agree, waive or object, and name your own account. An heir who says nothing is taken to accept; a waiver must be made before the money is divided. If anything is unclear, ask at the window or by telephone first; there is no hurry.',
};
