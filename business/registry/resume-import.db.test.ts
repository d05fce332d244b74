import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Desk, deskKey, header, openDesk, taken } from './registry.testing.ts';

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});
beforeEach(() => desk.nextSeries());

describe('An import that was cut short', () => {
  test('goes on where a killed process stood, and every person is there once', async () => {
    const lines = [header, ...Array.from({ length: 600 }, (_, index) => desk.person(index + 1))];
    await importAndKill(lines.join('\n'));
    const before = await desk.broughtBy('people.csv');
    expect(before.people).toBeGreaterThanOrEqual(200);
    expect(before.people).toBeLessThan(600);
    expect(before).toMatchObject({ openings: before.people, entries: before.people * 2 });
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
  });

  test('keeps other files out until it is finished, and names itself', async () => {
    const lines = [header, ...Array.from({ length: 600 }, (_, index) => desk.person(index + 1))];
    await importAndKill(lines.join('\n'));
    expect(await desk.people([header, desk.person(700)])).toMatchObject({
      ok: false,
      refusal: { code: 'registry.import-under-way', figures: { file: 'people.csv' } },
    });
    taken(await desk.people(lines));
    expect(taken(await desk.people([header, desk.person(700)]))).toMatchObject({
      outcome: 'taken-in',
      newCount: 1,
    });
  });
});

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
