import { type PlainDate, shanghaiDate } from '#basics';
import { readPain001, simulateBank, type WrittenEntry, writeCamt053 } from '#business/payments';
import type { Chance } from './chance.testing.ts';
import { type Plot, type Region, regions } from './people.testing.ts';
import { accountOf } from './sim-agency.testing.ts';

/** A file of a bank that waits at an agency to be taken in. */
export interface BankFile {
  readonly name: string;
  readonly xml: string;
}

/** A payment that a bank has carried out. */
export interface Executed {
  readonly reference: string;
  readonly plot: Plot;
  readonly from: Region;
  readonly fen: bigint;
  readonly to: Region | 'person';
}

/** Money that came into the account of an agency. */
export interface Arrived {
  readonly at: Region;
  /** The bank's own reference of the entry. */
  readonly key: string;
  readonly plot: Plot;
  readonly fen: bigint;
}

export interface Banks {
  readonly executed: readonly Executed[];
  readonly arrived: readonly Arrived[];
  readonly rejected: ReadonlySet<string>;
  readonly inbox: Readonly<Record<Region, BankFile[]>>;
  /** What is in the accounts of both agencies, between them, with persons, and kept as fees. */
  total(): bigint;
  /** Whether something is under way that nobody was told of yet. */
  busy(): boolean;
  /** Carries our file out, once however often it comes. */
  take(region: Region, given: Given): void;
  closeDay(on: PlainDate, at: Date): void;
}

interface Given {
  readonly xml: string;
  readonly at: Date;
  readonly rejects: boolean;
  readonly plotOf: (reference: string) => Plot;
}

interface Account {
  balanceFen: bigint;
  sequence: number;
  entries: WrittenEntry[];
}

interface Transit {
  readonly payment: Executed;
  readonly to: Region;
  /** So many ends of a day more. */
  days: number;
}

const openingFen = 9_000_000_00n;
const feeFen = 100n;

interface Vault {
  readonly accounts: Readonly<Record<Region, Account>>;
  readonly inbox: Readonly<Record<Region, BankFile[]>>;
  readonly executed: Executed[];
  readonly arrived: Arrived[];
  readonly transit: Transit[];
  readonly rejected: Set<string>;
  /** Our files that were carried out. */
  readonly seen: Set<string>;
  /** How many ends of a day a remittance takes. */
  readonly daysOf: (plot: Plot) => number;
  fees: bigint;
}

/** The banks of both agencies; `late`: remittances may take days, as `chance` says. */
export function openBanks({
  chance,
  late,
}: {
  readonly chance: Chance;
  readonly late: () => boolean;
}): Banks {
  const account = (): Account => ({ balanceFen: openingFen, sequence: 0, entries: [] });
  const vault: Vault = {
    accounts: { '440300': account(), '510100': account() },
    inbox: { '440300': [], '510100': [] },
    ...{ executed: [], arrived: [], transit: [], rejected: new Set(), seen: new Set(), fees: 0n },
    daysOf: ({ name }) => (late() ? Math.floor(chance.at('bank', name) * 4) : 0),
  };
  const { accounts, inbox, executed, arrived, transit, rejected } = vault;
  return {
    ...{ executed, arrived, rejected, inbox },
    total: () =>
      regions.reduce((sum, region) => sum + accounts[region].balanceFen, vault.fees) +
      sumOf(transit.map(({ payment }) => payment)) +
      sumOf(executed.filter(({ to }) => to === 'person')),
    busy: () =>
      transit.length > 0 ||
      regions.some((region) => inbox[region].length > 0 || accounts[region].entries.length > 0),
    take: (region, given) => carryOut(vault, region, given),
    closeDay(on, at) {
      for (const one of transit.splice(0)) {
        if (one.days <= 0) arrive(vault, one, on);
        else transit.push({ ...one, days: one.days - 1 });
      }
      for (const region of regions) state(vault, region, { on, at });
    },
  };
}

/** What both banks have in hand at the beginning. */
export const inAllBanks = openingFen * BigInt(regions.length);

function carryOut(vault: Vault, region: Region, { xml, at, rejects, plotOf }: Given): void {
  const read = readPain001(xml);
  if (!read.ok) throw new Error('the bank cannot read our file');
  const { seen, inbox, rejected } = vault;
  if (seen.has(read.value.messageId)) return;
  seen.add(read.value.messageId);
  const bookedOn = shanghaiDate(at);
  const answer = simulateBank(xml, {
    ...{ messageId: `ANSWER-${seen.size}`, at },
    decide({ endToEndId: reference, amountFen: fen, accountNumber }) {
      const plot = plotOf(reference);
      const to = regions.find((one) => accountOf(one) === accountNumber) ?? 'person';
      if ((rejects || plot.story.bank === 'sends-back') && to !== 'person') {
        rejected.add(reference);
        return { status: 'RJCT', reason: 'AC01' };
      }
      leave(vault, { reference, plot, from: region, fen, to }, bookedOn);
      return { status: 'ACSC' };
    },
  });
  if (!answer.ok) throw new Error('the bank cannot answer our file');
  inbox[region].push({ name: `answer ${seen.size}`, xml: answer.value });
}

function enter({ accounts }: Vault, region: Region, entry: WrittenEntry): void {
  accounts[region].balanceFen += entry.direction === 'in' ? entry.amountFen : -entry.amountFen;
  accounts[region].entries.push(entry);
}

function leave(vault: Vault, payment: Executed, bookedOn: PlainDate): void {
  const { executed, transit, daysOf } = vault;
  executed.push(payment);
  const { from, to, fen: amountFen, reference: endToEndId } = payment;
  enter(vault, from, { reference: `O${executed.length}`, direction: 'out', amountFen, bookedOn, endToEndId });
  if (to !== 'person') transit.push({ payment, to, days: daysOf(payment.plot) });
}

function arrive(vault: Vault, { payment, to }: Transit, bookedOn: PlainDate): void {
  const { arrived } = vault;
  const { plot, fen, reference } = payment;
  const kept = plot.story.bank === 'keeps-a-fee' ? feeFen : 0n;
  vault.fees += kept;
  const key = `I${arrived.length + 1}`;
  const endToEndId = plot.story.bank === 'loses-the-reference' ? 'NOTPROVIDED' : reference;
  arrived.push({ at: to, key, plot, fen: fen - kept });
  const money = { direction: 'in', amountFen: fen - kept, bookedOn } as const;
  enter(vault, to, { ...money, reference: key, endToEndId, name: '对方医疗保障局' });
}

/** The statement of a day on which something was booked. */
function state(
  { accounts, inbox }: Vault,
  region: Region,
  { on, at }: { readonly on: PlainDate; readonly at: Date },
): void {
  const account = accounts[region];
  const { entries } = account;
  if (entries.length === 0) return;
  account.sequence += 1;
  const moved = entries.reduce(
    (sum, { direction, amountFen }) => sum + (direction === 'in' ? amountFen : -amountFen),
    0n,
  );
  const xml = writeCamt053({
    ...{ messageId: `STMT-${region}-${account.sequence}`, at, sequence: account.sequence, on },
    ...{ accountNumber: accountOf(region), openingFen: account.balanceFen - moved, entries: [...entries] },
  });
  inbox[region].push({ name: `statement of ${on}`, xml });
  entries.length = 0;
}

function sumOf(money: readonly { readonly fen: bigint }[]): bigint {
  return money.reduce((sum, { fen }) => sum + fen, 0n);
}
