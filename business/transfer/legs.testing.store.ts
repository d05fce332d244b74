import { type TestDatabase, testApproval, testCaseFile } from '#platform/testing';

/**
 * Transfers between agencies for tests of their money, by plain SQL: what the program may ask for on the application's
 * connection, what a gateway keeps and where a case stands by somebody who may do everything.
 */
export const partner = '510100';
export const account = { holder: '成都市医保局', bankCode: '102651000001', tail: '8888' };
export const bankDay = 'bnk_00000000_20260701';
const file = `sha256('statements')`;

export interface Leg {
  readonly owner: string;
  readonly caseId: string;
  readonly transferId: string;
}

/** Somebody's transfer to be, of that name, as the agency of a region calls it. */
export function legOf(name: string, region = '440300'): Leg {
  return { owner: `psn_${name}`, caseId: `cas_${name}`, transferId: `${region}-transfer_${name}` };
}

/** What `sql` came to: `done`, or the words of the refusal. */
export function outcomeOf(asked: Promise<unknown>): Promise<string> {
  return asked.then(
    () => 'done',
    (error: Error) => error.message,
  );
}

export async function testTransfer(
  db: TestDatabase,
  { owner, caseId, transferId }: Leg,
  { direction = 'out', with: region = partner }: { direction?: 'out' | 'in'; with?: string } = {},
): Promise<void> {
  await testCaseFile(db, { owner, caseId, process: `transfer-${direction}` });
  await stand(db, { owner, caseId }, direction === 'out' ? 'awaiting-letter' : 'awaiting-balance');
  await db.app.rows('SELECT open_transfer($1, $2, $3, $4, $5, now())', [
    ...[owner, caseId, transferId, direction, region],
  ]);
}

export async function stand(
  db: TestDatabase,
  { owner, caseId }: Pick<Leg, 'owner' | 'caseId'>,
  state: string,
): Promise<void> {
  await db.superuser.rows('UPDATE case_file SET state = $3 WHERE owner_id = $1 AND id = $2', [
    owner,
    caseId,
    state,
  ]);
}

export interface TestWord {
  readonly id: string;
  readonly type: string;
  readonly figures?: object;
  readonly from?: string;
  /** In which place of its sender's messages; the next one unless told. */
  readonly sequence?: number;
  /** The hash of the number of whom it is about. */
  readonly subject?: string;
  /** The code with which its receipt refused it. */
  readonly refused?: string;
}

/** As the gateway keeps a message once it has verified it; answers what came of it. */
export async function testKept(db: TestDatabase, transferId: string, word: TestWord): Promise<string> {
  const { id, type, figures = {}, from = partner, subject = null, refused = null } = word;
  const before = await db.superuser.row<{ n: number }>(
    'SELECT count(*)::int AS n FROM exchange_received WHERE owner_id = $1 AND from_region = $2',
    [transferId, from],
  );
  const row = await db.gateway.row<{ outcome: string }>(
    `SELECT outcome FROM keep_message($1, $2, $3, $4, NULL, $5, now(), 'key', encode(sha256(convert_to($3 || $6, 'UTF8')), 'hex'),
       '\\x01', '\\x01', '\\x01', $7, $6::jsonb, '\\x0000000000000001'::bytea || sha256(convert_to($8, 'UTF8')), now())`,
    [
      ...[transferId, from, id, word.sequence ?? (before?.n ?? 0) + 1, type, JSON.stringify(figures)],
      ...[refused, subject],
    ],
  );
  return row?.outcome ?? '';
}

/** Taken into a person's transfer by whoever applies it, and applied. */
export async function testTaken(
  db: TestDatabase,
  { owner, transferId }: Pick<Leg, 'owner' | 'transferId'>,
  { id, from = partner }: TestWord,
): Promise<void> {
  const row = await db.app.row<{ fresh: boolean }>('SELECT take_partner_word($1, $2, now()) AS fresh', [
    owner,
    id,
  ]);
  if (row?.fresh !== true) return;
  await db.app.rows(`SELECT message_applied($1, $2, $3, 'test', $4, now())`, [transferId, from, id, owner]);
}

