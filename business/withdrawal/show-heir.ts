import { type PlainDate, shanghaiDate, type Text } from '#basics';
import type { Caller } from '#business/access/public';
import {
  accountsAlike,
  type OrderStanding,
  type PayeeDoubt,
  type ToldDoubt,
  tellDoubts,
} from '#business/payments';
import { maskName } from '#business/registry';
import type { Estate, SuccessorRow } from '#business/succession';
import {
  type Agreement,
  agreementOf,
  type EstateFacts,
  isMinor,
  relationNames,
  wordNames,
} from '#business/succession/public';
import type { CaseFile } from '#engines/casework';
import type { Reader } from '#platform/postgres';
import type { WithdrawalContext } from './context.ts';
import { mayChangeAccountOf, waitsForAccount } from './heir-accounts.ts';
import type { ObjectionHeard, objectionsHeard } from './objections-heard.ts';

/** One heir, as whoever looks may see them. */
export interface HeirView {
  readonly successorId: string;
  /** In full for officers, for whoever recorded it, is this heir or the guardian, and for whom officers know by this very name; else masked. */
  readonly name: string;
  /** As an account abroad has it. */
  readonly nameLatin: string | null;
  readonly relation: string;
  readonly relationName: Text;
  readonly basis: string;
  readonly represents: string | null;
  readonly predeceasedOn: PlainDate | null;
  readonly minor: boolean;
  readonly guardianName: string | null;
  /** Else they are masked. */
  readonly namesWhole: boolean;
  readonly word: string | null;
  readonly wordName: Text | null;
  readonly channel: string | null;
  /** Whether whoever asks has said to be this heir, and whether they may strike this one out. */
  readonly yours: boolean;
  /** Whether officers identified whoever asks under the name of this heir, and of nobody else in the case. */
  readonly named: boolean;
  /** Whether whoever asks is the guardian on record of this minor heir, as officers identified them. */
  readonly yourWard: boolean;
  readonly mayStrike: boolean;
  /** How far their agreement is, where everybody has to agree to these very shares. */
  readonly agreement: Agreement;
  /** Whether a waiver of theirs, said online, counts at once: officers saw who they are. */
  readonly mayWaive: boolean;
  /** Until the decision: whoever asks may name the account, or change the one that was named. */
  readonly mayChangeAccount: boolean;
  /** After the decision: the share came back or has no account, and whoever asks may name one signed in, as the heir or a minor's guardian. */
  readonly mayNameAccount: boolean;
  readonly saidOn: PlainDate | null;
  /** Why they object, as they said last; for officers only. */
  readonly reason: string | null;
  /** Each time that they objected since they last said anything else; for officers only. */
  readonly objections: readonly ObjectionHeard[];
  readonly linkUntil: string | null;
  readonly bornOn: PlainDate | null;
  readonly account: {
    readonly name: string;
    readonly bankName: string;
    readonly accountTail: string;
    /** At a window, by the agency's link or one that a relative passed on, or signed in: the heir, or whoever applied. */
    readonly namedBy: SuccessorRow['accountNamedBy'];
    /** What a second look is needed for. */
    readonly doubts: readonly ToldDoubt[];
  } | null;
}

/** Who looks, and what it is shown from. */
export interface Seeing {
  readonly caller: Caller;
  readonly file: CaseFile;
  readonly on: PlainDate;
  /** Of each heir who objects; empty for whoever is no officer. */
  readonly objections: ReturnType<typeof objectionsHeard>;
  /** The heir that whoever asks is by name. */
  readonly namedAs: string | null;
  /** Minor heirs whose guardian whoever asks is, as officers identified them. */
  readonly guarded: ReadonlySet<string>;
  readonly facts: EstateFacts;
  readonly orders: readonly OrderStanding[];
  /** Heirs whose account is another heir's too; officers look at it before they decide. */
  readonly alike: ReadonlySet<string>;
}

export function heirView(row: SuccessorRow, seeing: Seeing): HeirView {
  const { caller, file, on, namedAs, facts, orders, alike } = seeing;
  const guards = seeing.guarded.has(row.id);
  const objections = row.word === 'object' ? (seeing.objections.get(row.id) ?? []) : [];
  const yours = row.loginId !== null && row.loginId === caller.id;
  const recorded = row.recordedBy === caller.id;
  const whole = caller.kind === 'officer' || yours || recorded || guards;
  const named = row.id === namedAs;
  const shown = (name: string) => (whole ? name : maskName(name));
  const own = (name: string) => (named ? name : shown(name));
  const { relation, basis, represents, predeceasedOn, word, channel } = row;
  const unspoken = channel === null || (channel === 'login' && yours);
  return {
    ...{ successorId: row.id, name: own(row.name), relation, relationName: relationNames[relation] },
    nameLatin: row.nameLatin === null ? null : own(row.nameLatin),
    ...{ basis, represents, predeceasedOn, minor: isMinor(row, on) },
    guardianName: row.guardianName === null ? null : shown(row.guardianName),
    ...{ namesWhole: whole, yourWard: guards },
    ...{ word, wordName: word && wordNames[word], channel, yours, named, bornOn: whole ? row.bornOn : null },
    agreement: agreementOf(facts, row.id),
    mayWaive: yours && row.identified && !isMinor(row, on),
    mayChangeAccount: mayChangeAccountOf(row, caller),
    mayNameAccount: ((yours && row.identified) || guards) && waitsForAccount({ file, orders }, row.id),
    mayStrike: recorded && file.state === 'draft' && unspoken && word !== 'struck',
    saidOn: row.wordAt && shanghaiDate(row.wordAt),
    reason: objections.findLast(({ reason }) => reason !== null)?.reason ?? null,
    objections,
    linkUntil: row.linkUntil?.toISOString() ?? null,
    account:
      row.accountName === null
        ? null
        : {
            ...{
              name: shown(row.accountName),
              bankName: row.bankName ?? '',
              accountTail: row.accountTail ?? '',
              namedBy: row.accountNamedBy,
            },
            doubts: tellDoubts([
              ...((row.accountDoubts ?? []) as readonly PayeeDoubt[]), // kept as `doubtsAbout` found them
              ...(alike.has(row.id) ? (['same-as-another-heir'] as const) : []),
            ]),
          },
  };
}

/** Among those who are to be paid: one account for several may be a guardian's for two minors, or somebody's who takes it all. */
export function accountsShared(
  reader: Reader,
  {
    context,
    file,
    estate,
  }: {
    readonly context: Pick<WithdrawalContext, 'seal'>;
    readonly file: CaseFile;
    readonly estate: Estate;
  },
): Promise<ReadonlySet<string>> {
  const paid = estate.successors.filter(({ word }) => word === null || word === 'agree' || word === 'object');
  const { ownerId: owner, id: caseId } = file;
  return accountsAlike(reader, {
    ...{ seal: context.seal, owner, caseId },
    successorIds: paid.map(({ id }) => id),
  });
}
