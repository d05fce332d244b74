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
import { ordersOfCase } from '#business/payments';
import {
  type Asker,
  askerOf,
  type DivisionRow,
  divisionInForce,
  estateFacts,
  heirNamedAs,
  readEstate,
} from '#business/succession';
import { divisionBasisNames, estateProblems, shareInWords } from '#business/succession/public';
import { actionsOf } from '#engines/casework';
import type { Reader } from '#platform/postgres';
import { applicantSeenOn } from './applicant-seen.ts';
import { type Doing, today } from './context.ts';
import { remainderRule } from './divide-among-heirs.ts';
import { findWithdrawal } from './find-withdrawal.ts';
import { guardedBy } from './heir-accounts.ts';
import { objectionsHeard } from './objections-heard.ts';
import { accountsShared, type HeirView, heirView } from './show-heir.ts';
import { weigh } from './weigh.ts';
import { type PaymentView, paymentView, wantsAccount } from './where-money-is.ts';

/** Who succeeds, what each said, how it is divided, and where every share is. */
export interface HeirsView {
  readonly heirs: readonly HeirView[];
  readonly division: DivisionView | null;
  /** Who opened the login of whoever asks, as two officers confirmed them with a relative's question. */
  readonly asker: Pick<Asker, 'name' | 'relation'> | null;
  /** On which day they did so, by the paper that shows the relation. */
  readonly relationSeenOn: PlainDate | null;
  /** On which day officers compared the paper of whoever asks, so that it is not asked for again. */
  readonly seenOn: PlainDate | null;
  /** Divisions anew that wait for a second officer. */
  readonly waiting: readonly DivisionView[];
  /** Before the settlement as it would come out today, afterwards the orders. */
  readonly shares: readonly ShareView[];
  readonly remainder: Text;
  readonly problems: readonly { readonly path: string; readonly zh: string; readonly en: string }[];
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
  /** With whether it waits for an account. */
  readonly payment: (PaymentView & { readonly accountWanted: boolean }) | null;
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
  const objections = objectionsHeard(caller.kind === 'officer' ? await actionsOf(reader, file) : []);
  const namedAs = caller.kind === 'officer' ? null : await heirNamedAs(reader, file, caller.id);
  const guarded = await guardedBy(reader, { file, caller });
  const asker =
    caller.kind === 'successor'
      ? await askerOf(reader, { loginId: caller.id, personId: file.ownerId })
      : null;
  const alike =
    caller.kind === 'officer' ? await accountsShared(reader, { context, file, estate }) : new Set<string>();
  return ok({
    heirs: estate.successors.map((row) =>
      heirView(row, { caller, file, on: today(context), objections, namedAs, guarded, facts, orders, alike }),
    ),
    division: division ? view(division) : null,
    asker: asker && { name: asker.name, relation: asker.relation },
    relationSeenOn: asker && shanghaiDate(asker.confirmedAt),
    seenOn: await applicantSeenOn(reader, { ownerId: file.ownerId, applicant: caller }),
    waiting: estate.divisions.filter((row) => row.orderId !== null && row.approved === null).map(view),
    shares: settled
      ? orders
          .filter(({ standing }) => standing !== 'divided')
          .map((order) => ({
            ...{ successorId: order.partyId, amountFen: `${order.amountFen}`, state: order.standing },
            payment: { ...paymentView(order), accountWanted: wantsAccount(order) },
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
