import { beforeAll, expect, test } from 'vitest';
import { ok, refuse } from '#basics';
import { inTransaction, isClockApart, type Tx, timedBy } from '#platform/postgres';
import { testDatabase } from '#platform/testing';
import { type BusinessClock, businessClock } from './business-clock.ts';
import { moveLeadSeconds } from './store.ts';

/** A demo’s clock is moved by another process while something is under way here. */
const db = await testDatabase();
const move = (days: number) => moveLeadSeconds(db.migrator, days * 86_400);
let firms = 0;

function register(tx: Tx, at: Date): Promise<unknown> {
  firms += 1;
  const name = `emp_${firms}`;
  return tx.rows('SELECT register_employer($1, $2, $3, $4)', [
    ...[name, `91440300MA5${String(firms).padStart(7, '0')}`, '某公司', at],
  ]);
}

beforeAll(async () => {
  // As it stands outside of tests.
  await db.superuser.rows('UPDATE business_clock SET tolerance_seconds = 300');
});

/** Registers a firm; the clock is moved after the first attempt has read it. Answers how often it was tried, and what came of it. */
async function attempts(clock: BusinessClock, movedBy: number, asRefusal = false) {
  let tried = 0;
  const done = await inTransaction(timedBy(db.app, clock), async (tx) => {
    tried += 1;
    const at = clock.now();
    if (tried === 1) await move(movedBy);
    const registered = await register(tx, at).then(
      () => null,
      (error: unknown) => error,
    );
    if (registered === null) return ok(at);
    if (!asRefusal) throw registered;
    return refuse({ code: 'postgres.clock-apart' });
  }).catch((error: unknown) => error);
  return { tried, done };
}

test.each([
  ['where the guard’s refusal comes as a fault', false],
  ['where it comes as a refusal', true],
])(
  'what is under way while the clock is moved is done by the time as it is then, %s',
  async (_, asRefusal) => {
    const clock = await businessClock(db.app, true);
    const before = clock.now();
    const { tried, done } = await attempts(clock, 10, asRefusal);
    expect([tried, done]).toEqual([2, expect.objectContaining({ ok: true })]);
    expect(clock.now().getTime() - before.getTime()).toBeGreaterThan(9 * 86_400_000);
  },
);

test('what was read before by another is done again too, and a time that stays refused is refused after that', async () => {
  const clock = await businessClock(db.app, true);
  const at = clock.now();
  await move(1);
  let tried = 0;
  const done = inTransaction(timedBy(db.app, clock), async (tx) => {
    tried += 1;
    return ok(await register(tx, at));
  });
  await expect(done).rejects.toThrow('postgres.clock-apart');
  expect(tried).toBe(2);
});

test('a clock that is truly apart stays a refusal, at the first attempt', async () => {
  const moved = await businessClock(db.app, true);
  const apart = { ...moved, now: () => new Date(moved.now().getTime() + 360_000) };
  const { tried, done } = await attempts(apart, 0);
  expect([tried, isClockApart(done)]).toEqual([1, true]);
  // Outside of a demo the clock is the machine’s, whatever the database says.
  const fixed = await businessClock(db.app, false);
  expect(await attempts(fixed, 0)).toMatchObject({ tried: 1, done: { message: 'postgres.clock-apart' } });
});
