import fc from 'fast-check';
import { expect, test } from 'vitest';
import { paymentsProofs } from '#business/payments';
import { ledgerProofs } from '#engines/ledger';
import type { Proof } from '#platform/postgres';
import { testDatabase, testOffice, testPerson } from '#platform/testing';
import {
  acceptSql,
  account,
  type Leg,
  lineSql,
  outcomeOf,
  payeeSql,
  receiveSql,
  settleSql,
  stand,
  takeBackSql,
  testAnswer,
  testArrival,
  testSend,
  testStatement,
  testTransfer,
  testWord,
} from './legs.testing.store.ts';
import { transferProofs } from './proofs.ts';

/** One balance that leaves, against a model of a few lines that says what is possible and where the money is. */
const db = await testDatabase();
await testOffice(db);
await db.migrator.rows(`INSERT INTO interest_rate VALUES ('carried-over', '2015-10-24', 11000, 360)`);
await testStatement(db);

interface Model {
  accepted: boolean;
  named: number;
  settled: boolean;
  refused: boolean;
  /** Where the money is. */
  place: 'account' | 'clearing' | 'away';
  /** Taken back for good. */
  back: boolean;
  attempts: number;
  /** With the bank, which has not answered. */
  pending: boolean;
  /** After how many named accounts the last payment came back. */
  failedAt: number;
}

const newModel = (): Model => ({
  ...{ accepted: false, named: 0, settled: false, refused: false, place: 'account', back: false },
  ...{ attempts: 0, pending: false, failedAt: 0 },
});

interface Run extends Leg {
  words: number;
  amountFen: bigint;
}

interface Command {
  readonly possible: (model: Model) => boolean;
  readonly run: (run: Run, model: Model) => Promise<unknown>;
  readonly change: (model: Model) => void;
}

let lines = 0;
const open = ({ settled, back }: Model) => settled && !back;

const commands: Readonly<Record<string, Command>> = {
  accept: {
    possible: ({ accepted }) => !accepted,
    run: async (run, { accepted }) => {
      const id = `${run.caseId}-letter-${run.words++}`;
      await testWord(db, run, { id, type: 'contact-letter', figures: { acceptsBalance: true, account } });
      await db.app.rows(acceptSql(run, id));
      if (!accepted) await stand(db, run, 'accepted');
    },
    change: (model) => (model.accepted = true),
  },
  name: {
    possible: ({ settled, back, attempts, pending, place, failedAt }) =>
      !settled || (!back && attempts > 0 && !pending && place === 'clearing' && failedAt > 0),
    run: async (run) => {
      const id = `${run.caseId}-details-${run.words++}`;
      await testWord(db, run, { id, type: 'account-details', figures: { account } });
      await db.app.rows(payeeSql(run, id));
    },
    change: (model) => (model.named += 1),
  },
  settle: {
    possible: ({ accepted, settled, named, refused }) => accepted && !settled && named > 0 && !refused,
    run: (run) => db.app.rows(settleSql(run)),
    change: (model) => Object.assign(model, { settled: true, place: 'clearing' }),
  },
  send: {
    possible: (model) =>
      open(model) && model.place === 'clearing' && !model.pending && model.named > model.failedAt,
    run: (run, { attempts }) => testSend(db, run, attempts + 1),
    change: (model) => Object.assign(model, { attempts: model.attempts + 1, pending: true }),
  },
  paid: {
    possible: ({ pending }) => pending,
    run: (run, { attempts }) => answered(run, attempts, 'paid'),
    change: (model) => Object.assign(model, { pending: false, place: 'away' }),
  },
  rejected: {
    possible: ({ pending }) => pending,
    run: (run, { attempts }) => answered(run, attempts, 'returned'),
    change: (model) => Object.assign(model, { pending: false, failedAt: model.named }),
  },
  'sent-back': {
    possible: ({ place }) => place === 'away',
    run: (run, { attempts }) => bankReturns(run, attempts),
    change: (model) => Object.assign(model, { place: 'clearing', failedAt: model.named }),
  },
  refuse: {
    possible: ({ accepted }) => accepted,
    run: async (run, { accepted }) => {
      const figures = { amountFen: `${run.amountFen}`, reference: `back-${run.caseId}` };
      const id = `${run.caseId}-refusal-${run.words++}`;
      if (!accepted) throw new Error('nothing was accepted');
      await testWord(db, run, { id, type: 'balance-refused', figures });
    },
    change: (model) => (model.refused = true),
  },
  'take-back': {
    possible: (model) => open(model) && model.refused && !model.pending && model.place === 'clearing',
    run: async (run) => db.app.rows(takeBackSql(run, await lastRefusal(run))),
    change: (model) => Object.assign(model, { place: 'account', back: true }),
  },
  'came-back': {
    possible: (model) => open(model) && model.refused && model.place === 'away',
    run: async (run) => {
      lines += 1;
      const key = `B-${lines}`;
      await testArrival(db, { key, no: lines, fen: run.amountFen, under: `back-${run.caseId}` });
      const { state } = (await db.app.row<{ state: string }>(
        'SELECT state FROM case_file WHERE owner_id = $1 AND id = $2',
        [run.owner, run.caseId],
      )) ?? { state: '' };
      await stand(db, run, 'awaiting-money-back');
      await db.app.rows(receiveSql(run, key, await lastRefusal(run))).finally(() => stand(db, run, state));
    },
    change: (model) => Object.assign(model, { place: 'account', back: true }),
  },
};

