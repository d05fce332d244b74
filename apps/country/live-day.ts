import type { Agency } from '#apps/agency';
import { deliverWaiting } from '#apps/gateway';
import { addDays, type PlainDate } from '#basics';
import {
  applyForArrival,
  applyForDeparture,
  confirmArrival,
  creditArrivals,
  listTransfers,
  remindPartners,
  settleWaitingDepartures,
} from '#business/transfer';
import { applyWaiting } from '#engines/exchange';
import type { Log } from '#platform/log';
import { inTransaction } from '#platform/postgres';
import type { Bank } from './bank.ts';
import type { Mover, SimulatedRegion } from './draw-country.ts';
import { dueBatch, takeBankFile } from './finance.ts';
import { habits } from './habits.ts';
import type { InProcess } from './in-process.ts';
import type { Staff } from './staff.ts';

/** One agency of the country while it lives. */
export interface Living {
  readonly agency: Agency;
  readonly staff: Staff;
  readonly region: SimulatedRegion;
  /** Its place among the regions, by which its days at the desk are put apart from others'. */
  readonly place: number;
}

export interface CountryAlive {
  readonly living: readonly Living[];
  readonly bank: Bank;
  readonly exchange: InProcess;
  readonly log: Log;
  /** Agencies to which messages came that their desk has not looked at. */
  readonly unread: Set<string>;
  /** Ids of the movers at both agencies. */
  readonly idsOf: (mover: Mover) => { readonly here: string; readonly there: string };
  /** Answers of the banks to what was paid yesterday, by the agency's region. */
  readonly answers: Map<string, string>;
  /** Who was told at once what stands in the way, by code. */
  readonly turnedAway: Map<string, number>;
}

export interface WorkingDay {
  readonly on: PlainDate;
  /** How many working days there were before. */
  readonly count: number;
  readonly movers: readonly Mover[];
}

/** A working day: statements in the morning, who comes to the desk, what came by message, and finance last. */
export async function liveDay(country: CountryAlive, day: WorkingDay): Promise<void> {
  const { living, unread } = country;
  await sideBySide(living, (one) => readStatement(country, one, day));
  for (const mover of day.movers) await apply(country, mover);
  const open = living.filter(
    ({ region, place }) => (day.count + place) % habits[region.habit].deskEvery === 0,
  );
  await sideBySide(open, confirmAnnounced);
  do {
    for (const { region } of open) unread.delete(region.code);
    await sideBySide(open, (one) => workAtDesk(country, one));
  } while (open.some(({ region }) => unread.has(region.code)));
  const paying = living.filter(
    ({ region, place }) => (day.count + place) % habits[region.habit].financeEvery === 0,
  );
  await sideBySide(paying, (one) => pay(country, one));
}

const atOnce = 4;

/** A few agencies at a time: each has its own database, and the machine has few cores. */
export async function sideBySide<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const left = [...items];
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
    }),
  );
}

/** What the bank says of yesterday's payments, and what was booked until yesterday. */
async function readStatement(
  { bank, answers }: CountryAlive,
  { agency, staff }: Living,
  { on }: WorkingDay,
): Promise<void> {
  const answer = answers.get(agency.region);
  answers.delete(agency.region);
  if (answer !== undefined) await takeBankFile({ agency, staff, file: answer });
  const file = bank.statement(agency, addDays(on, -1));
  if (file === null) return;
  await takeBankFile({ agency, staff, file });
  await creditArrivals(agency);
}

/** At the agency that they come to, or at the one that they leave, which then tells the other. */
async function apply(country: CountryAlive, mover: Mover): Promise<void> {
  const { living, idsOf, turnedAway } = country;
  const [from, to] = [living[mover.from], living[mover.to]];
  if (!from || !to) throw new Error('somebody moves from or to nowhere');
  const { here, there } = idsOf(mover);
  const done =
    mover.appliesAt === 'there'
      ? await inTransaction(to.agency.database, (tx) =>
          applyForArrival(tx, {
            ...{ context: to.agency, caller: to.staff.clerk, personId: there, from: from.region.code },
            ...{ category: 'employment', certificateNumber: null },
          }),
        )
      : await inTransaction(from.agency.database, (tx) =>
          applyForDeparture(tx, {
            ...{ context: from.agency, caller: from.staff.clerk, personId: here, to: to.region.code },
          }),
        );
  if (done.ok) return;
  const { code } = done.refusal;
  turnedAway.set(code, (turnedAway.get(code) ?? 0) + 1);
}

/** Whoever was announced by the other agency comes to the desk when it next looks, and confirms. */
async function confirmAnnounced({ agency, staff }: Living): Promise<void> {
  const asked = { direction: 'in', states: ['announced'], officeId: null, dueOnOrBefore: null } as const;
  const page = { caller: staff.clerk, cursor: null, limit: 100 };
  const { items } = await listTransfers(agency.database, { ...asked, ...page });
  for (const { number } of items) {
    const doing = { context: agency, caller: staff.clerk, number, category: 'employment' } as const;
    await inTransaction(agency.database, (tx) => confirmArrival(tx, doing));
  }
}

async function workAtDesk({ exchange, log }: CountryAlive, { agency }: Living): Promise<void> {
  const { database, clock, seal } = agency;
  const { apply: applying, passing } = agency.exchange;
  if (!applying) throw new Error('an agency applies no messages');
  const onFault = (fault: unknown) => {
    throw fault;
  };
  const context = { database, clock, seal, apply: applying, passing, onFault };
  for (let applied = 1; applied > 0; ) ({ applied } = await applyWaiting(context));
  await settleWaitingDepartures(agency);
  await creditArrivals(agency);
  await remindPartners(agency);
  await deliverWaiting(agency, log, exchange.post);
}

async function pay({ bank, answers }: CountryAlive, { agency, staff }: Living): Promise<void> {
  const batch = await dueBatch(agency, staff);
  if (batch) answers.set(agency.region, bank.pay(agency, batch.xml));
}
