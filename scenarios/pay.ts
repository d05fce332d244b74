import { type Fen, fen, plainDate } from '#basics';
import {
  readPain001,
  type SimulatedPayment,
  simulateBank,
  type WrittenEntry,
  writeCamt053,
} from '#business/payments';
import { type Decided, must, payeeMade } from './decide.ts';
import type { Desk } from './desk.ts';
import { courtDecides } from './heirs.ts';
import type { Scenario } from './scenario.ts';

/** One line of a bank file that went out, and what the bank made of it. */
export interface PaymentMade {
  readonly name: string;
  readonly accountNumber: string;
  readonly bankCode: string;
  readonly amountFen: Fen;
  readonly answer: Scenario['bank'][number];
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
    for (const [name, paid] of made) payments.set(name, [...(payments.get(name) ?? []), ...paid]);
    const returned = due.filter(({ scenario }) =>
      made.get(scenario.name)?.some(({ answer }) => answer.startsWith('return')),
    );
    for (const { scenario, number } of returned) {
      const { apply, correctedAccount = '', correctedPayee } = scenario;
      const payee = payeeMade(correctedPayee ?? { ...apply.payee, account: correctedAccount });
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
  const batch = must(await desk.buildBatch(), 'build a batch');
  const { batchId } = batch;
  must(await desk.approveBatch(batch), 'approve the batch');
  const file = must(await desk.exportBatch(batchId), 'export the bank file');
  const made = new Map<string, PaymentMade[]>();
  const later: SimulatedPayment[] = [];
  const decideOne = (payment: SimulatedPayment) => {
    const paid = due.find(({ scenario }) => accountsOf(scenario).includes(payment.accountNumber));
    if (!paid) throw new Error(`the bank file pays ${payment.accountNumber}, which no scenario asked for`);
    const answer = paid.scenario.bank[round] ?? 'pay';
    const { name, accountNumber, bankCode, amountFen } = payment;
    const before = made.get(paid.scenario.name) ?? [];
    const one = { name, accountNumber, bankCode, amountFen: fen(amountFen), answer };
    made.set(paid.scenario.name, [...before, one]);
    if (answer === 'return-later') later.push(payment);
    return answer === 'return' ? { status: 'RJCT', reason: 'AC01' } : { status: 'ACSC' };
  };
  const told = { messageId: `BANK-${round + 1}`, at: new Date('2026-06-30T03:00:00Z'), decide: decideOne };
  must(await desk.importAnswer(must(simulateBank(file, told), 'the bank')), 'take the bank’s answer');
  if (later.length > 0) must(await desk.importAnswer(statementOf(file, later)), 'take the bank’s statement');
  return made;
}

/** The bank's statement of the day, on which payments leave our account and come back again. */
function statementOf(file: string, payments: readonly SimulatedPayment[]): string {
  const on = plainDate('2026-06-30');
  const accountNumber = must(readPain001(file), 'read our own file').debtorAccount;
  const moved = payments.flatMap(({ endToEndId, amountFen, name }, place): readonly WrittenEntry[] => [
    { reference: `D${place}`, direction: 'out', amountFen, bookedOn: on, endToEndId, name },
    { reference: `R${place}`, direction: 'in', amountFen, bookedOn: on, endToEndId, name, returned: 'AC04' },
  ]);
  const statement = {
    messageId: 'STMT-1',
    at: new Date('2026-06-30T09:00:00Z'),
    accountNumber,
    sequence: 1,
    on,
  };
  return writeCamt053({ ...statement, openingFen: 500_000_000_00n, entries: moved });
}

function accountsOf({ apply, correctedAccount, correctedPayee, heirs }: Scenario): readonly string[] {
  const theirs = (heirs?.people ?? []).flatMap(({ account }) => account ?? []);
  return [apply.payee.account, correctedAccount ?? '', correctedPayee?.account ?? '', ...theirs];
}
