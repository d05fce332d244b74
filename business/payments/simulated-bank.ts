import { createHash } from 'node:crypto';
import { addDays, type PlainDate, plainDate } from '#basics';
import { type ReadOrder, readPain001, type SimulatedPayment, writePain002 } from './bank-simulator.ts';
import { type WrittenEntry, writeCamt053 } from './write-camt053.ts';

/** How a simulated bank behaves: how many of a hundred payments it treats which way. */
export const bankProfiles = {
  prompt: { pay: 100 },
  mixed: { pay: 70, reject: 10, return: 10, delay: 10 },
  rejecting: { reject: 100 },
  returning: { return: 100 },
  slow: { delay: 100 },
  /** Pays, and says so on the statement only. */
  silent: { silent: 100 },
  /** Like `mixed`, and its statements have lines that nobody expects. */
  untidy: { pay: 70, reject: 10, return: 10, delay: 10 },
} as const satisfies Readonly<Record<string, Partial<Record<Treatment, number>>>>;

export type BankProfile = keyof typeof bankProfiles;
export type Treatment = 'pay' | 'reject' | 'return' | 'delay' | 'silent';

/** What the bank keeps from day to day; whole as JSON. */
export interface BankState {
  readonly balanceFen: string;
  readonly sequence: number;
  readonly lastOn: string | null;
  readonly accountNumber: string | null;
  /** Files that it has read. */
  readonly seen: readonly string[];
  readonly pending: readonly Pending[];
  /** What comes in from elsewhere, and has not been booked; absent where nothing ever came. */
  readonly coming?: readonly Coming[];
}

/** Money that another bank sent to the account. */
export interface Coming {
  readonly endToEndId: string;
  readonly amountFen: string;
  /** Who sent it. */
  readonly name: string;
}

/** Books what came in from elsewhere with the next day. */
export function receiveMoney(state: BankState, money: readonly Coming[]): BankState {
  return money.length === 0 ? state : { ...state, coming: [...(state.coming ?? []), ...money] };
}

/** What it does on a later day: pays what it delayed, or sends back what it had paid. */
interface Pending {
  readonly dueOn: string;
  readonly kind: 'pay' | 'return';
  readonly file: Pick<ReadOrder, 'messageId' | 'count' | 'sum'>;
  readonly part: string;
  readonly endToEndId: string;
  readonly amountFen: string;
  readonly name: string;
  readonly reason: string;
}

export function newBank(balanceFen: bigint): BankState {
  return {
    ...{ balanceFen: `${balanceFen}`, sequence: 0, lastOn: null, accountNumber: null },
    ...{ seen: [], pending: [] },
  };
}

export interface BankDay {
  readonly on: PlainDate;
  readonly at: Date;
  readonly profile: BankProfile;
  readonly seed: number;
  /** Our files (`pain.001`), in any order; what the bank has read before, and what is none, it leaves aside. */
  readonly files: readonly string[];
  /** Whose account it is where no file has said so yet. */
  readonly accountNumber?: string;
  /** What it does with a payment whatever the profile says. */
  readonly treat?: (payment: SimulatedPayment) => Treatment | null;
}

export interface BankOutput {
  readonly state: BankState;
  /** Answers (`pain.002`), then the day's statement (`camt.053`). */
  readonly files: readonly { readonly name: string; readonly xml: string }[];
  /** What left at once, and to which account: another bank books it there. */
  readonly left: readonly SimulatedPayment[];
}

/**
 * One day of a bank, for demonstrations and tests: it answers the files that it finds, pays, rejects, delays and returns by its
 * profile, and writes the day's statement. The same state, files and seed give the same bytes.
 */
