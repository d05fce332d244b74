import { createHash } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fen, type Result } from '#basics';
import { anyone, type Caller } from '#business/access/public';
import { paymentsProofs } from '#business/payments';
import { auditProofs } from '#engines/audit';
import { ledgerProofs } from '#engines/ledger';
import { connect, inTransaction } from '#platform/postgres';
import { makeSeal } from '#platform/seal';
import {
  testApprovedCase,
  testAttempt,
  testClock,
  testDatabase,
  testIds,
  testOffice,
  testPerson,
  testRandom,
  testSettle,
} from '#platform/testing';
import { bindCard } from './bind-card.ts';
import { cardChains } from './chained.store.ts';
import { expireCardPayments } from './expire-payments.ts';
import {
  authorisePayment,
  cancelPayment,
  confirmPayment,
  type PaymentWish,
  readPayment,
} from './pay-by-card.ts';
import { cardProofs } from './proofs.ts';
import { reportLost } from './step-card.ts';

const db = await testDatabase();
const clock = testClock('2026-06-01T10:00:00+08:00');
const random = testRandom(14);
const context = { database: db.app, clock, ids: testIds(14), seal: makeSeal({ keys: [random(32)], random }) };
const clerk: Caller = {
  ...anyone,
  kind: 'officer',
  id: 'off_clerk',
  officeId: 'ofc_test',
  token: 'token-clerk',
};
const pharmacy = merchant('pharmacy');
const hospital = merchant('hospital');
let count = 0;
let personId = '';
let cardId = '';

beforeAll(async () => {
  await testOffice(db);
  for (const [name, scopes] of [
    ['pharmacy', ['card-payments']],
    ['hospital', ['card-payments']],
    ['reader', ['card-payments:read', 'card']],
  ] as const)
    await db.superuser.rows(
      `INSERT INTO api_key (id, secret_hash, holder, scopes, made_by, made_at, expires_at)
       VALUES ($1, $2, $3, $4, 'off_clerk', now(), now() + interval '1 day')`,
      [`key_${name}`, createHash('sha256').update(`sxk_${name}`).digest(), name, scopes],
    );
});

beforeEach(async () => {
  count += 1;
  personId = `psn_${count}`;
  await testPerson(db, { owner: personId, balanceFen: 10_000n, balanceOn: '2025-12-31' });
  const card = { number: numberOf(count), paperReference: '看过卡', effectiveAt: null };
  const asked = { context, caller: clerk, personId, kind: 'social-security-card', card } as const;
  cardId = done(await inTransaction(db.app, (tx) => bindCard(tx, asked))).cardId;
});

