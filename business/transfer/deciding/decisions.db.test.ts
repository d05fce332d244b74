import { beforeAll, describe, expect, test } from 'vitest';
import { testAttempt, testDatabase, testOffice, testRecord } from '#platform/testing';
import {
  decideMatchSql,
  type Leg,
  legOf,
  lineSql,
  matchSql,
  stand,
  testArrival,
  testStatement,
  testTransfer,
  testWord,
} from '../legs.testing.store.ts';
import { transferProofs } from '../proofs.ts';

/** What somebody who types SQL as the application's role tries in order to decide alone in a transfer. Every attempt fails. */
const db = await testDatabase();
const leg = (name: string) => legOf(name, '510100');
const legs = [leg('fresh'), leg('here'), leg('asked'), leg('waits'), leg('back'), leg('sheet')] as const;
const [fresh, here, asked, waits, back, sheet] = legs;

const basis = { code: 'other', legalBasis: '第二条' };
const proposeSql = (
  of: Leg,
  { id = 'prp_1', token = 'token-clerk', content = {}, kind = 'refuse-balance', message = '' } = {},
) =>
  `SELECT propose_in_transfer('${token}', '${of.owner}', '${id}', '${of.caseId}', '${kind}', nullif('${message}', ''),
     '${JSON.stringify({ ...basis, ...content })}', ${kind === 'record-sheet' ? `'同一人'` : 'NULL'}, now())`;
const decideSql = (of: Leg, { id = 'prp_1', token = 'token-reviewer', approved = true } = {}) =>
  `SELECT decide_in_transfer('${token}', '${of.owner}', '${id}', ${approved}, ${approved ? 'NULL' : `'再核'`}, now())`;
const stepSql = (
  of: Leg,
  {
    action = 'refuse-balance',
    to = 'balance-refused',
    by = 'reviewer',
    id = 'prp_1',
    from = 'refusal-proposed',
  } = {},
) =>
  `SELECT append_action('token-${by}', '${of.owner}', '${of.caseId}', 0, '${action}', '${from}', '${to}', 'officer', 'off_${by}', now(),
     '{"proposalId": "${id}"}', sha256('0'), sha256('a'), NULL, false)`;

const all = (...sql: readonly string[]) =>
  `DO $$ BEGIN ${sql.map((one) => `PERFORM 1 FROM (${one}) AS one;`).join(' ')} END $$`;

async function attempt(sql: string): Promise<string> {
  const { outcome, nothingMoved } = await testAttempt(db, sql);
  expect(nothingMoved, sql).toBe(true);
  return outcome;
}

const advice = (id: string, reference: string) => ({
  ...{ id, type: 'remittance-advice', figures: { amountFen: '5000', reference } },
});

beforeAll(async () => {
  await testOffice(db);
  await testStatement(db);
  for (const one of legs) {
    await testRecord(db, one.owner);
    await testTransfer(db, one, { direction: 'in' });
  }
  for (const [no, one] of [here, asked, back].entries())
    await testWord(db, one, advice(`adv_${no}`, `REF-${no}`));
  await testWord(db, sheet, { id: 'sht_1', type: 'information-sheet' });
  await testWord(db, waits, { id: 'sht_2', type: 'information-sheet' });
  // Money that came under the announced reference, money that a finance officer has said is a transfer's, money that left again.
  await testArrival(db, { key: 'L-1', no: 1, fen: 5_000n, under: 'REF-0' });
  await testArrival(db, { key: 'L-2', no: 2, fen: 5_000n, under: 'REF-?' });
  await db.app.rows(matchSql('mat_1', asked, 'adv_1', 'L-2'));
  const left = { direction: 'out', remitted_under: 'BACK-1', amount_fen: '5000' };
  await db.app.rows(lineSql({ line_key: 'L-3', line_no: 3, ...left }));
  for (const one of [fresh, here, asked, back]) await stand(db, one, 'refusal-proposed');
  await stand(db, sheet, 'sheet-proposed');
});

