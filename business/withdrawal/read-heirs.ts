import {
  ok,
  type PlainDate,
  type Problem,
  type Refusal,
  type Result,
  refuse,
  shanghaiDate,
  type Text,
} from '#basics';
import type { Caller } from '#business/access/public';
import { ordersOfCase, type PayeeDoubt, type ToldDoubt, tellDoubts } from '#business/payments';
import { maskName } from '#business/registry';
import {
  type Asker,
  askerOf,
  type DivisionRow,
  divisionInForce,
  estateFacts,
  heirNamedAs,
  readEstate,
  type SuccessorRow,
} from '#business/succession';
import {
  type Agreement,
  agreementOf,
  divisionBasisNames,
  type EstateFacts,
  estateProblems,
  isMinor,
  relationNames,
  shareInWords,
  wordNames,
} from '#business/succession/public';
import { actionsOf, type CaseFile, type ChainedAction } from '#engines/casework';
import type { Reader } from '#platform/postgres';
import { type Doing, today } from './context.ts';
import { remainderRule } from './divide-among-heirs.ts';
import { findWithdrawal } from './find-withdrawal.ts';
import { weigh } from './weigh.ts';
import { type PaymentView, paymentView } from './where-money-is.ts';

/** Who succeeds, what each said, how it is divided, and where every share is. */
export interface HeirsView {
  readonly heirs: readonly HeirView[];
  readonly division: DivisionView | null;
  /** Who opened the login of whoever asks, as two officers confirmed them with a relative's question. */
  readonly asker: Asker | null;
  /** Divisions anew that wait for a second officer. */
  readonly waiting: readonly DivisionView[];
  /** Before the settlement as it would come out today, afterwards the orders. */
  readonly shares: readonly ShareView[];
  readonly remainder: Text;
  readonly problems: readonly { readonly path: string; readonly zh: string; readonly en: string }[];
}

export interface HeirView {
  readonly successorId: string;
  /** In full for officers, for whoever recorded it or is this heir, and for whom officers know by this very name; else masked. */
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
  readonly word: string | null;
  readonly wordName: Text | null;
  readonly channel: string | null;
  /** Whether whoever asks has said to be this heir, and whether they may strike this one out. */
  readonly yours: boolean;
  /** Whether officers identified whoever asks under the name of this heir, and of nobody else in the case. */
  readonly named: boolean;
  readonly mayStrike: boolean;
  /** How far their agreement is, where everybody has to agree to these very shares. */
  readonly agreement: Agreement;
  /** Whether a waiver of theirs, said online, counts at once: officers saw who they are. */
  readonly mayWaive: boolean;
  readonly saidOn: PlainDate | null;
  /** Why they object; for officers only. */
  readonly reason: string | null;
  readonly linkUntil: string | null;
  readonly bornOn: PlainDate | null;
  readonly account: {
    readonly name: string;
    readonly bankName: string;
    readonly accountTail: string;
    /** What a second look is needed for. */
    readonly doubts: readonly ToldDoubt[];
  } | null;
}

export interface DivisionView {
  readonly divisionId: string;
  readonly orderId: string | null;
  readonly basis: string;
  readonly basisName: Text;
  readonly makerId: string | null;
  readonly shares: readonly { readonly successorId: string; readonly share: string }[];
}

export interface ShareView {
  readonly successorId: string | null;
  readonly amountFen: string;
  readonly state: string;
  readonly payment: PaymentView | null;
}

