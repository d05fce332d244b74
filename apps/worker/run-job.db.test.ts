import { expect, test } from 'vitest';
import { businessClock, moveLeadSeconds } from '#apps/agency';
import { refused } from '#platform/http';
import { type Log, openLog } from '#platform/log';
import { testDatabase } from '#platform/testing';
import { runJob } from './run-job.ts';

const db = await testDatabase();
await db.superuser.rows('UPDATE business_clock SET tolerance_seconds = 300');

/** What a job that records something outside of a transaction does, as the one that tells other agencies. */
const record = (at: Date) =>
  db.app.rows(`SELECT register_employer('emp_job', '91440300MA5EXAMPLE', '某公司', $1)`, [at]);

function listening(): { readonly log: Log; readonly said: string[] } {
  const said: string[] = [];
  const log = openLog({ level: 'info', app: 'test', to: { write: (line) => void said.push(line) } });
  return { log, said };
}

test('a job during which the clock is moved runs again and is no error; whatever else goes wrong is one', async () => {
  const clock = await businessClock(db.app, true);
  const { log, said } = listening();
  const levels = () => said.splice(0).map((line) => [JSON.parse(line).level, JSON.parse(line).job]);
  let rounds = 0;
  const job = {
    name: 'exchange-out',
    async run() {
      rounds += 1;
      const at = clock.now();
      if (rounds === 1) await moveLeadSeconds(db.migrator, 86_400);
      await record(at);
    },
  };
  expect(await runJob({ clock }, job, log)).toBe(false);
  expect(levels()).toEqual([['info', 'exchange-out']]);
  expect(await runJob({ clock }, job, log)).toBe(true);
  expect(said).toEqual([]);
  const late = { ...clock, now: () => new Date(clock.now().getTime() - 360_000) };
  const apart = { name: 'seals', run: () => record(late.now()).then(() => undefined) };
  expect(await runJob({ clock: late }, apart, log)).toBe(true);
  expect(levels()).toEqual([['error', 'seals']]);
  const unsealed = { name: 'seals', run: () => Promise.reject(refused({ code: 'postgres.clock-apart' })) };
  expect(await runJob({ clock }, unsealed, log)).toBe(true);
  expect(levels()).toEqual([['error', 'seals']]);
});