/** A message that came through the gateway, and was taken into its transfer. */
export async function testWord(db: TestDatabase, leg: Leg, word: TestWord): Promise<void> {
  await testKept(db, leg.transferId, word);
  await testTaken(db, leg, word);
}

export const payeeSql = ({ owner, caseId }: Leg, message: string, given: Partial<typeof account> = {}) => {
  const { holder, bankCode, tail } = { ...account, ...given };
  return `SELECT name_agency_payee('${owner}', '${caseId}', '${message}', '${holder}', '${bankCode}', '工商银行成都分行', '\\x01', '${tail}', '{}', now())`;
};

export const acceptSql = ({ owner, caseId }: Leg, message: string) =>
  `SELECT accept_transfer('${owner}', '${caseId}', '${message}', now())`;

export const settleSql = (
  { owner, caseId }: Leg,
  { interest, on }: { interest?: string; on?: string } = {},
) =>
  `SELECT settle_transfer('${owner}', '${caseId}', ${interest ?? `interest_to_date('${owner}', business_today())`}, 'jnl_int_${caseId}',
     'jnl_out_${caseId}', 'aut_${caseId}', 'ord_${caseId}', ${on ?? 'business_today()'}, now())`;

export const takeBackSql = ({ owner, caseId }: Leg, message: string | null) =>
  `SELECT take_back_transfer('${owner}', '${caseId}', ${message === null ? 'NULL' : `'${message}'`}, 'jnl_back_${caseId}', now())`;

export const receiveSql = ({ owner, caseId }: Leg, line: string, message: string) =>
  `SELECT receive_transfer('${owner}', '${caseId}', '${bankDay}', '${line}', '${message}', 'jnl_rcp_${line}', 'jnl_in_${line}', now())`;

/** Accepted on the letter `<case>-letter`, which names the account, and that account named. */
export async function testAccepted(db: TestDatabase, leg: Leg): Promise<void> {
  const id = `${leg.caseId}-letter`;
  await testWord(db, leg, { id, type: 'contact-letter', figures: { acceptsBalance: true, account } });
  await db.app.rows(acceptSql(leg, id));
  await stand(db, leg, 'accepted');
  await db.app.rows(payeeSql(leg, id));
}

/** A batch of one attempt that two officers let go. */
export async function testSend(
  db: TestDatabase,
  { owner, caseId }: Leg,
  attempt: number,
  release = true,
): Promise<void> {
  const [order, batch] = [`ord_${caseId}`, `bat_${caseId}_${attempt}`];
  const { fen, revision } = (await db.app.row<{ fen: bigint; revision: number }>(
    `SELECT o.amount_fen AS fen, (SELECT max(revision) FROM payee p WHERE p.owner_id = o.owner_id AND p.case_id = o.case_id) AS revision
       FROM payment_order o WHERE o.owner_id = $1 AND o.id = $2`,
    [owner, order],
  )) ?? { fen: 0n, revision: 0 };
  await db.app.rows(
    `DO $$ BEGIN PERFORM build_batch('token-finance', '${batch}', '${batch.replaceAll('_', '-')}', 1, ${fen},
         sha256(convert_to('1|${owner}|${order}|${attempt}|${fen}|${revision}', 'UTF8')), business_today(), now());
       PERFORM add_to_batch('${owner}', '${order}', ${attempt}, '${batch}', 1, ${revision}); END $$`,
  );
  if (release) await db.app.rows(testApproval(batch));
}

/** What the bank answers to the last attempt; whether it is news. */
export async function testAnswer(
  db: TestDatabase,
  { owner, caseId }: Leg,
  { attempt, result }: { readonly attempt: number; readonly result: 'paid' | 'returned' },
): Promise<boolean> {
  const row = await db.app.row<{ news: boolean }>(
    `SELECT answer_payment('token-finance', ${file}, $1, $2, $3, $4, NULL, $5, business_today(), now()) AS news`,
    [owner, `ord_${caseId}`, attempt, result, `jnl_ans_${caseId}_${attempt}`],
  );
  return row?.news === true;
}

