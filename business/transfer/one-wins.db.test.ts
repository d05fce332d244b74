import { expect, test } from 'vitest';
import { paymentsProofs } from '#business/payments';
import { ledgerProofs } from '#engines/ledger';
import { connect, type Database } from '#platform/postgres';
import {
  inFull,
  type TestDatabase,
  testCaseFile,
  testDatabase,
  testOffice,
  testPerson,
} from '#platform/testing';
import {
  acceptSql,
  account,
  type Leg,
  outcomeOf,
  payeeSql,
  settleSql,
  testTransfer,
  testWord,
} from './legs.testing.store.ts';
import { transferProofs } from './proofs.ts';

/**
 * One balance that withdrawals, transfers to other agencies and successions all want, many clients at once, each with a case of its
 * own. One gets it, and every other is told whose it is; then again with the hold taken out, where several would be promised it.
 */
const clients = inFull ? 32 : 9;

async function agency(): Promise<{ db: TestDatabase; app: Database }> {
  const db = await testDatabase();
  await testOffice(db);
  await db.migrator.rows(`INSERT INTO interest_rate VALUES ('carried-over', '2015-10-24', 11000, 360)`);
  return { db, app: connect({ connection: db.connection('app'), role: 'app', size: clients }) };
}

/** What one client asks for: first that the account is held for its case, then that it is emptied. */
interface Wish {
  readonly caseId: string;
  readonly hold: string;
  readonly empty: readonly string[];
}

const together = (...calls: readonly string[]) =>
  `DO $$ BEGIN ${calls.map((call) => `PERFORM 1 FROM (${call}) AS one;`).join(' ')} END $$`;

/** Accepted and the account named in one transaction, settled in the next, as the program does it. */
async function remit(db: TestDatabase, owner: string, client: number): Promise<Wish> {
  const region = `51${String(client).padStart(2, '0')}99`;
  const leg: Leg = {
    ...{ owner, caseId: `cas_${owner}_${client}`, transferId: `${region}-race_${owner}_${client}` },
  };
  const message = `${leg.caseId}_letter`;
  await testTransfer(db, leg, { with: region });
  await testWord(db, leg, {
    ...{ id: message, type: 'contact-letter', figures: { acceptsBalance: true, account }, from: region },
  });
  const step = `SELECT append_action(NULL, '${owner}', '${leg.caseId}', 0, 'accept', 'awaiting-letter', 'accepted', 'partner-agency',
    '${region}', now(), '{"messageId": "${message}"}', sha256('0'), sha256('a'), NULL, false)`;
  return {
    caseId: leg.caseId,
    hold: together(acceptSql(leg, message), step, payeeSql(leg, message)),
    empty: [settleSql(leg)],
  };
}

/** Held, decided by two, settled: for the insured person, or for whoever succeeds. */
async function withdraw(
  db: TestDatabase,
  owner: string,
  { client, payee }: { readonly client: number; readonly payee: 'insured' | 'successor' },
): Promise<Wish> {
  const id = `${owner}_${client}`;
  const [theCase, decision] = [`'${owner}', 'cas_${id}'`, `'${owner}', 'dec_${id}'`];
  await testCaseFile(db, { owner, caseId: `cas_${id}` });
  const ground = payee === 'insured' ? 'nationality-lost' : 'death';
  const ends = `'{"option": {"relationship": "ends"}}', sha256('a'), now()`;
  return {
    caseId: `cas_${id}`,
    hold: together(
      `SELECT place_hold(${theCase}, now())`,
      `SELECT record_payee(${theCase}, '${payee}', '张三', '102584000002', '工商银行', '\\x01', '8888', now())`,
    ),
    empty: [
      `SELECT propose_decision('token-clerk', ${decision}, 'cas_${id}', 'approve', '${ground}', 'shenzhen', '1', business_today(), '{}', ${ends})`,
      `SELECT approve_decision('token-reviewer', ${decision}, business_today(), '{}', ${ends})`,
      `SELECT settle_withdrawal(${theCase}, 'dec_${id}', interest_to_date('${owner}', business_today()), 'jnl_i_${id}',
         'jnl_w_${id}', 'aut_${id}', 'ord_${id}', business_today(), now())`,
    ],
  };
}

interface Round {
  readonly wishes: readonly Wish[];
  readonly held: readonly Told[];
  readonly emptied: readonly string[];
}