export function bankDay(state: BankState, day: BankDay): BankOutput {
  if (state.lastOn !== null && day.on <= state.lastOn) return { state, files: [], left: [] };
  const orders = newOrders(state, day);
  const planned = orders.flatMap((order) => plansOf(order, day));
  const due = state.pending.filter(({ dueOn }) => dueOn <= day.on);
  const accountNumber = orders[0]?.debtorAccount ?? state.accountNumber ?? day.accountNumber ?? null;
  const sequence = state.sequence + 1;
  const entries = [
    ...planned.flatMap((plan) => entryOf(plan, day)),
    ...due.map((one) => pendingEntry(one, day)),
    ...(state.coming ?? []).map((one) => comingEntry(one, day)),
    ...(day.profile === 'untidy' ? strangers(day) : []),
  ];
  const balance = entries.reduce(
    (sum, { direction, amountFen }) => sum + (direction === 'in' ? amountFen : -amountFen),
    BigInt(state.balanceFen),
  );
  const stamp = day.on.replaceAll('-', '');
  const answers = [...orders.map((order) => answerTo(order, day)), ...lateAnswers(due, day)].filter(
    (xml) => xml !== null,
  );
  const statement =
    accountNumber === null
      ? null
      : writeCamt053({
          ...{ messageId: `STMT-${stamp}`, at: day.at, accountNumber, sequence, on: day.on, entries },
          openingFen: BigInt(state.balanceFen),
        });
  return {
    state: {
      ...{ balanceFen: `${balance}`, sequence, lastOn: day.on, accountNumber },
      seen: [...state.seen, ...orders.map(({ messageId }) => messageId)],
      pending: [
        ...state.pending.filter(({ dueOn }) => dueOn > day.on),
        ...planned.flatMap((plan) => pendingOf(plan, day)),
      ],
      coming: [],
    },
    files: [
      ...answers.map((xml, place) => ({ name: `pain.002-${stamp}-${place + 1}.xml`, xml })),
      ...(statement === null ? [] : [{ name: `camt.053-${stamp}.xml`, xml: statement }]),
    ],
    left: planned.flatMap(({ payment, treatment }) =>
      treatment === 'pay' || treatment === 'silent' ? [payment] : [],
    ),
  };
}

interface Plan {
  readonly order: ReadOrder;
  readonly part: string;
  readonly payment: SimulatedPayment;
  readonly treatment: Treatment;
}

function newOrders(state: BankState, { files }: BankDay): readonly ReadOrder[] {
  const read = files.flatMap((file) => {
    const order = readPain001(file);
    return order.ok && !state.seen.includes(order.value.messageId) ? [order.value] : [];
  });
  const byId = new Map(read.map((order) => [order.messageId, order]));
  return [...byId.values()].toSorted((a, b) => (a.messageId < b.messageId ? -1 : 1));
}

function plansOf(order: ReadOrder, day: BankDay): readonly Plan[] {
  return order.parts.flatMap(({ id: part, payments }) =>
    payments.map((payment) => ({ order, part, payment, treatment: treatmentOf(payment, day) })),
  );
}

function treatmentOf(payment: SimulatedPayment, { profile, seed, treat }: BankDay): Treatment {
  const told = treat?.(payment);
  if (told) return told;
  let left = drawn(seed, payment.endToEndId, 100);
  for (const [treatment, share] of Object.entries(bankProfiles[profile])) {
    left -= share;
    if (left < 0) return treatment as Treatment; // the keys of the profiles
  }
  return 'pay';
}

/** A number below `below`, the same for the same seed and text. */
function drawn(seed: number, text: string, below: number): number {
  return createHash('sha256').update(`${seed}|${text}`, 'utf8').digest().readUInt32BE(0) % below;
}

const rejections = ['AC01', 'AC04', 'RC01'] as const;
const returns = ['AC01', 'AC04', 'AC06', 'BE04'] as const;

function reasonOf(reasons: readonly string[], { seed }: BankDay, id: string): string {
  return reasons[drawn(seed, `why ${id}`, reasons.length)] ?? 'AC01';
}

function answerTo(order: ReadOrder, day: BankDay): string | null {
  const decide = (payment: SimulatedPayment) => {
    switch (treatmentOf(payment, day)) {
      case 'reject':
        return { status: 'RJCT', reason: reasonOf(rejections, day, payment.endToEndId) };
      case 'delay':
        return { status: 'ACSP' };
      case 'silent':
        return null;
      default:
        return { status: 'ACSC' };
    }
  };
  const silent = order.parts.every(({ payments }) => payments.every((payment) => decide(payment) === null));
  return silent
    ? null
    : writePain002(order, { messageId: answerId(order.messageId, day), at: day.at, decide });
}