describe('a payment by card', () => {
  test('holds the amount, takes what was dispensed and lets the rest go', async () => {
    expect(done(await authorise({ amountFen: fen(3_000n) }))).toMatchObject({
      state: 'authorised',
      amountFen: 3_000n,
    });
    expect(await account()).toEqual({ balance: 10_000n, held: 3_000n });
    expect(done(await confirm(2_500n))).toMatchObject({ state: 'confirmed', confirmedFen: 2_500n });
    expect(await account()).toEqual({ balance: 7_500n, held: 0n });
    await allHolds();
  });

  test('asked for again under its reference is the same payment; with anything else under it, it is refused', async () => {
    const first = done(await authorise({}));
    expect(done(await authorise({}))).toEqual(first);
    expect(await authorise({ amountFen: fen(999n) })).toMatchObject(refusal('card.reference-taken'));
    expect(await account()).toMatchObject({ held: 1_000n });
    expect(done(await authorise({}, hospital)).paymentId).not.toBe(first.paymentId);
  });

  test('never holds more than is there, whatever is held already', async () => {
    done(await authorise({ amountFen: fen(6_000n) }));
    const second = { reference: `second-${count}`, amountFen: fen(4_001n) };
    expect(await authorise(second)).toMatchObject(refusal('ledger.not-enough'));
    expect(done(await authorise({ ...second, amountFen: fen(4_000n) })).state).toBe('authorised');
  });

  test('is confirmed once: again changes nothing, another amount or more than was authorised is refused', async () => {
    done(await authorise({}));
    expect(await confirm(1_001n)).toMatchObject(refusal('card.more-than-authorised'));
    const confirmed = done(await confirm(900n));
    expect(done(await confirm(900n))).toEqual(confirmed);
    expect(done(await confirm(null))).toEqual(confirmed);
    expect(await confirm(800n)).toMatchObject(refusal('card.payment-confirmed'));
    expect(await cancel()).toMatchObject(refusal('card.payment-confirmed'));
    expect(await account()).toEqual({ balance: 9_100n, held: 0n });
  });

  test('is cancelled once: again changes nothing, and nothing is confirmed any more', async () => {
    done(await authorise({}));
    expect(done(await cancel()).state).toBe('cancelled');
    expect(done(await cancel()).state).toBe('cancelled');
    expect(await confirm(1n)).toMatchObject(refusal('card.payment-cancelled'));
    expect(await account()).toEqual({ balance: 10_000n, held: 0n });
  });

  test('runs out by itself, and a late confirmation is refused plainly, before and after the worker came by', async () => {
    done(await authorise({ minutes: 30 }));
    clock.advance({ minutes: 30 });
    expect(await confirm(null)).toMatchObject(refusal('card.payment-expired'));
    expect(await expireCardPayments(context)).toBe(1);
    expect(await expireCardPayments(context)).toBe(0);
    expect(await confirm(null)).toMatchObject(refusal('card.payment-expired'));
    expect(done(await cancel()).state).toBe('expired');
    expect(await account()).toEqual({ balance: 10_000n, held: 0n });
    await allHolds();
  });

  test('keeps the account from being settled until it was confirmed, cancelled or has expired', async () => {
    done(await authorise({}));
    await testApprovedCase(db, { owner: personId, caseId: `cas_${count}`, on: '2026-06-30' });
    const settle = () => testSettle(db, { owner: personId, caseId: `cas_${count}`, on: '2026-06-30' });
    await expect(settle()).rejects.toThrow('ledger.payment-under-way');
    const other = { reference: `other-${count}` };
    expect(await authorise(other)).toMatchObject(refusal('ledger.already-held'));
    done(await confirm(400n));
    expect(await settle()).toBe(9_600n);
    expect(await confirm(null)).toMatchObject({ ok: true });
    expect(await cancel()).toMatchObject(refusal('card.payment-confirmed'));
  });

  test('is not taken from a lost card, nor under an investigation that came after the authorisation', async () => {
    done(await authorise({}));
    const second = `second-${count}`;
    done(await authorise({ reference: second }));
    await db.app.rows(
      `SELECT set_measure('token-clerk', $1, $2, 'investigation', NULL, 'FUND-30', '核实', '立案', '2026-06-01', $3)`,
      [personId, `msr_${count}`, clock.now()],
    );
    await db.app.rows(`SELECT decide_measure('token-reviewer', $1, $2, true, NULL, $3)`, [
      personId,
      `msr_${count}`,
      clock.now(),
    ]);
    expect(await confirm(null)).toMatchObject(refusal('supervision.under-investigation'));
    expect(await authorise({ reference: `third-${count}` })).toMatchObject(
      refusal('supervision.under-investigation'),
    );
    expect(done(await cancel()).state).toBe('cancelled');
    expect(await account()).toEqual({ balance: 10_000n, held: 1_000n });
  });

  test('of a card that was reported lost is refused and taken back', async () => {
    done(await authorise({}));
    const lost = { context, caller: clerk, personId, cardId, reason: null, effectiveAt: null };
    done(await inTransaction(db.app, (tx) => reportLost(tx, lost)));
    expect(await confirm(null)).toMatchObject(refusal('card.lost'));
    expect(await authorise({ reference: `later-${count}` })).toMatchObject(refusal('card.lost'));
    expect(done(await cancel()).state).toBe('cancelled');
  });

  test('of somebody on record as dead is refused, without a word about it to the merchant', async () => {
    await db.app.rows(
      `SELECT record_paper('token-clerk', $1, 'rec_died', 'died', '{"on": "2026-05-01"}', 'P', $2)`,
      [personId, clock.now()],
    );
    await db.app.rows(`SELECT confirm_record('token-reviewer', $1, 'rec_died', true, NULL, $2)`, [
      personId,
      clock.now(),
    ]);
    expect(await authorise({})).toMatchObject(refusal('card.ended'));
  });

  test('is another merchant’s neither to read, nor to confirm, nor to cancel', async () => {
    done(await authorise({}));
    const asked = { context, caller: hospital, reference: `RX-${count}` };
    expect(await readPayment(db.app, asked)).toMatchObject(refusal('card.no-such-payment'));
    expect(await inTransaction(db.app, (tx) => cancelPayment(tx, asked))).toMatchObject(
      refusal('card.no-such-payment'),
    );
    expect(await authorise({ cardNumber: 'Z99999999' })).toMatchObject(refusal('card.no-such-card'));
  });
});

