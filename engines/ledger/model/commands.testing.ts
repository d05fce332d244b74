import fc from 'fast-check';
import { expect } from 'vitest';
import { addDays, plainDate } from '#basics';
import { type TestDatabase, testSettle } from '#platform/testing';
import { type ModelBooks, type ModelLine, type ModelPerson, takeBack } from './books.testing.ts';
import { slowInterest } from './slow-account.testing.ts';
import { apply, approve, ask, decide, letGo, openWith, standing } from './testing.store.ts';

type Step = fc.AsyncCommand<ModelBooks, TestDatabase>;

const person = fc.nat({ max: 3 });
const amount = fc.bigInt({ min: 1n, max: 1_000_000n });
/** Days back from today, over three years: entries come in any order of their days. */
const back = fc.nat({ max: 1_000 });

/** What may happen to accounts, each step with what a sheet of paper would say after it. */
export const steps: readonly fc.Arbitrary<Step>[] = [
  fc.record({ amount, back }).map(opening),
  fc
    .record({ person, amount, back, debit: fc.boolean(), approved: fc.integer({ min: 0, max: 4 }) })
    .map(correction),
  fc.record({ person, line: fc.nat({ max: 20 }) }).map(reversal),
  person.map(application),
  person.map(refusal),
  person.map(settlement),
  fc
    .record({ person, order: fc.nat({ max: 3 }), kind: fc.constantFrom('refund', 'unclaimed', 'claimed') })
    .map(orderMove),
];

function opening(given: { readonly amount: bigint; readonly back: number }): Step {
  return {
    check: ({ people }) => people.length < 4,
    async run(books, db) {
      const owner = `psn_m${books.names.next++}`;
      const on = addDays(books.today, -given.back);
      await openWith(db, { owner, balanceFen: given.amount, on });
      const line: ModelLine = {
        ...{
          journal: `jnl_open_${owner}`,
          bucket: 'carried-over',
          on,
          changeFen: given.amount,
          reversed: false,
        },
      };
      const opened: ModelPerson = {
        ...{
          owner,
          balanceFen: given.amount,
          entries: [line],
          lines: [line],
          heldBy: null,
          approved: false,
          orders: [],
          lentFen: 0n,
          emptiedOn: null,
        },
      };
      books.people.push(opened);
      await compare(books, db, opened);
    },
    toString: () => `open with ${given.amount} fen, ${given.back} days back`,
  };
}

interface Correction {
  readonly person: number;
  readonly amount: bigint;
  readonly back: number;
  readonly debit: boolean;
  readonly approved: number;
}

function correction(given: Correction): Step {
  return {
    check: ({ people }) => people[given.person] !== undefined,
    async run(books, db) {
      const one = personOf(books, given.person);
      const id = `adj_${books.names.next++}`;
      const on = addDays(books.today, -given.back);
      const bucket = given.debit ? 'debit' : 'inflow';
      await ask(db, {
        owner: one.owner,
        id,
        kind: given.debit ? 'debit' : 'credit',
        amountFen: given.amount,
        bucket,
        on,
      });
      const approved = given.approved > 0;
      const lent = await decide(db, { owner: one.owner, id, approved });
      if (approved) {
        const changeFen = given.debit ? -given.amount : given.amount;
        const line: ModelLine = {
          journal: `jnl_${id}`,
          bucket,
          on,
          changeFen,
          reversed: false,
          lentFen: lent,
        };
        expect(lent).toBe(takeBack(one, line));
        one.lines.push(line);
      }
      await refused(decide(db, { owner: one.owner, id, approved: true }), 'adjustment.decided-already');
      await compare(books, db, one);
    },
    toString: () =>
      `correct person ${given.person} by ${given.debit ? '-' : ''}${given.amount} fen, ${given.back} days back, ${given.approved > 0 ? 'approved' : 'declined'}`,
  };
}

function reversal(given: { readonly person: number; readonly line: number }): Step {
  return {
    check: ({ people }) => people[given.person]?.lines[given.line] !== undefined,
    async run(books, db) {
      const one = personOf(books, given.person);
      const line = one.lines[given.line] as ModelLine; // checked
      const wish = {
        owner: one.owner,
        id: `adj_${books.names.next++}`,
        kind: 'reversal',
        journal: line.journal,
        on: line.on,
      };
      if ((line.lentFen ?? 0n) > 0n) {
        await refused(ask(db, wish), 'adjustment.not-reversible');
      } else if (line.reversed) {
        await refused(ask(db, wish), 'adjustment.reversed-already');
      } else {
        await ask(db, wish);
        const lent = await decide(db, { ...wish, approved: true });
        const entry = { bucket: line.bucket, on: line.on, changeFen: -line.changeFen };
        expect(lent).toBe(takeBack(one, entry));
        line.reversed = true;
      }
      await compare(books, db, one);
    },
    toString: () => `reverse line ${given.line} of person ${given.person}`,
  };
}