describe('nobody decides alone in a transfer', () => {
  test.each([
    ['a proposal without a session', proposeSql(fresh, { token: 'x' }), 'access.no-session'],
    ['a reviewer’s proposal', proposeSql(fresh, { token: 'token-reviewer' }), 'access.role-missing'],
    ['a proposal where the case is not before a reviewer', proposeSql(waits), 'transfer.no-transfer'],
    [
      'a refusal without its basis',
      proposeSql(fresh, { content: { legalBasis: '' } }),
      /refusals_say_their_basis/,
    ],
    ['the refusal of what is in suspense', proposeSql(here), 'transfer.money-here'],
    ['the refusal of what is being matched', proposeSql(asked), 'transfer.money-being-matched'],
    [
      'money that was never sent back',
      proposeSql(back, { content: { sentBackReference: 'BACK-2', amountFen: '5000' } }),
      'transfer.not-sent-back',
    ],
    [
      'another amount than was sent back',
      proposeSql(back, { content: { sentBackReference: 'BACK-1', amountFen: '4999' } }),
      'transfer.not-sent-back',
    ],
    [
      'the money that came, said to be what was sent back',
      proposeSql(back, { content: { sentBackReference: 'REF-0', amountFen: '5000' } }),
      'transfer.not-sent-back',
    ],
    [
      'a sheet of another transfer',
      proposeSql(sheet, { kind: 'record-sheet', message: 'sht_2' }),
      'transfer.no-word',
    ],
    [
      'one officer for both',
      all(proposeSql(fresh, { token: 'token-both' }), decideSql(fresh, { token: 'token-both' })),
      /proposer_is_not_decider/,
    ],
    [
      'a clerk who decides',
      all(proposeSql(fresh), decideSql(fresh, { token: 'token-clerk' })),
      'access.role-missing',
    ],
    ['a decision about nothing', decideSql(fresh), 'transfer.no-proposal'],
    [
      'a decision that is taken twice',
      all(proposeSql(fresh), decideSql(fresh, { approved: false }), decideSql(fresh)),
      /transfer_proposal_decision_pkey/,
    ],
    ['a refusal without a proposal', stepSql(fresh), 'transfer.no-proposal'],
    ['a refusal before it is decided', all(proposeSql(fresh), stepSql(fresh)), 'transfer.no-proposal'],
    [
      'a refusal that was given back',
      all(proposeSql(fresh), decideSql(fresh, { approved: false }), stepSql(fresh)),
      'transfer.no-proposal',
    ],
    [
      'a refusal in the name of another reviewer',
      all(proposeSql(fresh), decideSql(fresh), stepSql(fresh, { by: 'both' })),
      'transfer.no-proposal',
    ],
    [
      'a doubtful sheet without a proposal',
      stepSql(sheet, { action: 'let-pass', from: 'sheet-proposed', to: 'awaiting-balance' }),
      'transfer.no-proposal',
    ],
    [
      'a sheet without a reason',
      proposeSql(sheet, { kind: 'record-sheet', message: 'sht_1' }).replace("'同一人'", 'NULL'),
      /sheets_pass_with_a_reason/,
    ],
  ])('%s', async (_, sql, reason) => {
    expect(await attempt(sql)).toMatch(reason);
  });

  test('money that comes while a reviewer has the proposal is not refused any more', async () => {
    const sent = { content: { sentBackReference: 'BACK-1', amountFen: '5000' } };
    await db.app.rows(proposeSql(back, sent));
    await testArrival(db, { key: 'L-4', no: 4, fen: 5_000n, under: 'REF-2' });
    expect(await attempt(decideSql(back))).toBe('transfer.money-here');
    expect(await attempt(decideMatchSql('mat_1', asked))).toBe('transfer.awaits-no-money');
    await db.app.rows(decideSql(back, { approved: false }));
  });

  test('what two officers decided about a sheet refuses no balance', async () => {
    await db.app.rows(proposeSql(sheet, { kind: 'record-sheet', message: 'sht_1' }));
    await db.app.rows(decideSql(sheet));
    await stand(db, sheet, 'refusal-proposed');
    expect(await attempt(stepSql(sheet))).toBe('transfer.no-proposal');
  });

  test('a refusal that two officers took is proved, and shows when it was one', async () => {
    await db.app.rows(proposeSql(fresh));
    await db.app.rows(decideSql(fresh));
    await db.app.rows(stepSql(fresh));
    const [proof] = transferProofs.filter(({ name }) => name === 'transfer.decided-by-two');
    const broken = async () => (await proof?.run(db.app, () => undefined))?.broken.length;
    expect(await broken()).toBe(0);
    await db.superuser.rows('ALTER TABLE transfer_proposal_decision DROP CONSTRAINT proposer_is_not_decider');
    await db.superuser.rows(
      `UPDATE transfer_proposal_decision SET checker_id = maker_id WHERE owner_id = '${fresh.owner}'`,
    );
    expect(await broken()).toBe(1);
  });
});
