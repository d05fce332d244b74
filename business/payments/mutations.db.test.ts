import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { addDays, type PlainDate, plainDate } from '#basics';
import { paymentsProofs } from '#business/payments';
import { makeSeal } from '#platform/seal';
import {
  testApprovedCase,
  testClock,
  testDatabase,
  testIds,
  testOffice,
  testPerson,
  testRandom,
  testSettle,
} from '#platform/testing';
import { bankDesk } from './bank.testing.ts';
import { type BankState, bankDay, newBank } from './simulated-bank.ts';

/** A bank whose files are damaged on the way, as often and as badly as one likes. */
const db = await testDatabase();
const seal = makeSeal({ keys: [new Uint8Array(32).fill(7)], random: testRandom(3) });
const clock = testClock('2026-09-30T10:00:00+08:00');
const { send, take } = bankDesk({ database: db.app, clock, ids: testIds(5), seal });
const orders: string[] = [];
let bank: BankState = newBank(10_000_000n);
let on: PlainDate = plainDate('2026-07-01');

beforeAll(async () => {
  await testOffice(db);
});

/** Three more people are to be paid; answers the file to the bank. */
async function payThreeMore(): Promise<string> {
  for (let place = 0; place < 3; place += 1) {
    const name = `${orders.length}x${place}`;
    const made = { owner: `psn_${name}`, caseId: `cas_${name}`, on: '2026-06-30' };
    await testPerson(db, { owner: made.owner, balanceFen: BigInt(100_000 + place), balanceOn: '2025-12-31' });
    await testApprovedCase(db, { ...made, accountSealed: seal.seal(`622200000000000${place}`) });
    await testSettle(db, made);
  }
  return send(null);
}

/** What can happen to a file: parts of it swapped, doubled, left out, or a word changed for another of the same file. */
const damage = fc.record({
  kind: fc.constantFrom('none', 'double', 'drop', 'swap', 'word', 'cut', 'status'),
  at: fc.nat(9),
  to: fc.nat(9),
});
type Damage = typeof damage extends fc.Arbitrary<infer D> ? D : never;

function damaged(xml: string, { kind, at, to }: Damage): string {
  const entries = xml.match(/<(TxInfAndSts|Ntry)>[\s\S]*?<\/\1>/g) ?? [];
  const one = entries[at % Math.max(entries.length, 1)] ?? '';
  const other = entries[to % Math.max(entries.length, 1)] ?? '';
  switch (kind) {
    case 'double':
      return xml.replace(one, `${one}${one}`);
    case 'drop':
      return xml.replace(one, '');
    case 'swap':
      return xml.replace(one, '\u0000').replace(other, one).replace('\u0000', other);
    case 'word':
      return xml.replace(/(ord-cas-\d+x)\d-1/, `$1${to % 3}-1`);
    case 'cut':
      return xml.slice(0, (xml.length * (at + 1)) / 11);
    case 'status':
      return xml.replaceAll('ACSC', to % 2 ? 'RJCT' : 'ACSP').replaceAll('>D', `>${to}`);
    default:
      return xml;
  }
}

interface Paid {
  readonly order: string;
  readonly paid: bigint;
  readonly back: bigint;
  readonly due: bigint;
}

/** What left and came back of each order, by the books. */
function books(): Promise<Paid[]> {
  return db.app.rows<Paid>(
    `SELECT o.id AS order, o.amount_fen AS due,
            (SELECT coalesce(sum(p.amount_fen), 0)::bigint FROM posting p WHERE p.owner_id = o.owner_id AND p.purpose = 'payment') AS paid,
            (SELECT coalesce(sum(p.amount_fen), 0)::bigint FROM posting p WHERE p.owner_id = o.owner_id AND p.purpose = 'payment-return') AS back
       FROM payment_order o`,
  );
}

test('whatever happens to the bank’s files on the way, no order is paid twice, and the books stay whole', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 4 }), fc.nat(3), async (damages, seed) => {
      on = addDays(on, 1);
      orders.push(await payThreeMore());
      const at = new Date(`${on}T09:00:00Z`);
      const day = bankDay(bank, {
        on,
        at,
        profile: 'mixed',
        seed,
        files: orders,
        accountNumber: '44050100000000000001',
      });
      for (const { xml } of day.files) for (const one of damages) await take(damaged(xml, one));
      // The whole file comes in the end, and once more.
      for (const { xml } of [...day.files, ...day.files]) await take(xml);
      bank = day.state;
      for (const { paid, back, due } of await books()) {
        expect([0n, due]).toContain(paid);
        expect([0n, paid]).toContain(back);
      }
    }),
    { numRuns: Number(process.env.SOAK_WALKS ?? 10) },
  );
  const proofs = await Promise.all(paymentsProofs.map((proof) => proof.run(db.app, () => undefined)));
  expect(proofs.flatMap(({ broken }) => broken)).toEqual([]);
});
