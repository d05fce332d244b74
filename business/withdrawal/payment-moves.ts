import { type Refusal, type Result, refuse } from '#basics';
import { actorOf } from '#business/access/public';
import { type CaseMoves, type OrderStanding, ordersOfCase, type PaidCase } from '#business/payments';
import { personById } from '#business/registry';
import { sameName } from '#business/registry/public';
import { type Actor, act, actionsOf, type CaseFile, caseById, type JsonObject } from '#engines/casework';
import type { Reader, Tx } from '#platform/postgres';
import { workingDays } from './grounds/working-days.ts';
import { payeeNames } from './payee.store.ts';
import { announce, noticeOf, type TellingContext } from './telling/announce.ts';
import type { CameBack } from './telling/letter-facts.ts';
import { type ShareHappened, tellHeirs } from './telling/tell-heirs.ts';
import { withdrawalProcess } from './withdrawal.ts';

/**
 * What payments tell a withdrawal: its order left for the bank, the bank answered, a clerk corrected the payee's account.
 * The apps hand this to payments, which know no procedure; each step is part of the payment's own transaction. Of several
 * heirs the case is with the bank from the first payment, sent back while any is, and paid with the last; a share that the bank
 * sends back days later opens it again. What comes back while somebody objects, or after the payment was revoked, leaves the
 * case where it is: the money waits for the outcome, or is in the account already.
 */
export function paymentMoves(context: TellingContext): CaseMoves {
  const calendar = context.workingDays;
  const move = (tx: Tx, moved: Move): Promise<Result<CaseFile, Refusal>> =>
    act(tx, { ...moved, process: withdrawalProcess, ownerId: moved.owner, calendar });
  return {
    async onReleased(tx, { owner, caseId, file: read, orderId, batchId, at, by }) {
      const { several, state, file } = await progressOf(tx, { owner, caseId, file: read });
      const base = { owner, caseId, file, at, actor: actorOf(by) };
      if (several && state !== 'settled')
        return move(tx, { ...base, action: 'share-moved', data: { orderId, moved: 'sent', batchId } });
      return move(tx, {
        ...base,
        action: 'send-to-bank',
        data: { ...(several ? { orderId } : {}), batchId },
      });
    },
    async onAnswered(tx, { owner, caseId, file: read, orderId, result, reason, at }) {
      const { several, state, unpaid, orders, file } = await progressOf(tx, { owner, caseId, file: read });
      const base = { owner, caseId, file, at, actor: bank };
      if (result === 'returned') {
        const order = orders.find((each) => each.orderId === orderId);
        const otherwise = cameBackOtherwise(state, order);
        if (otherwise) {
          const { action } = otherwise;
          const data = { ...otherwise.data, orderId, reason };
          const back = await move(tx, { ...base, action, data });
          if (back.ok)
            await tellBack(tx, { context, file: back.value, order: { ...otherwise, orderId, reason } });
          return back;
        }
      }
      const whole = result === 'paid' ? unpaid === 0 : state !== 'returned';
      if (several && !whole) {
        const data = { orderId, moved: result, reason };
        const part = await move(tx, { ...base, action: 'share-moved', data });
        if (part.ok) await tellHeirs(tx, { context, file: part.value, happened: ofOrder(orderId) });
        return part;
      }
      const moved = await move(tx, {
        ...{ ...base, data: { ...(several ? { orderId } : {}), reason } },
        action: result === 'paid' ? 'confirm-paid' : 'return-payment',
      });
      if (!moved.ok) return moved;
      await tellAnswer(tx, { context, file: moved.value, answered: { orderId, result, several } });
      return moved;
    },
    async onPayeeCorrected(tx, { owner, caseId, revision, at, by }) {
      if (!(await staysTheSame(tx, { owner, caseId })))
        return refuse({ code: 'withdrawal.payee-name-changed' });
      // A case that was over has no clock any more: paying it again has the days that a withdrawal has. Else the clock only stood still.
      const data = { revision, ...((await wasOver(tx, { owner, caseId })) ? { workingDays } : {}) };
      const moved = await move(tx, { owner, caseId, at, actor: actorOf(by), action: 'correct-payee', data });
      // Whose money it is hears of it, whoever asked for it.
      if (moved.ok) await noticeOf(tx, { context, file: moved.value, happened: 'payee-corrected' });
      return moved;
    },
  };
}

