import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { auditProofs } from '#engines/audit';
import { inTransaction } from '#platform/postgres';
import { approveAbandonment, requestAbandonment } from './abandon-import.ts';
import { approveImport, listImports } from './approve-import.ts';
import { registryChains } from './chained.store.ts';
import { registryProofs } from './proofs.ts';
import { type Desk, deskKey, header, openDesk, taken, unrefused } from './registry.testing.ts';

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});
beforeEach(() => desk.nextSeries());

describe('An import that was cut short', () => {
  test('keeps other files out by its name, goes on where a killed process stood, and every person is there once', async () => {
    const lines = [header, ...Array.from({ length: 600 }, (_, index) => desk.person(index + 1))];
    await importAndKill(lines.join('\n'));
    const before = await desk.broughtBy('people.csv');
    expect(before.people).toBeGreaterThanOrEqual(200);
    expect(before.people).toBeLessThan(600);
    expect(before).toMatchObject({ openings: before.people, entries: before.people * 2 });
    expect(await desk.people([header, desk.person(700)])).toMatchObject({
      ok: false,
      refusal: { code: 'registry.import-under-way', figures: { file: 'people.csv' } },
    });
    expect(taken(await desk.people(lines))).toMatchObject({
      outcome: 'continued',
      newCount: 600,
      onRecordCount: 0,
      openingTotalFen: 600_000_00n,
    });
    expect(await desk.broughtBy('people.csv')).toEqual({
      people: 600,
      openings: 600,
      entries: 1200,
      periods: 0,
    });
    expect(taken(await desk.people([header, desk.person(700)]))).toMatchObject({
      outcome: 'taken-in',
      newCount: 1,
    });
  });
});

describe('An import whose file is lost', () => {
  test('is given up by two officers; what it brought is void, and the file may come again', async () => {
    const lines = [header, ...Array.from({ length: 600 }, (_, index) => desk.person(index + 1))];
    await importAndKill(lines.join('\n'));
    const first = await desk.ownerOf(1);
    const [run] = (await listImports(desk.db.app, { before: null, limit: 1 })).items;
    const runId = run?.id ?? '';
    expect(await agree(runId)).toMatchObject({ refusal: { code: 'registry.no-abandonment' } });
    unrefused(await giveUp(runId, 'both'));
    expect(await giveUp(runId)).toMatchObject({ refusal: { code: 'registry.abandonment-waits' } });
    expect(await agree(runId, 'both')).toMatchObject({ refusal: { code: 'registry.import-same-officer' } });
    expect(unrefused(await agree(runId)).voided).toBeGreaterThanOrEqual(200n);
    expect(await desk.ownerOf(1)).toBeNull();
    expect(await agree(runId)).toMatchObject({ refusal: { code: 'registry.import-closed' } });
    const totals = { openingCount: run?.openingCount ?? 0, openingTotalFen: run?.openingTotalFen ?? 0n };
    expect(
      await approveImport(desk.context, { caller: desk.caller.reviewer, runId, ...totals }),
    ).toMatchObject({ refusal: { code: 'registry.import-not-finished' } });
    expect(taken(await desk.people(lines))).toMatchObject({ outcome: 'taken-in', newCount: 600 });
    expect(await desk.ownerOf(1)).not.toBe(first);
    for (const proof of [...registryProofs, ...auditProofs(registryChains)])
      expect((await proof.run(desk.db.app, () => undefined)).broken, proof.name).toEqual([]);
  });

  test('is not given up once somebody whom it brought has more on record', async () => {
    const lines = [header, ...Array.from({ length: 600 }, (_, index) => desk.person(index + 1))];
    await importAndKill(lines.join('\n'));
    const [run] = (await listImports(desk.db.app, { before: null, limit: 1 })).items;
    await desk.record((await desk.ownerOf(1)) ?? '', { kind: 'open-claims', open: true });
    unrefused(await giveUp(run?.id ?? ''));
    expect(await agree(run?.id ?? '')).toMatchObject({ refusal: { code: 'registry.import-in-use' } });
    taken(await desk.people(lines));
  });
});

function giveUp(runId: string, by: 'clerk' | 'both' = 'clerk') {
  const asked = { context: desk.context, caller: desk.caller[by], runId, reason: '原文件丢失' };
  return inTransaction(desk.db.app, (tx) => requestAbandonment(tx, asked));
}

function agree(runId: string, by: 'reviewer' | 'both' = 'reviewer') {
  const asked = { context: desk.context, caller: desk.caller[by], runId };
  return inTransaction(desk.db.app, (tx) => approveAbandonment(tx, asked));
}

/** Imports in a process of its own and kills it as soon as the first lines are written. */
async function importAndKill(csv: string): Promise<void> {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: process.cwd(),
    stdio: ['pipe', 'pipe', 'inherit'],
    env: {
      ...process.env,
      CONNECTION: JSON.stringify(desk.db.connection('app')),
      KEY: Buffer.from(deskKey).toString('hex'),
      CALLER: JSON.stringify(desk.caller.clerk),
    },
  });
  child.stdin.end(csv);
  for await (const told of child.stdout) {
    if (String(told).includes('writing')) child.kill('SIGKILL');
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  expect(child.signalCode).toBe('SIGKILL');
}

const program = `
  import { randomBytes } from 'node:crypto';
  import { buffer } from 'node:stream/consumers';
  import { makeIds } from '#basics';
  import { importPeople } from '#business/registry';
  import { bytesSource } from '#platform/files';
  import { connect } from '#platform/postgres';
  import { makeSeal } from '#platform/seal';

  const clock = { now: () => new Date() };
  const database = connect({ connection: JSON.parse(process.env.CONNECTION), role: 'app' });
  const seal = makeSeal({ keys: [Buffer.from(process.env.KEY, 'hex')], random: randomBytes });
  const file = bytesSource('people.csv', await buffer(process.stdin));
  await importPeople({ database, clock, ids: makeIds(clock, randomBytes), seal }, {
    file,
    caller: JSON.parse(process.env.CALLER),
    dryRun: false,
    onProgress: ({ phase, done }) => process.stdout.write(phase + ' ' + done + '\\n'),
  });
`;