export async function readHeirs(reader: Reader, asked: Doing): Promise<Result<HeirsView, Refusal>> {
  const { context, caller } = asked;
  const found = await findWithdrawal(reader, asked);
  if (!found.ok) return found;
  const file = found.value;
  if (file.subject !== 'death') return refuse({ code: 'succession.no-estate' });
  const estate = await readEstate(reader, file);
  const weighed = await weigh(reader, { context, file });
  if (!weighed.ok) return weighed;
  const { succession } = weighed.value.findings;
  const orders = await ordersOfCase(reader, { owner: file.ownerId, caseId: file.id });
  const division = divisionInForce(estate);
  const view = (row: DivisionRow) => divisionView(row, caller);
  const settled = orders.length > 0;
  const facts = estateFacts(estate, today(context));
  const reasons =
    caller.kind === 'officer' ? reasonsIn(await actionsOf(reader, file)) : new Map<string, string>();
  const namedAs = caller.kind === 'officer' ? null : await heirNamedAs(reader, file, caller.id);
  return ok({
    heirs: estate.successors.map((row) =>
      heirView(row, { caller, file, on: today(context), reasons, namedAs, facts }),
    ),
    division: division ? view(division) : null,
    asker:
      caller.kind === 'successor'
        ? await askerOf(reader, { loginId: caller.id, personId: file.ownerId })
        : null,
    waiting: estate.divisions.filter((row) => row.orderId !== null && row.approved === null).map(view),
    shares: settled
      ? orders
          .filter(({ standing }) => standing !== 'divided')
          .map((order) => ({
            ...{ successorId: order.partyId, amountFen: `${order.amountFen}`, state: order.standing },
            payment: paymentView(order),
          }))
      : (succession?.shares ?? []).map(({ successorId, amountFen, state }) => ({
          ...{ successorId, amountFen, state, payment: null },
        })),
    remainder: remainderRule,
    problems: settled || !succession ? [] : estateProblems(succession).map(flat),
  });
}

function flat({ path, detail }: Problem) {
  return { path, zh: detail.zh, en: detail.en };
}

/** The last objection of each heir, in their words. */
function reasonsIn(actions: readonly ChainedAction[]): ReadonlyMap<string, string> {
  const said = actions.filter(
    ({ action, data }) => action === 'hear-heir' && typeof data.reason === 'string',
  );
  return new Map(said.map(({ data }) => [String(data.successorId), String(data.reason)]));
}

interface Seeing {
  readonly caller: Caller;
  readonly file: CaseFile;
  readonly on: PlainDate;
  readonly reasons: ReadonlyMap<string, string>;
  /** The heir that whoever asks is by name. */
  readonly namedAs: string | null;
  readonly facts: EstateFacts;
}

function heirView(row: SuccessorRow, { caller, file, on, reasons, namedAs, facts }: Seeing): HeirView {
  const yours = row.loginId !== null && row.loginId === caller.id;
  const recorded = row.recordedBy === caller.id;
  const whole = caller.kind === 'officer' || yours || recorded;
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
    ...{ word, wordName: word && wordNames[word], channel, yours, named, bornOn: whole ? row.bornOn : null },
    agreement: agreementOf(facts, row.id),
    mayWaive: yours && row.identified && !isMinor(row, on),
    mayStrike: recorded && file.state === 'draft' && unspoken && word !== 'struck',
    saidOn: row.wordAt && shanghaiDate(row.wordAt),
    reason: word === 'object' ? (reasons.get(row.id) ?? null) : null,
    linkUntil: row.linkUntil?.toISOString() ?? null,
    account:
      row.accountName === null
        ? null
        : {
            ...{
              name: shown(row.accountName),
              bankName: row.bankName ?? '',
              accountTail: row.accountTail ?? '',
            },
            doubts: tellDoubts((row.accountDoubts ?? []) as readonly PayeeDoubt[]), // kept as `doubtsAbout` found them
          },
  };
}

function divisionView(row: DivisionRow, caller: Caller): DivisionView {
  return {
    ...{
      divisionId: row.id,
      orderId: row.orderId,
      basis: row.basis,
      basisName: divisionBasisNames[row.basis],
    },
    makerId: caller.kind === 'officer' ? row.makerId : null,
    shares: row.successors.map((successorId, place) => ({
      ...{ successorId, share: shareInWords(BigInt(row.numerators[place] ?? '0'), row.denominator) },
    })),
  };
}
