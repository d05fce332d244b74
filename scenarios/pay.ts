import { type Fen, fen } from '#basics';
import { type SimulatedPayment, simulateBank } from '#business/payments';
import { type Decided, must, payeeMade } from './decide.ts';
import type { Desk } from './desk.ts';
import { courtDecides } from './heirs.ts';

/** One line of a bank file that went out, and what the bank made of it. */
export interface PaymentMade {
  readonly name: string;
  readonly accountNumber: string;
  readonly bankCode: string;
  readonly amountFen: Fen;
  readonly answer: 'pay' | 'return';
}

/**
 * Pays what was settled, one batch a round: built by finance, released by another of finance, answered by the bank as each
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
    for (const [name, paid] of made) payments.set(name, [...(payments.get(name) ?? []), ...paid]);
    const returned = due.filter(({ scenario }) =>
      made.get(scenario.name)?.some(({ answer }) => answer === 'return'),
    );
    for (const { scenario, number } of returned) {
      const payee = payeeMade({ ...scenario.apply.payee, account: scenario.correctedAccount ?? '' });
      must(await desk.correctPayee(number, payee), 'correct the payee');
    }
    const disputed = round === 0 ? due.filter(({ scenario }) => scenario.heirs?.court) : [];
    for (const { scenario, number, heirs: ids } of disputed)
      await courtDecides(desk, { scenario, number, ids });
    due = [...returned, ...disputed];
  }
  return payments;
}

interface Round {
  readonly due: readonly Decided[];
  readonly round: number;
}

async function payBatch(
  desk: Desk,
  { due, round }: Round,
): Promise<ReadonlyMap<string, readonly PaymentMade[]>> {
  const batchId = must(await desk.buildBatch(), 'build a batch');
  must(await desk.releaseBatch(batchId), 'release the batch');
  const file = must(await desk.exportBatch(batchId), 'export the bank file');
  const made = new Map<string, PaymentMade[]>();
  const decideOne = (payment: SimulatedPayment) => {
    const paid = due.find(({ scenario }) => accountsOf(scenario).includes(payment.accountNumber));
    if (!paid) throw new Error(`the bank file pays ${payment.accountNumber}, which no scenario asked for`);
    const answer = paid.scenario.bank[round] ?? 'pay';
    const { name, accountNumber, bankCode, amountFen } = payment;
    const before = made.get(paid.scenario.name) ?? [];
    const one = { name, accountNumber, bankCode, amountFen: fen(amountFen), answer };
    made.set(paid.scenario.name, [...before, one]);
    return answer === 'pay' ? { status: 'ACSC' } : { status: 'RJCT', reason: 'AC01' };
  };
  const told = { messageId: `BANK-${round + 1}`, at: new Date('2026-06-30T03:00:00Z'), decide: decideOne };
  must(await desk.importAnswer(must(simulateBank(file, told), 'the bank')), 'take the bank’s answer');
  return made;
}

function accountsOf({ apply, correctedAccount, heirs }: Decided['scenario']): readonly string[] {
  const theirs = (heirs?.people ?? []).flatMap(({ account }) => (account === undefined ? [] : [account]));
  return [apply.payee.account, ...(correctedAccount ? [correctedAccount] : []), ...theirs];
}
