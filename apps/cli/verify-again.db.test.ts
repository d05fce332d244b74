import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Proof } from '#platform/postgres';
import {
  removeTemporaryFolder,
  temporaryFolder,
  testDatabase,
  testOffice,
  testPerson,
} from '#platform/testing';
import type { Frame } from './frame.ts';
import { allProofs, type VerifyCommand, verifyCommand } from './verify.ts';

const db = await testDatabase();
const proofs = allProofs({});
const folder = temporaryFolder();
const stateFile = join(folder, 'verify.state.json');

beforeAll(async () => {
  await testOffice(db);
  for (const name of ['a', 'b'])
    await testPerson(db, { owner: `psn_${name}`, balanceFen: 100_000n, balanceOn: '2025-12-31' });
  return () => removeTemporaryFolder(folder);
});

async function run(asked: Partial<VerifyCommand> = {}): Promise<{ code: number; text: string }> {
  const stdout = new PassThrough();
  const frame: Frame = {
    lang: 'en',
    json: false,
    stdin: stdout,
    stdout,
    stderr: stdout,
    wording: () => undefined,
  };
  const code = await verifyCommand({ frame, database: db.app, proofs, stateFile, ...asked });
  return { code, text: String(stdout.read() ?? '') };
}

const payments = 'payments.nothing-paid-twice';

/** The proofs, of which one ends the run as a kill would. */
const stopping = proofs.map(
  (proof): Proof =>
    proof.name === payments ? { ...proof, run: () => Promise.reject(new Error('killed')) } : proof,
);

describe('An interrupted run', () => {
  test('goes on where it was, and says since when the rest is proved', async () => {
    await expect(run({ proofs: stopping })).rejects.toThrow('killed');
    expect(existsSync(stateFile)).toBe(true);
    const { code, text } = await run();
    expect(code).toBe(0);
    expect(text).toMatch(/proved before, 20.* \(ledger\.balances-replayed\)/);
    expect(text).not.toMatch(/proved before.*\(payments\.nothing-paid-twice/);
    expect(existsSync(stateFile)).toBe(false);
  });

  test('begins anew where it is told to, and where its file was cut off', async () => {
    await expect(run({ proofs: stopping })).rejects.toThrow('killed');
    expect((await run({ fresh: true })).text).not.toContain('proved before');
    writeFileSync(stateFile, '{"of":"');
    expect((await run()).text).not.toContain('proved before');
  });

  test('does not go on with another database', async () => {
    await expect(run({ proofs: stopping })).rejects.toThrow('killed');
    const other = await testDatabase();
    expect((await run({ database: other.app })).text).not.toContain('proved before');
  });

  test('looks again at what was broken', async () => {
    await db.superuser.rows(`UPDATE personal_account SET balance_fen = 7 WHERE owner_id = 'psn_a'`);
    await expect(run({ proofs: stopping })).rejects.toThrow('killed');
    await db.superuser.rows(`UPDATE personal_account SET balance_fen = 100000 WHERE owner_id = 'psn_a'`);
    expect((await run()).code).toBe(0);
  });
});

describe('The daily run', () => {
  test('looks at whom something was written for, and says what it did not look at', async () => {
    const horizon = /--since (\d+)/.exec((await run()).text)?.[1];
    await testPerson(db, { owner: 'psn_c', balanceFen: 5n, balanceOn: '2025-12-31' });
    const { code, text } = await run({ since: horizon });
    expect(code).toBe(0);
    expect(text).toMatch(/rows=1 sumFen=5 \(ledger\.balances-replayed\)/);
    expect(text).toMatch(/not looked at .*\(payments\./);
    expect(text).toContain('run verify without --since');
  });

  test('finds a balance that was lifted for one of them, and not for anybody else', async () => {
    const horizon = /--since (\d+)/.exec((await run()).text)?.[1];
    await testPerson(db, { owner: 'psn_d', balanceFen: 5n, balanceOn: '2025-12-31' });
    await db.superuser.rows(
      `UPDATE personal_account SET balance_fen = 7 WHERE owner_id IN ('psn_a', 'psn_d')`,
    );
    const { code, text } = await run({ since: horizon });
    expect(code).toBe(1);
    expect(text).toContain('psn_d: the balance says 7');
    expect(text).not.toContain('psn_a: ');
    expect((await run()).text).toContain('psn_a: the balance says 7');
  });

  test('takes a day, and refuses what is neither', async () => {
    expect((await run({ since: '2020-01-01' })).text).toMatch(/rows=4 .*\(ledger\.balances-replayed\)/);
    expect((await run({ since: '2099-01-01' })).text).toMatch(/rows=0 .*\(ledger\.balances-replayed\)/);
    expect((await run({ since: 'yesterday' })).text).toContain('cli.bad-value');
    expect((await run({ since: '999999999999' })).text).toContain('cli.bad-value');
  });
});
