import { setTimeout as pause } from 'node:timers/promises';
import { type Bank, dueBatch, must, simulatedBank, takeBankFile } from '#apps/country';
import { deliverWaiting, postMessage } from '#apps/gateway';
import { shanghaiDate } from '#basics';
import { applyForArrival, creditArrivals } from '#business/transfer';
import type { Log } from '#platform/log';
import { inTransaction } from '#platform/postgres';
import type { StepTimes } from './step-times.ts';
import { type Queues, queuesOf } from './transfers.store.ts';
import type { Turnstile } from './turnstile.ts';
import type { Side, TwoAgencies } from './two-agencies.ts';

export interface Traffic {
  /** How many people apply each second, whatever is still under way. */
  readonly rate: number;
  /** After how long the next day begins, on which the banks tell of the last one. */
  readonly dayMs: number;
  readonly times: StepTimes;
  readonly gate: Turnstile;
  readonly log: Log;
  readonly onCounted: (counted: Counted) => void;
}

export interface Counted {
  readonly seconds: number;
  readonly leaving: Queues;
  readonly coming: Queues;
}

interface Driving extends Traffic {
  readonly two: TwoAgencies;
  readonly bank: Bank;
  /** Files of the bank that wait to be taken in. */
  readonly answers: string[];
  readonly over: AbortController;
}

/** Everybody applies, and everything goes on side by side until the last transfer is over on both sides; answers the seconds. */
export async function drive(two: TwoAgencies, traffic: Traffic): Promise<number> {
  const bank = simulatedBank(['440300', '510100'], {
    arrivesOn: (_, { on }) => on,
    openingFen: 500_000_000_00n,
  });
  const driving = { ...traffic, two, bank, answers: [], over: new AbortController() };
  const start = performance.now();
  const loops = [
    everySoOften(driving, 20, () => deliver(driving, two.leaving)),
    everySoOften(driving, 20, () => deliver(driving, two.coming)),
    everySoOften(driving, 500, () => pay(driving)),
    everySoOften(driving, 20, () => takeAnswers(driving)),
    everySoOften(driving, traffic.dayMs, () => nextDay(driving), true),
    applyAll(driving, start),
  ];
  const ended = untilOver(driving, start);
  // Whatever stops one of them stops all.
  await Promise.race([ended, Promise.all(loops)]).finally(() => driving.over.abort());
  await Promise.all(loops);
  return ended;
}

async function untilOver({ two, over, onCounted }: Driving, start: number): Promise<number> {
  for (;;) {
    const [leaving, coming] = await Promise.all([
      queuesOf(two.leaving.agency.database),
      queuesOf(two.coming.agency.database),
    ]);
    const seconds = (performance.now() - start) / 1000;
    onCounted({ seconds, leaving, coming });
    if (Math.min(leaving.completed, coming.completed) >= two.persons.length || over.signal.aborted)
      return seconds;
    await pause(2_000, undefined, { signal: over.signal }).catch(() => undefined);
  }
}

async function everySoOften(
  { over, gate }: Driving,
  milliseconds: number,
  work: () => Promise<void>,
  byItself = false,
): Promise<void> {
  while (!over.signal.aborted) {
    await pause(milliseconds, undefined, { signal: over.signal }).catch(() => undefined);
    if (!over.signal.aborted) await (byItself ? work() : gate.together(work));
  }
}

/** Times are counted from when somebody was due to apply: who has to wait for others has waited. */
async function applyAll({ two, rate, times, gate, over }: Driving, start: number): Promise<void> {
  const { agency: context, staff } = two.coming;
  const asked = { context, caller: staff.clerk, from: two.leaving.agency.region };
  const applied: Promise<void>[] = [];
  for (const [place, personId] of two.persons.entries()) {
    const due = start + (place * 1000) / rate;
    await pause(Math.max(0, due - performance.now()), undefined, { signal: over.signal }).catch(
      () => undefined,
    );
    if (over.signal.aborted) break;
    applied.push(
      gate.together(async () => {
        const application = { ...asked, personId, category: 'employment', certificateNumber: null } as const;
        must(await inTransaction(context.database, (tx) => applyForArrival(tx, application)), 'apply');
        times.note('apply', performance.now() - due);
      }),
    );
  }
  await Promise.all(applied);
}

function deliver({ times, log }: Driving, { agency }: Side): Promise<void> {
  return deliverWaiting(agency, log, (gateway, text) =>
    times.timed('deliver: verify, keep, receipt', () => postMessage(gateway, text)),
  );
}

/** What has come due since the last batch goes to the bank. */
async function pay({ two, bank, times, answers }: Driving): Promise<void> {
  const { agency, staff } = two.leaving;
  const steps = { build: 'batch: build', approve: 'batch: approve', export: 'batch: export' } as const;
  const batch = await dueBatch(agency, staff, (step, work) => times.timed(steps[step], work));
  if (batch) answers.push(bank.pay(agency, batch.xml));
}

/** The bank's answers are taken in beside, while finance makes the next batch. */
async function takeAnswers({ two, times, answers }: Driving): Promise<void> {
  const { agency, staff } = two.leaving;
  for (let file = answers.shift(); file !== undefined; file = answers.shift()) {
    const onLine = eachLine(times, 'answer of the bank, a line: paid, advised');
    await takeBankFile({ agency, staff, file, onLine });
  }
}

/** The clocks of both move at once, with nothing under way; then both banks tell of the day that is over. */
async function nextDay({ two, bank, times, gate }: Driving): Promise<void> {
  const on = shanghaiDate(two.coming.agency.clock.now());
  await gate.alone(() => two.place.moveDays(1));
  await gate.together(async () => {
    for (const { agency, staff } of [two.leaving, two.coming]) {
      const file = bank.statement(agency, on);
      const onLine = eachLine(times, 'statement, a line');
      if (file !== null) await takeBankFile({ agency, staff, file, onLine });
    }
    const start = performance.now();
    const credited = await creditArrivals(two.coming.agency);
    for (const _ of credited) times.note('credit', (performance.now() - start) / credited.length);
  });
}

function eachLine(times: StepTimes, step: string): () => void {
  let last = performance.now();
  return () => {
    times.note(step, performance.now() - last);
    last = performance.now();
  };
}
