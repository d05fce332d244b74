import type { TestDatabase } from '#platform/testing';
import { type Leg, partner } from '../legs.testing.store.ts';

/** The directory's last word on the other agency: its gateway from a day on, null for paper. */
export async function testGatewayOf(db: TestDatabase, gateway: string | null, from = '2020-01-01') {
  await db.superuser.rows(
    `INSERT INTO partner_change (id, region, kind, effective_on, name_zh, name_en, gateway_url, accepts_balances, versions, reason, asked_by, asked_at,
       decided_by, decided_at, agreed)
     VALUES ('pch_' || lpad((SELECT count(*) FROM partner_change)::text, 26, '0'), $1, 'profile', $2, '成都', 'Chengdu', $3, true, '{1}', 'test',
       'off_clerk', now(), 'off_reviewer', now(), true)`,
    [partner, from, gateway],
  );
}

export async function testSuspended(db: TestDatabase, kind: 'suspend' | 'resume') {
  await db.superuser.rows(
    `INSERT INTO partner_change (id, region, kind, reason, asked_by, asked_at, decided_by, decided_at, agreed)
     VALUES ('pch_' || lpad((SELECT count(*) FROM partner_change)::text, 26, '0'), $1, $2, 'test', 'off_clerk', now(), 'off_reviewer',
       clock_timestamp(), true)`,
    [partner, kind],
  );
}

/** A step of a case as somebody took it, with what may stand on it. */
export async function testStep(
  db: TestDatabase,
  { owner, caseId }: Pick<Leg, 'owner' | 'caseId'>,
  { seq, action, at = 'now()' }: { readonly seq: number; readonly action: string; readonly at?: string },
) {
  await db.superuser.rows(
    `INSERT INTO case_action (owner_id, case_id, seq, action, from_state, to_state, actor_kind, actor_id, at, data, previous_hash, hash)
     VALUES ($1, $2, $3, $4, 'x', 'x', 'system', 'system', ${at}, '{}', sha256('a'), sha256('b'))`,
    [owner, caseId, seq, action],
  );
}

export const formSql = ({ owner, caseId }: Pick<Leg, 'owner' | 'caseId'>, seq: number, kind: string) =>
  `SELECT issue_letter('${owner}', '${caseId}', ${seq}, '${kind}', 'zh', 4, '\\x01', sha256('x'), NULL, now())`;

export const postSql = ({ owner, caseId }: Leg, seq: number) =>
  `SELECT make_partner_post('${owner}', '${caseId}', ${seq}, 'msg_${caseId}_${seq}', now())`;

export const postedSql = (
  { owner, caseId }: Leg,
  seq: number,
  { on = 'business_today()', token = 'token-clerk' } = {},
) => `SELECT record_posting('${token}', '${owner}', '${caseId}', ${seq}, ${on}, NULL, now())`;

export const keyedSql = (
  { owner, transferId }: Leg,
  id: string,
  given: { readonly scan?: string; readonly reference?: string; readonly dated?: string } = {},
) => {
  const { scan = 'fil_scan', reference = '成医保函 1', dated = 'now()' } = given;
  return `SELECT record_partner_paper('token-both', '${owner}', '${id}', '${transferId}', '${partner}', '440300', 'contact-letter',
     '{"acceptsBalance": true}', '\\x01', sha256('${id}'), '${reference}', '${scan}', ${dated}, now())`;
};

export const draftSql = ({ owner, caseId }: Leg, id: string, { seen = 0, token = 'token-clerk' } = {}) =>
  `SELECT save_paper_draft('${token}', '${owner}', '${caseId}', '${id}', ${seen}, '\\x01', now())`;

/** The last that a scanner said of a file. */
export async function testScanned(
  db: TestDatabase,
  { owner }: Pick<Leg, 'owner'>,
  file: string,
  outcome: string,
) {
  await db.superuser.rows(
    `INSERT INTO paper_scan (owner_id, file_id, seq, outcome, said, at)
     SELECT $1, $2, count(*) + 1, $3, 'test', now() FROM paper_scan WHERE owner_id = $1 AND file_id = $2`,
    [owner, file, outcome],
  );
}
