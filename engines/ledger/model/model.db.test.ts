import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type PlainDate, plainDate } from '#basics';
import { ledgerProofs, syncInterestRates } from '#engines/ledger';
import { testDatabase, testOffice } from '#platform/testing';
import { emptyBooks } from './books.testing.ts';
import { steps } from './commands.testing.ts';
import { modelRates } from './slow-account.testing.ts';

/** `npm run soak -- accounts` walks 100,000 steps; the tests a short way. */
const stepsWanted = Number(process.env.SOAK_STEPS ?? '80');
const stepsAWalk = 80;
const walksAtOnce = 3;
const seed = Number(process.env.SOAK_SEED ?? '20261123');

const db = await testDatabase();

test('an account does what a sheet of paper would do, whatever happens to it in whatever order, and every proof holds', async () => {
  await testOffice(db);
  const fromOn = plainDate('2015-10-24');
  const rates = Object.entries(modelRates).map(
    ([bucket, ratePpm]) => ({ bucket, fromOn, ratePpm, dayCount: 360 }) as const,
  );
  await syncInterestRates(db.migrator, rates);
  const { today } = (await db.app.row<{ today: PlainDate }>('SELECT business_today() AS today')) ?? {};
  if (today === undefined) throw new Error('the database has no day');
  const names = { next: 1, steps: 0 };
  for (let round = 0; names.steps < stepsWanted; round += 1)
    await fc.assert(
      fc.asyncProperty(fc.commands([...steps], { size: 'max', maxCommands: stepsAWalk }), async (walk) => {
        await fc.asyncModelRun(() => ({ model: emptyBooks(today, names), real: db }), walk);
      }),
      { seed: seed + round, numRuns: walksAtOnce },
    );
  for (const proof of ledgerProofs)
    expect(await proof.run(db.app, () => undefined)).toMatchObject({ broken: [] });
}, 7_200_000);
