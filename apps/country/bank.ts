import type { Agency } from '#apps/agency';
import { type PlainDate, shanghaiDate } from '#basics';
import {
  type ReadOrder,
  readPain001,
  type SimulatedPayment,
  simulateBank,
  type WrittenEntry,
  writeCamt053,
} from '#business/payments';
import { must } from './must.ts';
import { accountOf } from './place.ts';

/** The banks of all agencies of a simulation, which keep one account for each, and everybody else's money in one sum. */
export interface Bank {
  /** Reads an agency's file (`pain.001`), moves the money and answers (`pain.002`). */
  pay(agency: Agency, xml: string): string;
  /** The statement (`camt.053`) of an agency's account for a day; null where nothing was booked on it. */
  statement(agency: Agency, on: PlainDate): string | null;
  /** What stands in all accounts, is under way between two banks, and went to persons. Their sum never changes. */
  money(): BankMoney;
}

export interface BankMoney {
  readonly accountsFen: bigint;
  readonly underWayFen: bigint;
  readonly personsFen: bigint;
}

export interface BankHabits {
  /** The day on which a payment is booked on the payee's account; null sends it back. */
  readonly arrivesOn: (
    payment: SimulatedPayment,
    paid: { readonly from: string; readonly on: PlainDate },
  ) => PlainDate | null;
  /** What stands in each agency's account at first. */
  readonly openingFen: bigint;
}

export function simulatedBank(regions: readonly string[], { arrivesOn, openingFen }: BankHabits): Bank {
  const accounts = new Map(regions.map((region) => [accountOf(region), account(openingFen)]));
  let personsFen = 0n;
  function move(payment: SimulatedPayment, { order, from, on, arrives }: Move): void {
    const { endToEndId, amountFen, name, remark } = payment;
    const entry = { amountFen, endToEndId, remark };
    const [debit, credit] = [referenceOf('D', endToEndId), referenceOf('C', endToEndId)];
    from.entries.push({ ...entry, reference: debit, direction: 'out', bookedOn: on, name });
    const to = accounts.get(payment.accountNumber);
    if (to)
      to.entries.push({
        ...{ ...entry, reference: credit, direction: 'in', bookedOn: arrives, name: order.debtorName },
      });
    else personsFen += amountFen;
  }
  return {
    pay(agency, xml) {
      const order = must(readPain001(xml), 'read a file to the bank');
      const at = agency.clock.now();
      const on = shanghaiDate(at);
      const from = accounts.get(order.debtorAccount);
      if (!from) throw new Error(`no bank keeps the account ${order.debtorAccount}`);
      const answers = new Map(
        order.parts.flatMap(({ payments }) =>
          payments.map((payment) => {
            const arrives = arrivesOn(payment, { from: agency.region, on });
            if (arrives !== null) move(payment, { order, from, on, arrives });
            return [payment.endToEndId, arrives !== null] as const;
          }),
        ),
      );
      const decide = ({ endToEndId }: SimulatedPayment) => (answers.get(endToEndId) ? paid : sentBack);
      const messageId = `B-${order.messageId}`.slice(0, 35);
      return must(simulateBank(xml, { messageId, at, decide }), 'answer a file');
    },
    statement(agency, on) {
      const held = accounts.get(accountOf(agency.region));
      const entries = held?.entries.filter(({ bookedOn }) => bookedOn <= on) ?? [];
      if (!held || entries.length === 0) return null;
      held.entries = held.entries.filter(({ bookedOn }) => bookedOn > on);
      held.sequence += 1;
      const { closingFen: openingBefore, sequence } = held;
      held.closingFen = entries.reduce((sum, entry) => sum + signed(entry), openingBefore);
      return writeCamt053({
        ...{ messageId: `S-${agency.region}-${sequence}`, at: agency.clock.now(), sequence, on },
        ...{ accountNumber: accountOf(agency.region), openingFen: openingBefore, entries },
      });
    },
    money() {
      const all = [...accounts.values()];
      const waiting = all.flatMap(({ entries }) => entries);
      const sum = (amounts: readonly bigint[]) => amounts.reduce((total, amount) => total + amount, 0n);
      const outFen = sum(waiting.map((entry) => (entry.direction === 'out' ? entry.amountFen : 0n)));
      const underWayFen = sum(waiting.map((entry) => (entry.direction === 'in' ? entry.amountFen : 0n)));
      return { accountsFen: sum(all.map(({ closingFen }) => closingFen)) - outFen, underWayFen, personsFen };
    },
  };
}

const paid = { status: 'ACSC' };
const sentBack = { status: 'RJCT', reason: 'AC01' };

interface Move {
  readonly order: ReadOrder;
  readonly from: Account;
  readonly on: PlainDate;
  readonly arrives: PlainDate;
}

interface Account {
  /** Booked, and on no statement yet. */
  entries: WrittenEntry[];
  closingFen: bigint;
  sequence: number;
}

function account(openingFen: bigint): Account {
  return { entries: [], closingFen: openingFen, sequence: 0 };
}

function signed({ direction, amountFen }: WrittenEntry): bigint {
  return direction === 'in' ? amountFen : -amountFen;
}

/** At most 35 characters. */
function referenceOf(letter: string, endToEndId: string): string {
  return `${letter}${endToEndId.slice(-34)}`;
}
