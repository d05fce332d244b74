import { type Refusal, type Result, refuse } from '#basics';
import { actorOf } from '#business/access/public';
import type { CaseMoves } from '#business/payments';
import { personById } from '#business/registry';
import { type Actor, act, type CaseFile, type JsonObject } from '#engines/casework';
import type { Tx } from '#platform/postgres';
import { workingDays } from './grounds/working-days.ts';
import { payeeNames } from './payee.store.ts';
import { sameName } from './same-name.ts';
import { announce, type TellingContext } from './telling/announce.ts';
import { withdrawalProcess } from './withdrawal.ts';

/**
 * What payments tell a withdrawal: its order left for the bank, the bank answered, a clerk corrected the payee's account.
 * The apps hand this to payments, which know no procedure; each step is part of the payment's own transaction.
 */
export function paymentMoves(context: TellingContext): CaseMoves {
  const calendar = context.workingDays;
  const move = (tx: Tx, moved: Move): Promise<Result<CaseFile, Refusal>> =>
    act(tx, { ...moved, process: withdrawalProcess, ownerId: moved.owner, calendar });
  return {
    onReleased: (tx, { owner, caseId, batchId, at, by }) =>
      move(tx, { owner, caseId, at, actor: actorOf(by), action: 'send-to-bank', data: { batchId } }),
    async onAnswered(tx, { owner, caseId, result, reason, at }) {
      const moved = await move(tx, {
        ...{ owner, caseId, at, actor: bank, data: { reason } },
        action: result === 'paid' ? 'confirm-paid' : 'return-payment',
      });
      if (!moved.ok) return moved;
      const file = moved.value;
      // What stands in the case counts: one of several payments is not yet the case's end.
      const event = happenedIn.find((state) => state === file.state);
      if (event) await announce(tx, { context, file, happened: { event } });
      return moved;
    },
    async onPayeeCorrected(tx, { owner, caseId, revision, at, by }) {
      if (!(await staysTheSame(tx, { owner, caseId })))
        return refuse({ code: 'withdrawal.payee-name-changed' });
      // A case that was over has no clock any more: paying it again has the days that a withdrawal has.
      const data = { revision, workingDays };
      return move(tx, { owner, caseId, at, actor: actorOf(by), action: 'correct-payee', data });
    },
  };
}

/**
 * Whether a corrected account is still whose it was when it was approved. The insured person's may be written as the record
 * has the name, in characters or in Latin letters: an account abroad has the latter.
 */
async function staysTheSame(
  tx: Tx,
  { owner, caseId }: { readonly owner: string; readonly caseId: string },
): Promise<boolean> {
  const [corrected, before] = await payeeNames(tx, { ownerId: owner, id: caseId });
  if (!corrected || !before) return false;
  if (sameName(corrected.name, { name: before.name, nameLatin: null })) return true;
  const person = corrected.kind === 'insured' ? await personById(tx, owner) : undefined;
  return person !== undefined && sameName(corrected.name, person);
}
const happenedIn = ['paid', 'returned'] as const;

interface Move {
  readonly owner: string;
  readonly caseId: string;
  readonly at: Date;
  readonly actor: Actor;
  readonly action: string;
  readonly data: JsonObject;
}

const bank: Actor = { kind: 'bank', id: 'bank', roles: [] };