/** The same answer once more is no news. */
async function answered(run: Run, attempt: number, result: 'paid' | 'returned'): Promise<void> {
  if (!(await testAnswer(db, run, { attempt, result }))) throw new Error('answered before');
}

async function lastRefusal({ owner }: Run): Promise<string> {
  const row = await db.app.row<{ id: string }>(
    `SELECT message_id AS id FROM partner_word WHERE owner_id = $1 AND type = 'balance-refused' ORDER BY kept_at DESC LIMIT 1`,
    [owner],
  );
  return row?.id ?? 'none';
}

async function bankReturns({ owner, caseId, amountFen }: Run, attempt: number): Promise<void> {
  lines += 1;
  const order = `ord_${caseId}`;
  const row = await db.app.row<{ outcome: string }>(
    lineSql({
      ...{ line_key: `R-${lines}`, line_no: lines, amount_fen: `${amountFen}`, is_return: true },
      ...{ target_owner: owner, target_order: order, target_attempt: attempt },
      end_to_end_id: `${order.replaceAll('_', '-')}-${attempt}`,
    }),
  );
  if (row?.outcome !== 'returned') throw new Error(`the line is ${row?.outcome}`);
}

async function broken(proofs: readonly Proof[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const proof of proofs) {
    const { broken: rows } = await proof.run(db.app, () => undefined);
    found.push(...rows.map(({ row }) => `${proof.name}: ${row}`));
  }
  return found;
}

/** Where a person's money is by the books; what the bank paid out and got back counts as away. */
async function whereItIs(owner: string): Promise<Record<string, bigint>> {
  const row = await db.app.row<Record<'account' | 'clearing' | 'away', bigint>>(
    `SELECT (SELECT balance_fen FROM personal_account WHERE owner_id = $1) AS account,
            coalesce(sum(CASE WHEN credit LIKE 'clearing:%' THEN amount_fen WHEN debit LIKE 'clearing:%' THEN -amount_fen END), 0)::bigint AS clearing,
            coalesce(sum(CASE WHEN purpose = 'transfer-payment' THEN amount_fen
                              WHEN purpose = 'transfer-return' AND debit = 'bank' THEN -amount_fen
                              WHEN purpose = 'transfer-receipt' THEN -amount_fen END), 0)::bigint AS away
       FROM posting WHERE owner_id = $1`,
    [owner],
  );
  return row ?? {};
}

/** A second refusal, and another account while none is asked for, are possible and lead nowhere. */
function isNews(name: string, { named, failedAt, refused, settled }: Model): boolean {
  if (name === 'name') return named <= failedAt;
  return name !== 'refuse' || (settled && !refused);
}

let people = 0;

async function follow(choices: readonly number[]): Promise<void> {
  people += 1;
  const owner = `psn_${people}`;
  const run: Run = {
    owner,
    caseId: `cas_${people}`,
    transferId: `440300-transfer_${people}`,
    words: 0,
    amountFen: 0n,
  };
  await testPerson(db, { owner, balanceFen: 100_000n, balanceOn: '2025-12-31' });
  await testTransfer(db, run);
  const model = newModel();
  const names = Object.keys(commands);
  for (const choice of choices) {
    // Four of five steps lead on; the fifth is whatever comes.
    const fit = names.filter(
      (name) => choice % 5 === 0 || (commands[name]?.possible(model) && isNews(name, model)),
    );
    const name = fit[Math.floor(choice / 5) % fit.length] ?? '';
    const command = commands[name];
    if (!command) continue;
    const possible = command.possible(model);
    const outcome = await outcomeOf(command.run(run, model));
    expect(outcome === 'done', `${name} after ${JSON.stringify(model)}: ${outcome}`).toBe(possible);
    if (possible) command.change(model);
    if (name === 'settle' && possible) run.amountFen = (await whereItIs(owner)).clearing ?? 0n;
    const there = await whereItIs(owner);
    const whole = model.settled ? run.amountFen : 100_000n;
    expect(there, name).toEqual({ account: 0n, clearing: 0n, away: 0n, [model.place]: whole });
    expect(await broken([...paymentsProofs, ...transferProofs]), name).toEqual([]);
  }
}

test('whatever two agencies and a bank do with a balance, it is in one place, whole, and every proof holds after every step', async () => {
  const choices = fc.array(fc.nat({ max: 9_999 }), { minLength: 10, maxLength: 16 });
  await fc.assert(fc.asyncProperty(choices, follow), { numRuns: Number(process.env.SOAK_WALKS ?? 5) });
  expect(await broken(ledgerProofs)).toEqual([]);
}, 120_000);