function application(place: number): Step {
  return {
    check: ({ people }) => people[place]?.heldBy === null,
    async run(books, db) {
      const one = personOf(books, place);
      const caseId = `cas_m${books.names.next++}`;
      await apply(db, { owner: one.owner, caseId, on: books.today });
      one.heldBy = caseId;
      await refused(
        apply(db, { owner: one.owner, caseId: `cas_m${books.names.next++}`, on: books.today }),
        'ledger.already-held',
      );
      await compare(books, db, one);
    },
    toString: () => `person ${place} applies`,
  };
}

function refusal(place: number): Step {
  return {
    check: ({ people }) => typeof people[place]?.heldBy === 'string',
    async run(books, db) {
      const one = personOf(books, place);
      const lettingGo = letGo(db, { owner: one.owner, caseId: one.heldBy ?? '' });
      if (one.approved) {
        await refused(lettingGo, 'ledger.approved-stays-held');
      } else {
        await lettingGo;
        one.heldBy = null;
      }
      await compare(books, db, one);
    },
    toString: () => `the application of person ${place} is refused`,
  };
}

function settlement(place: number): Step {
  return {
    check: ({ people }) => typeof people[place]?.heldBy === 'string',
    async run(books, db) {
      const one = personOf(books, place);
      const settle = { owner: one.owner, caseId: one.heldBy ?? '', on: books.today };
      // What was spent and then taken back is owed; nothing leaves before it is paid.
      if (one.lentFen > 0n) {
        await refused(testSettle(db, settle), 'supervision.recovery-open');
        return compare(books, db, one);
      }
      if (!one.approved) {
        await refused(testSettle(db, settle), 'ledger.not-approved');
        await approve(db, settle);
        one.approved = true;
      }
      const dueFen = one.balanceFen + slowInterest(one.entries, books.today);
      if (dueFen <= 0n) {
        await refused(testSettle(db, settle), 'ledger.nothing-to-settle');
      } else {
        expect(await testSettle(db, settle)).toBe(dueFen);
        one.orders.push({ id: `ord_${settle.caseId}`, amountFen: dueFen, standing: 'open' });
        Object.assign(one, {
          balanceFen: 0n,
          entries: [],
          heldBy: null,
          approved: false,
          emptiedOn: books.today,
        });
        await refused(testSettle(db, settle), 'ledger.');
      }
      await compare(books, db, one);
    },
    toString: () => `settle person ${place}`,
  };
}

interface OrderMove {
  readonly person: number;
  readonly order: number;
  readonly kind: 'refund' | 'unclaimed' | 'claimed';
}

function orderMove({ person: place, order: at, kind }: OrderMove): Step {
  return {
    check: ({ people }) => people[place]?.orders[at] !== undefined,
    async run(books, db) {
      const one = personOf(books, place);
      const order = one.orders[at];
      if (!order) throw new Error('checked');
      const wish = {
        owner: one.owner,
        id: `adj_${books.names.next++}`,
        kind,
        orderId: order.id,
        on: books.today,
      };
      if (order.standing !== (kind === 'claimed' ? 'unclaimed' : 'open')) {
        await refused(ask(db, wish), 'adjustment.order-elsewhere');
      } else {
        await ask(db, wish);
        await decide(db, { ...wish, approved: true });
        order.standing = ({ refund: 'refunded', unclaimed: 'unclaimed', claimed: 'open' } as const)[kind];
        if (kind === 'refund') {
          one.balanceFen += order.amountFen;
          one.entries.push({ bucket: 'carried-over', on: books.today, changeFen: order.amountFen });
        }
      }
      await compare(books, db, one);
    },
    toString: () => `${kind} order ${at} of person ${place}`,
  };
}

function personOf({ people }: ModelBooks, place: number): ModelPerson {
  const found = people[place];
  if (!found) throw new Error('checked before');
  return found;
}

/** The database says what the sheet of paper says. */
async function compare({ today, names }: ModelBooks, db: TestDatabase, one: ModelPerson): Promise<void> {
  names.steps += 1;
  expect(await standing(db, { owner: one.owner, on: today })).toEqual({
    ...{ balanceFen: one.balanceFen, heldFen: 0n, heldBy: one.heldBy },
    interestFen: slowInterest(one.entries, plainDate(today)),
  });
}

async function refused(asked: Promise<unknown>, code: string): Promise<void> {
  await expect(asked).rejects.toThrow(code);
}
