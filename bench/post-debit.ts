import { confirmPayment } from '#business/card';
import { type Database, inTransaction } from '#platform/postgres';
import { makeSeal } from '#platform/seal';
import { testIds } from '#platform/testing';
import { type Figure, figure } from './figure.ts';
import { withOwnDatabase } from './own-database.ts';
import {
  fillPayments,
  fillPeople,
  makeTransfer,
  merchant,
  transfer,
  warmUp,
  writePlainly,
} from './post-debit.store.ts';

const clients = 32;
const people = 2_000;
const milliseconds = Number(process.env.SUIXING_BENCH_MS ?? '3000');
const rounds = 5;
/** Payments that were confirmed before the measurement begins. */
const warmed = 4_000;

/**
 * A debit with its authority: a card payment confirmed through the use case, by 32 clients, beside the plainest statement
 * that writes the same rows; and debits into one account of the fund beside debits spread over many.
 */
export function run(): Promise<readonly Figure[]> {
  return withOwnDatabase(clients, async ({ migrator, superuser, app }) => {
    await fillPeople(migrator, people);
    await warmUp(migrator, { to: warmed, people });
    return [...(await debits({ superuser, app })), await fundAccounts(superuser)];
  });
}

interface Place {
  readonly superuser: Database;
  readonly app: Database;
}

/** Both side by side in turns, so that a disturbance hits both. */
async function debits({ superuser, app }: Place): Promise<readonly Figure[]> {
  const ours: number[] = [];
  const plain: number[] = [];
  let next = warmed + 1;
  for (let round = 0; round < rounds; round += 1) {
    const enough = 5 * milliseconds;
    const from = next;
    await fillPayments(superuser, { from, to: from + 2 * enough, people });
    const confirm = confirmer(app);
    ours.push(await crowd(() => confirm(next++)));
    next = from + enough;
    plain.push(await crowd(() => writePlainly(superuser, next++, people)));
    next = from + 2 * enough + 1;
  }
  return [
    figure({
      name: `a card payment confirmed with its authority, ${clients} clients`,
      perSecond: middle(ours),
      against: 'the plainest statement that writes the same rows',
      againstPerSecond: middle(plain),
      target: 0.5,
    }),
  ];
}

function confirmer(app: Database): (n: number) => Promise<void> {
  const seal = makeSeal({
    keys: [new Uint8Array(32)],
    random: (count) => new Uint8Array(count),
  });
  const context = { clock: { now: () => new Date() }, ids: testIds(1), seal };
  const caller = {
    kind: 'integrator',
    id: merchant.id,
    token: merchant.token,
    roles: ['integrator'],
  } as never; // what the use case asks of a merchant
  return async (n) => {
    const done = await inTransaction(app, (tx) =>
      confirmPayment(tx, { context, caller, reference: `ref-${n}`, amountFen: null }),
    );
    if (!done.ok) throw new Error(`${n}: ${done.refusal.code}`);
  };
}

async function fundAccounts(superuser: Database): Promise<Figure> {
  await makeTransfer(superuser);
  const one: number[] = [];
  const spread: number[] = [];
  let next = 1;
  const debit = (to: (n: number) => string) => () => {
    const n = next++;
    return transfer(superuser, { owner: `psn_${1 + (n % people)}`, journal: `trf_${n}`, to: to(n) });
  };
  for (let round = 0; round < rounds; round += 1) {
    one.push(await crowd(debit(() => 'clearing:510100')));
    spread.push(await crowd(debit((n) => `clearing:5101${String(n % clients).padStart(2, '0')}`)));
  }
  return figure({
    name: `debits into one account of the fund, ${clients} clients`,
    perSecond: middle(one),
    against: `debits spread over ${clients} accounts of the fund`,
    againstPerSecond: middle(spread),
    target: 0.9,
  });
}

/** How often a second all clients together did it. */
async function crowd(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  let done = 0;
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (performance.now() - start < milliseconds) {
        await work();
        done += 1;
      }
    }),
  );
  return (done / (performance.now() - start)) * 1000;
}

function middle(runs: readonly number[]): number {
  return [...runs].sort((a, b) => a - b)[Math.floor(runs.length / 2)] ?? 0;
}
