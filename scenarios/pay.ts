import { type Fen, fen } from '#basics';
import { type SimulatedPayment, simulateBank } from '#business/payments';
import { type Decided, must, payeeMade } from './decide.ts';
import type { Desk } from './desk.ts';

/** One line of a bank file that went out, and what the bank made of it. */
export interface PaymentMade {
  readonly name: string;
  readonly accountNumber: string;
  readonly bankCode: string;
  readonly amountFen: Fen;
  readonly answer: 'pay' | 'return';
}

/**
 * Pays what was settled, one batch a round: built by finance, approved by two others of finance, answered by the bank as each
 * scenario says. What comes back is corrected by a clerk and goes out again. Answers each scenario's payments by name.
 */
export async function payAll(
  desk: Desk,
  settled: readonly Decided[],
): Promise<ReadonlyMap<string, readonly PaymentMade[]>> {
  const payments = new Map<string, PaymentMade[]>();
  let due = settled;
  for (let round = 0; due.length > 0; round += 1) {
    const made = await payBatch(desk, { due, round });
    for (const [name, payment] of made) payments.set(name, [...(payments.get(name) ?? []), payment]);
    due = due.filter(({ scenario }) => made.get(scenario.name)?.answer === 'return');
    for (const { scenario, number } of due) {
      const payee = payeeMade({ ...scenario.apply.payee, account: scenario.correctedAccount ?? '' });
      must(await desk.correctPayee(number, payee), 'correct the payee');
    }
  }
  return payments;
}

interface Round {
  readonly due: readonly Decided[];
  readonly round: number;
}

async function payBatch(desk: Desk, { due, round }: Round): Promise<ReadonlyMap<string, PaymentMade>> {
  const batch = must(await desk.buildBatch(), 'build a batch');
  const { batchId } = batch;
  must(await desk.approveBatch(batch), 'approve the batch');
  const file = must(await desk.exportBatch(batchId), 'export the bank file');
  const made = new Map<string, PaymentMade>();
  const decideOne = (payment: SimulatedPayment) => {
    const paid = due.find(({ scenario }) => accountsOf(scenario).includes(payment.accountNumber));
    if (!paid) throw new Error(`the bank file pays ${payment.accountNumber}, which no scenario asked for`);
    const answer = paid.scenario.bank[round] ?? 'pay';
    const { name, accountNumber, bankCode, amountFen } = payment;
    made.set(paid.scenario.name, { name, accountNumber, bankCode, amountFen: fen(amountFen), answer });
    return answer === 'pay' ? { status: 'ACSC' } : { status: 'RJCT', reason: 'AC01' };
  };
  const told = { messageId: `BANK-${round + 1}`, at: new Date('2026-06-30T03:00:00Z'), decide: decideOne };
  must(await desk.importAnswer(must(simulateBank(file, told), 'the bank')), 'take the bank’s answer');
  return made;
}

function accountsOf({ apply, correctedAccount }: Decided['scenario']): readonly string[] {
  return [apply.payee.account, ...(correctedAccount ? [correctedAccount] : [])];
}