/** All at once, twice: whoever was refused the account tries to empty it all the same. */
async function race({ db, app }: { db: TestDatabase; app: Database }, owner: string): Promise<Round> {
  await testPerson(db, { owner, balanceFen: 100_000n, balanceOn: '2025-12-31' });
  const wishes: Wish[] = [];
  for (const client of Array(clients).keys()) {
    const payee = client % 3 === 1 ? 'insured' : 'successor';
    wishes.push(
      client % 3 === 0 ? await remit(db, owner, client) : await withdraw(db, owner, { client, payee }),
    );
  }
  await Promise.all(wishes.map(() => app.rows('SELECT 1')));
  const held = await Promise.all(wishes.map(({ hold }) => toldOf(app.rows(hold))));
  const emptied = await Promise.all(wishes.map(({ empty }) => outcomeOf(oneByOne(app, empty))));
  return { wishes, held, emptied };
}

async function oneByOne(app: Database, steps: readonly string[]): Promise<void> {
  for (const sql of steps) await app.rows(sql);
}

/** What came of it, and the case that a refusal names. */
interface Told {
  readonly outcome: string;
  readonly number: string | undefined;
}

function toldOf(asked: Promise<unknown>): Promise<Told> {
  return asked.then(
    () => ({ outcome: 'done', number: undefined }),
    (error: Error & { readonly detail?: string }) => ({ outcome: error.message, number: error.detail }),
  );
}

const winnersOf = (outcomes: readonly string[]) =>
  outcomes.flatMap((one, client) => (one === 'done' ? [client] : []));

/** The cases that emptied an account, by the books; and the case that stands in the way, as the program tells it. */
async function caseInTheWay(db: TestDatabase, owner: string): Promise<unknown> {
  return db.app.row(
    `SELECT (SELECT array_agg(case_id) FROM posting WHERE owner_id = $1 AND debit = 'personal' AND purpose IN ('withdrawal', 'transfer-out')) AS emptied,
            (SELECT array_agg(case_id) FROM account_hold WHERE owner_id = $1 AND released_by = 'settlement') AS "inTheWay",
            (SELECT count(*)::int FROM account_hold WHERE owner_id = $1 AND released_at IS NULL) AS others`,
    [owner],
  );
}

async function numberOf(
  db: TestDatabase,
  { owner, caseId }: { readonly owner: string; readonly caseId: string },
): Promise<string | undefined> {
  const row = await db.app.row<{ number: string }>(
    'SELECT number FROM case_file WHERE owner_id = $1 AND id = $2',
    [owner, caseId],
  );
  return row?.number;
}

test(`of withdrawals, transfers and successions that want one balance, ${clients} at once, exactly one gets it, and the others learn which`, async () => {
  const { db, app } = await agency();
  for (const owner of inFull ? ['psn_a', 'psn_b', 'psn_c'] : ['psn_a', 'psn_b']) {
    const { wishes, held, emptied } = await race({ db, app }, owner);
    const outcomes = held.map(({ outcome }) => outcome);
    const [winner = -1, ...more] = winnersOf(outcomes);
    expect(more, outcomes.join()).toEqual([]);
    expect(winnersOf(emptied)).toEqual([winner]);
    const { caseId } = wishes[winner] ?? { caseId: 'none' };
    expect(await caseInTheWay(db, owner)).toEqual({ emptied: [caseId], inTheWay: [caseId], others: 0 });
    const number = await numberOf(db, { owner, caseId });
    const refused = { outcome: 'ledger.already-held', number };
    expect(held.filter((_, client) => client !== winner)).toEqual(Array(clients - 1).fill(refused));
    for (const told of emptied) expect(told).toMatch(/^done$|not-held|not-accepted/);
  }
  for (const proof of [...ledgerProofs, ...paymentsProofs, ...transferProofs])
    expect((await proof.run(db.app, () => undefined)).broken, proof.name).toEqual([]);
  await app.close();
});

// A race need not come about at the first try.
test('without the hold, several would be promised the one balance', { retry: 3 }, async () => {
  const { db, app } = await agency();
  await db.superuser.rows('DROP INDEX one_whole_account_hold');
  const { held } = await race({ db, app }, 'psn_a');
  expect(winnersOf(held.map(({ outcome }) => outcome)).length).toBeGreaterThan(1);
  await app.close();
});