describe('typed by hand, no card pays', () => {
  const tried = (token: string, more: { amount?: string; expires?: string } = {}) =>
    `SELECT authorise_card_payment('${token}', '${personId}', '${cardId}', 'cpy_x', 'hand', 'P44030500001', ${more.amount ?? 5},
       ${more.expires ?? `now() + interval '1 hour'`}, now())`;

  test('without a merchant’s key, or with one that is not for payments', async () => {
    expect(await attempt(tried('x'))).toBe('access.no-session');
    expect(await attempt(tried('token-clerk'))).toBe('access.no-session');
    expect(await attempt(tried('sxk_reader'))).toBe('access.role-missing');
    done(await authorise({}));
    const { paymentId } = done(await readPayment(db.app, { caller: pharmacy, reference: `RX-${count}` }));
    const calls = [
      (token: string) => `SELECT confirm_card_payment('${token}', 'RX-${count}', 5, now())`,
      (token: string) => `SELECT cancel_card_payment('${token}', '${personId}', '${paymentId}', now())`,
    ];
    for (const call of calls) {
      expect(await attempt(call('x'))).toBe('access.no-session');
      expect(await attempt(call('sxk_hospital'))).toBe('card.no-such-payment');
    }
    expect(await attempt(`SELECT hold_amount('${personId}', 5)`)).toMatch(/permission denied/);
    expect(
      await attempt(`SELECT end_card_payment('${personId}', '${paymentId}', 'cancelled', NULL, now())`),
    ).toMatch(/permission denied/);
  });

  test('for nothing, for less than nothing, or for ever', async () => {
    expect(await attempt(tried('sxk_pharmacy', { amount: '0' }))).toBe('ledger.not-enough');
    expect(await attempt(tried('sxk_pharmacy', { amount: '-5' }))).toBe('ledger.not-enough');
    expect(await attempt(tried('sxk_pharmacy', { expires: `now() + interval '1 year'` }))).toMatch(
      /violates check/,
    );
  });

  test('and nothing expires before its time', async () => {
    done(await authorise({}));
    const { paymentId } = done(await readPayment(db.app, { caller: pharmacy, reference: `RX-${count}` }));
    const early = clock.now().toISOString();
    expect(
      await db.app.row(`SELECT expire_card_payment($1, $2, $3) AS done`, [personId, paymentId, early]),
    ).toEqual({ done: false });
  });

  test.each(['card_payment', 'card_payment_locator'])('%s cannot be written', async (table) => {
    const denied = `permission denied for table ${table}`;
    expect(await attempt(`INSERT INTO ${table} DEFAULT VALUES`)).toBe(denied);
    expect(await attempt(`UPDATE ${table} SET owner_id = owner_id`)).toBe(denied);
    expect(await attempt(`DELETE FROM ${table}`)).toBe(denied);
  });
});

test('of 32 clients that authorise and confirm at once, the account pays exactly what it holds', async () => {
  const app = connect({ connection: db.connection('app'), role: 'app', size: 32 });
  const owner = personId;
  const outcomes = await Promise.all(
    Array.from({ length: 32 }, async (_, client) => {
      const reference = `race-${client}`;
      const asked = { context, caller: pharmacy, wish: { ...wish(), reference, amountFen: fen(1_000n) } };
      const held = await inTransaction(app, (tx) => authorisePayment(tx, asked));
      if (!held.ok) return held.refusal.code;
      const twice = [0, 1].map(() =>
        inTransaction(app, (tx) =>
          confirmPayment(tx, { context, caller: pharmacy, reference, amountFen: null }),
        ),
      );
      return (await Promise.all(twice)).every(({ ok }) => ok) ? 'paid' : 'half';
    }),
  );
  expect(outcomes.filter((one) => one === 'paid')).toHaveLength(10);
  expect(outcomes.filter((one) => one === 'ledger.not-enough')).toHaveLength(22);
  personId = owner;
  expect(await account()).toEqual({ balance: 0n, held: 0n });
  await allHolds();
  await app.close();
});

function merchant(name: string): Caller {
  return {
    ...anyone,
    kind: 'integrator',
    id: `key_${name}`,
    roles: ['integrator'],
    token: `sxk_${name}`,
    scopes: ['card-payments'],
  };
}

function numberOf(n: number): string {
  return `P${String(n).padStart(8, '0')}`;
}

function wish(): PaymentWish {
  return {
    ...{ cardNumber: numberOf(count), reference: `RX-${count}`, institution: 'P44030500001' },
    ...{ amountFen: fen(1_000n), minutes: 60 },
  };
}

function authorise(given: Partial<PaymentWish>, caller = pharmacy) {
  return inTransaction(db.app, (tx) =>
    authorisePayment(tx, { context, caller, wish: { ...wish(), ...given } }),
  );
}

function confirm(amount: bigint | null) {
  const asked = {
    context,
    caller: pharmacy,
    reference: `RX-${count}`,
    amountFen: amount === null ? null : fen(amount),
  };
  return inTransaction(db.app, (tx) => confirmPayment(tx, asked));
}

function cancel() {
  return inTransaction(db.app, (tx) =>
    cancelPayment(tx, { context, caller: pharmacy, reference: `RX-${count}` }),
  );
}

async function account() {
  return db.app.row(
    'SELECT balance_fen AS balance, held_fen AS held FROM personal_account WHERE owner_id = $1',
    [personId],
  );
}

async function allHolds(): Promise<void> {
  for (const proof of [...cardProofs, ...paymentsProofs, ...ledgerProofs, ...auditProofs(cardChains)]) {
    const { broken } = await proof.run(db.app, () => undefined);
    expect([proof.name, broken]).toEqual([proof.name, []]);
  }
}

async function attempt(sql: string): Promise<string> {
  const { outcome, nothingMoved } = await testAttempt(db, sql);
  expect(nothingMoved, sql).toBe(true);
  return outcome;
}

function refusal(code: string) {
  return { refusal: { code } };
}

function done<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}
