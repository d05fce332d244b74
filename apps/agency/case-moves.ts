import type { Refusal, Result } from '#basics';
import type { CaseMoves, PaymentAnswered, PaymentReleased } from '#business/payments';
import { withdrawalProcess } from '#business/withdrawal/public';
import {
  type Actor,
  act,
  caseById,
  type JsonObject,
  type Process,
  type WorkingDays,
} from '#engines/casework';
import type { Tx } from '#platform/postgres';

/** Every procedure that payments may come from, by its id. */
const processes: Readonly<Record<string, Process>> = { [withdrawalProcess.id]: withdrawalProcess };

/** What a payment does to the case that it pays for: payments know no procedure, so the apps tell it here. */
export function caseMoves(calendar: WorkingDays): CaseMoves {
  const move = async (tx: Tx, step: Move): Promise<Result<unknown, Refusal>> =>
    act(tx, { ...step, process: await processOf(tx, step), ownerId: step.owner, calendar });
  return {
    onReleased: (tx, released) => move(tx, { ...sent(released), action: 'send-to-bank' }),
    onAnswered: (tx, answered) =>
      move(tx, {
        ...told(answered),
        action: answered.result === 'paid' ? 'confirm-paid' : 'return-payment',
      }),
    onPayeeCorrected: (tx, { owner, caseId, revision, at, by }) =>
      move(tx, {
        owner,
        caseId,
        at,
        actor: officer(by.id, by.roles),
        data: { revision },
        action: 'correct-payee',
      }),
  };
}

interface Move {
  readonly owner: string;
  readonly caseId: string;
  readonly at: Date;
  readonly actor: Actor;
  readonly action: string;
  readonly data: JsonObject;
}

function sent({ owner, caseId, batchId, at, by }: PaymentReleased): Omit<Move, 'action'> {
  return { owner, caseId, at, actor: officer(by.id, by.roles), data: { batchId } };
}

function told({ owner, caseId, reason, at }: PaymentAnswered): Omit<Move, 'action'> {
  return { owner, caseId, at, actor: { kind: 'bank', id: 'bank', roles: [] }, data: { reason } };
}

function officer(id: string, roles: readonly string[]): Actor {
  return { kind: 'officer', id, roles };
}

async function processOf(tx: Tx, { owner, caseId }: Move): Promise<Process> {
  const file = await caseById(tx, owner, caseId);
  const process = file && processes[file.process];
  if (!process) throw new Error(`payments moved ${caseId}, whose procedure is unknown`);
  return process;
}