function answerId(messageId: string, { on }: BankDay): string {
  return `B${on.replaceAll('-', '').slice(2)}-${messageId.slice(-26)}`;
}

/** What was delayed is confirmed on the day on which it is paid. */
function lateAnswers(due: readonly Pending[], day: BankDay): readonly string[] {
  const paid = due.filter(({ kind }) => kind === 'pay');
  const files = [...new Set(paid.map(({ file }) => file.messageId))];
  return files.map((messageId) => {
    const lines = paid.filter(({ file }) => file.messageId === messageId);
    const file = lines[0]?.file ?? { messageId, count: '', sum: '' };
    const parts = [...new Set(lines.map(({ part }) => part))].map((id) => ({
      id,
      payments: lines
        .filter(({ part }) => part === id)
        .map(({ endToEndId, amountFen, name }) => ({
          ...{ endToEndId, name, amountFen: BigInt(amountFen) },
          ...{ accountNumber: '', bankCode: '', remark: '' },
        })),
    }));
    const simulation = {
      messageId: answerId(messageId, day),
      at: day.at,
      decide: () => ({ status: 'ACSC' }),
    };
    return writePain002({ ...file, parts }, simulation);
  });
}

function entryOf({ payment, treatment }: Plan, { on }: BankDay): readonly WrittenEntry[] {
  if (treatment === 'reject' || treatment === 'delay') return [];
  const { endToEndId, amountFen, name } = payment;
  return [
    { reference: referenceOf(endToEndId, 'D'), direction: 'out', amountFen, bookedOn: on, endToEndId, name },
  ];
}

/** At most 35 characters. */
function referenceOf(endToEndId: string, letter: string): string {
  return `${letter}${endToEndId.slice(-34)}`;
}

function pendingOf({ order, part, payment, treatment }: Plan, day: BankDay): readonly Pending[] {
  if (treatment !== 'return' && treatment !== 'delay') return [];
  const { endToEndId, amountFen, name } = payment;
  const days = 1 + drawn(day.seed, `days ${endToEndId}`, treatment === 'return' ? 4 : 2);
  const { messageId, count, sum } = order;
  return [
    {
      ...{ dueOn: addDays(day.on, days), kind: treatment === 'return' ? 'return' : 'pay' },
      ...{ file: { messageId, count, sum }, part, endToEndId, amountFen: `${amountFen}`, name },
      reason: reasonOf(returns, day, endToEndId),
    },
  ];
}

function pendingEntry(one: Pending, { on }: BankDay): WrittenEntry {
  const { endToEndId, name, reason } = one;
  const shared = { amountFen: BigInt(one.amountFen), bookedOn: on, endToEndId, name };
  return one.kind === 'pay'
    ? { ...shared, reference: referenceOf(endToEndId, 'D'), direction: 'out' }
    : { ...shared, reference: referenceOf(endToEndId, 'R'), direction: 'in', returned: reason };
}

function comingEntry({ endToEndId, amountFen, name }: Coming, { on }: BankDay): WrittenEntry {
  return {
    ...{ reference: referenceOf(endToEndId, 'I'), direction: 'in', amountFen: BigInt(amountFen) },
    ...{ bookedOn: on, endToEndId, name },
  };
}

/** What nobody expects: the bank's charges, and money from somebody who names nothing. */
function strangers({ on, seed }: BankDay): readonly WrittenEntry[] {
  const stamp = on.replaceAll('-', '');
  return [
    {
      ...{
        reference: `C${stamp}`,
        direction: 'out',
        amountFen: BigInt(100 + drawn(seed, `c${stamp}`, 4_900)),
      },
      ...{ bookedOn: plainDate(on), remark: '账户服务费' },
    },
    {
      ...{
        reference: `U${stamp}`,
        direction: 'in',
        amountFen: BigInt(1_000 + drawn(seed, `u${stamp}`, 99_000)),
      },
      ...{ bookedOn: plainDate(on), name: '来款人不明', remark: '往来款' },
    },
  ];
}