/** Whether a case had come to its end since its days were last counted from the first. */
export async function wasOver(reader: Reader, { owner, caseId }: CaseOf): Promise<boolean> {
  const steps = await actionsOf(reader, { ownerId: owner, id: caseId });
  const begun = steps.findLastIndex(({ data }) => typeof data.workingDays === 'number');
  return steps.slice(begun + 1).some(({ toState }) => withdrawalProcess.states[toState]?.clock === 'over');
}

interface CaseOf {
  readonly owner: string;
  readonly caseId: string;
}

/**
 * Whether a corrected account is still whose it was when it was approved. The insured person's may be written as the record
 * has the name, in characters or in Latin letters: an account abroad has the latter.
 */
async function staysTheSame(tx: Tx, { owner, caseId }: CaseOf): Promise<boolean> {
  const [corrected, before] = await payeeNames(tx, { ownerId: owner, id: caseId });
  if (!corrected || !before) return false;
  if (sameName(corrected.name, { name: before.name, nameLatin: null })) return true;
  const person = corrected.kind === 'insured' ? await personById(tx, owner) : undefined;
  return person !== undefined && sameName(corrected.name, person);
}
const happenedIn = ['paid', 'returned'] as const;

/** Tells the person, and the heirs whom it concerns, what the bank said. */
async function tellAnswer(
  tx: Tx,
  told: {
    readonly context: TellingContext;
    readonly file: CaseFile;
    readonly answered: { readonly orderId: string; readonly result: string; readonly several: boolean };
  },
): Promise<void> {
  const { context, file, answered } = told;
  const { orderId, result, several } = answered;
  // What stands in the case counts: one of several payments is not yet the case's end.
  const event = happenedIn.find((each) => each === file.state);
  if (event) await announce(tx, { context, file, happened: { event } });
  const happened: ShareHappened = several ? ofOrder(orderId) : { event: 'own-account-paid' };
  if (several || result === 'paid') await tellHeirs(tx, { context, file, happened });
}

/** The one order that the bank has just answered. */
function ofOrder(answered: string): ShareHappened {
  return { event: 'orders', which: ({ orderId }) => orderId === answered, of: ['paid', 'returned', 'held'] };
}

/** Tells where money is that came back and is nobody's to correct. */
async function tellBack(
  tx: Tx,
  told: {
    readonly context: TellingContext;
    readonly file: CaseFile;
    readonly order: Pick<Otherwise, 'waits'> & { readonly orderId: string; readonly reason: string | null };
  },
): Promise<void> {
  const { context, file, order } = told;
  const { waits, reason } = order;
  if (waits === null) return tellHeirs(tx, { context, file, happened: ofOrder(order.orderId) });
  await announce(tx, { context, file, happened: { event: 'money-back', ...waits, reason } });
}

interface Otherwise {
  readonly action: string;
  readonly data: JsonObject;
  /** Null where it is a disputed share, of which its heir alone is told. */
  readonly waits: Omit<CameBack, 'reason'> | null;
}

/** The step for money that came back and is nobody's to correct: it waits for an objection or a court, or was revoked. */
function cameBackOtherwise(state: string | undefined, order: OrderStanding | undefined): Otherwise | null {
  if (order?.standing === 'contested' || order?.standing === 'refunded') {
    const waits = { amountFen: `${order.amountFen}`, moved: order.standing };
    return { action: 'return-meanwhile', data: waits, waits };
  }
  if (order?.standing !== 'held') return null;
  return state === 'paid' || state === 'refunded'
    ? // A case that was over has no clock any more.
      { action: 'share-held', data: { workingDays }, waits: null }
    : { action: 'share-moved', data: { moved: 'held' }, waits: null };
}

/** The orders that money leaves by; one that was divided is its parts. */
export function leafOrders(orders: readonly OrderStanding[]): readonly OrderStanding[] {
  return orders.filter(({ standing }) => standing !== 'divided');
}

async function progressOf(
  reader: Reader,
  { owner, caseId, file: read }: PaidCase,
): Promise<{
  readonly several: boolean;
  readonly file: CaseFile | undefined;
  readonly state: string | undefined;
  readonly unpaid: number;
  readonly orders: readonly OrderStanding[];
}> {
  const orders = await ordersOfCase(reader, { owner, caseId });
  const unpaid = leafOrders(orders).filter(
    ({ standing, result }) => standing !== 'refunded' && result !== 'paid',
  );
  const file = read ?? (await caseById(reader, owner, caseId));
  return { several: orders.length > 1, state: file?.state, file, unpaid: unpaid.length, orders };
}

interface Move extends PaidCase {
  readonly at: Date;
  readonly actor: Actor;
  readonly action: string;
  readonly data: JsonObject;
}

const bank: Actor = { kind: 'bank', id: 'bank', roles: [] };