/** Our bank account's statement, with room for many lines. */
export async function testStatement(db: TestDatabase): Promise<void> {
  await db.app.rows(`SELECT take_bank_file('token-finance', ${file}, 'S', 'camt.053', now())`);
  await db.app.rows(
    `SELECT take_statement('token-finance', ${file}, '4405', '${bankDay}', '2026-07-01', 'S', 0, 0, 100000, 'jnl_first', now(), '2026-07-01')`,
  );
}

export const lineSql = (made: { readonly line_key: string; readonly [column: string]: unknown }): string => {
  const row = {
    ...{ owner_id: bankDay, direction: 'in', is_return: false, booked_on: '2026-07-01' },
    ...{ digest: `\\x${'00'.repeat(32)}`, recorded_at: new Date().toISOString(), ...made },
  };
  return `SELECT book_bank_line('token-finance', ${file}, jsonb_populate_record(NULL::bank_line, '${JSON.stringify(row)}'), 'jnl_${row.line_key}') AS outcome`;
};

export interface ArrivedLine {
  readonly key: string;
  readonly no: number;
  readonly fen: bigint;
  readonly under: string | null;
}

/** Money that came in under a reference. */
export async function testArrival(db: TestDatabase, { key, no, fen, under }: ArrivedLine): Promise<void> {
  await db.app.rows(lineSql({ line_key: key, line_no: no, amount_fen: `${fen}`, remitted_under: under }));
}

export const matchSql = (id: string, of: Leg, message: string, line: string, token = 'token-finance') =>
  `SELECT request_transfer_match('${token}', '${of.owner}', '${id}', '${of.caseId}', '${message}', '${bankDay}', '${line}', '附言不清', now())`;
export const decideMatchSql = (id: string, of: Leg, token = 'token-finance2', approved = true) =>
  `SELECT decide_transfer_match('${token}', '${of.owner}', '${id}', ${approved}, ${approved ? 'NULL' : `'不是'`}, 'jnl_mr_${id}', 'jnl_m_${id}', now())`;
/** The scan of a letter, uploaded for the case; `fil_scan` unless told. */
export async function testScan(db: TestDatabase, { owner, caseId }: Leg, id = 'fil_scan'): Promise<void> {
  await db.superuser.rows(
    `INSERT INTO paper_file (owner_id, id, stored_name, stored_bytes, key_sealed, content_hash, content_sealed, kind, byte_count, removed, received_at)
     VALUES ($1, $2, repeat('0', 64), 1, '\\x01', sha256(convert_to($2, 'UTF8')), '\\x01', 'pdf', 1, '{}', now())`,
    [owner, id],
  );
  await db.superuser.rows(
    `INSERT INTO paper_upload (owner_id, case_id, file_id, uploader_kind, uploader_id, at) VALUES ($1, $2, $3, 'officer', 'off_both', now())`,
    [owner, caseId, id],
  );
}

export const keyInSql = (
  of: Leg,
  id: string,
  { token = 'token-both', from = partner, scan = 'fil_scan' } = {},
) =>
  `SELECT record_partner_paper('${token}', '${of.owner}', '${id}', '${of.transferId}', '${from}', '440300', 'contact-letter',
     '{"acceptsBalance": true}', '\\x01', sha256('${id}'), '成医保函 1', '${scan}', now(), now())`;
export const confirmSql = (of: Leg, id: string, { token = 'token-reviewer', digest = id } = {}) =>
  `SELECT decide_partner_paper('${token}', '${of.owner}', '${id}', sha256('${digest}'), true, NULL, now())`;

/** Ids of the stretches of months that count for a person. */
export async function countedPeriods(db: TestDatabase, owner: string): Promise<readonly string[]> {
  const rows = await db.app.rows<{ id: string }>(
    `SELECT p.id FROM paid_period p WHERE p.owner_id = $1 AND NOT EXISTS (SELECT FROM record_void v
       WHERE v.owner_id = p.owner_id AND v.subject = 'period' AND v.subject_id = p.id) ORDER BY p.id`,
    [owner],
  );
  return rows.map(({ id }) => id);
}
