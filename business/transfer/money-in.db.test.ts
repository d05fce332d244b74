import fc from 'fast-check';
import { expect, test } from 'vitest';
import { paymentsProofs } from '#business/payments';
import { ledgerProofs } from '#engines/ledger';
import { testDatabase, testOffice, testPerson } from '#platform/testing';
import {
  decideMatchSql,
  type Leg,
  matchSql,
  outcomeOf,
  receiveSql,
  stand,
  testArrival,
  testStatement,
  testTransfer,
  testWord,
} from './legs.testing.store.ts';
import { transferProofs } from './proofs.ts';

/** Money that comes in, advised or not, early or late, as told or otherwise, against a model of a few lines. */
const db = await testDatabase();
await testOffice(db);
await testStatement(db);

interface Line {
  readonly key: string;
  readonly fen: bigint;
  readonly under: string;
  credited: boolean;
}

interface Advice {
  readonly id: string;
  readonly fen: bigint;
  readonly under: string;
  received: boolean;
}

interface Asked {
  readonly id: string;
  readonly line: Line;
  readonly advice: Advice;
  decided: boolean;
}

interface Model {
  awaiting: boolean;
  readonly lines: Line[];
  readonly advices: Advice[];
  readonly asked: Asked[];
}

let names = 0;
/** Two references and two amounts, so that they meet often, and differ often. */
const referenceOf = (run: Leg, choice: number) => `ref-${run.caseId}-${choice % 2}`;
const amountOf = (choice: number) => (choice % 4 < 2 ? 5_000n : 4_999n);
const pick = <T>(from: readonly T[], choice: number): T | undefined =>
  from[choice % Math.max(from.length, 1)];

/** What is done, and whether it should be possible. */
interface Deed {
  readonly possible: boolean;
  readonly run: () => Promise<unknown>;
  readonly change: () => void;
}

const deeds: readonly ((run: Leg, model: Model, choice: number) => Deed | undefined)[] = [
  function lineComes(run, { lines }, choice) {
    names += 1;
    const line = {
      key: `L-${names}`,
      fen: amountOf(choice),
      under: referenceOf(run, choice),
      credited: false,
    };
    return {
      possible: true,
      run: () => testArrival(db, { ...line, no: names }),
      change: () => lines.push(line),
    };
  },
  function adviceComes(run, { advices }, choice) {
    names += 1;
    const advice = {
      id: `adv-${names}`,
      fen: amountOf(choice),
      under: referenceOf(run, choice),
      received: false,
    };
    const figures = { amountFen: `${advice.fen}`, reference: advice.under };
    return {
      possible: true,
      run: () => testWord(db, run, { id: advice.id, type: 'remittance-advice', figures }),
      change: () => advices.push(advice),
    };
  },
  function statesChange(run, model) {
    const state = model.awaiting ? 'in-check' : 'awaiting-balance';
    return {
      possible: true,
      run: () => stand(db, run, state),
      change: () => (model.awaiting = !model.awaiting),
    };
  },
  function credit(run, { awaiting, lines, advices }, choice) {
    const [line, advice] = [pick(lines, choice), pick(advices, Math.floor(choice / 7))];
    if (!line || !advice) return undefined;
    const fits = line.fen === advice.fen && line.under === advice.under;
    return {
      possible: awaiting && fits && !line.credited && !advice.received,
      run: () => db.app.rows(receiveSql(run, line.key, advice.id)),
      change: () => Object.assign(line, { credited: true }) && Object.assign(advice, { received: true }),
    };
  },
  function ask(run, { awaiting, lines, advices, asked }, choice) {
    const [line, advice] = [pick(lines, choice), pick(advices, Math.floor(choice / 7))];
    if (!line || !advice) return undefined;
    names += 1;
    const id = `mat-${names}`;
    return {
      possible: awaiting && !line.credited,
      run: () => db.app.rows(matchSql(id, run, advice.id, line.key)),
      change: () => asked.push({ id, line, advice, decided: false }),
    };
  },
  function decide(run, { awaiting, asked }, choice) {
    const request = pick(asked, choice);
    if (!request) return undefined;
    const approved = choice % 3 > 0;
    const { id, line, advice, decided } = request;
    return {
      possible: !decided && (!approved || (awaiting && !line.credited && !advice.received)),
      run: () => db.app.rows(decideMatchSql(id, run, 'token-finance2', approved)),
      change: () => {
        request.decided = true;
        if (approved) Object.assign(line, { credited: true }) && Object.assign(advice, { received: true });
      },
    };
  },
];

const sum = (lines: readonly Line[]) => lines.reduce((total, { fen }) => total + fen, 0n);

let suspenseBefore = 0n;
let people = 0;

async function follow(choices: readonly number[]): Promise<void> {
  people += 1;
  const owner = `psn_${people}`;
  const run: Leg = { owner, caseId: `cas_${people}`, transferId: `510100-transfer_${people}` };
  await testPerson(db, { owner, balanceFen: 100_000n, balanceOn: '2025-12-31' });
  await testTransfer(db, run, { direction: 'in' });
  const model: Model = { awaiting: true, lines: [], advices: [], asked: [] };
  for (const choice of choices) {
    const name = deeds[choice % deeds.length];
    const deed = name?.(run, model, Math.floor(choice / deeds.length));
    if (!deed) continue;
    const outcome = await outcomeOf(deed.run());
    expect(outcome === 'done', `${name?.name}: ${outcome}`).toBe(deed.possible);
    if (deed.possible) deed.change();
  }
  const credited = sum(model.lines.filter((line) => line.credited));
  const waiting = sum(model.lines.filter((line) => !line.credited));
  const books = await db.app.row<{ account: bigint; clearing: bigint; suspense: bigint }>(
    `SELECT (SELECT balance_fen FROM personal_account WHERE owner_id = $1) AS account,
            (SELECT coalesce(sum(CASE WHEN credit LIKE 'clearing:%' THEN amount_fen WHEN debit LIKE 'clearing:%' THEN -amount_fen ELSE 0 END), 0)::bigint
               FROM posting WHERE owner_id = $1) AS clearing,
            (SELECT coalesce(sum(CASE WHEN credit = 'suspense' THEN amount_fen WHEN debit = 'suspense' THEN -amount_fen ELSE 0 END), 0)::bigint
               FROM posting) AS suspense`,
    [owner],
  );
  expect(books).toEqual({ account: 100_000n + credited, clearing: 0n, suspense: suspenseBefore + waiting });
  suspenseBefore += waiting;
}

test('whatever comes in and whenever, it is credited once or waits in suspense, and never both', async () => {
  const choices = fc.array(fc.nat({ max: 99_999 }), { minLength: 12, maxLength: 24 });
  await fc.assert(fc.asyncProperty(choices, follow), {
    numRuns: Number(process.env.SOAK_WALKS ?? 12),
    endOnFailure: true,
  });
  for (const proof of [...ledgerProofs, ...paymentsProofs, ...transferProofs])
    expect((await proof.run(db.app, () => undefined)).broken, proof.name).toEqual([]);
}, 120_000);
