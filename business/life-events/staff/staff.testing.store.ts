import { createHash } from 'node:crypto';
import type { Ids } from '#basics';
import { type Caller, system } from '#business/access/public';
import type { TestDatabase } from '#platform/testing';

export interface Desk {
  readonly id: string;
  readonly code: string;
  readonly caller: Caller;
}

export async function employer(db: TestDatabase, name: string, code: string): Promise<Desk> {
  const id = `emp_${name}`;
  const [login, token] = [loginId(name), tokenOf(name)];
  await db.superuser.rows(
    `INSERT INTO employer (owner_id, credit_code, name, recorded_at) VALUES ($1, $2, '示例公司', now())`,
    [id, code],
  );
  await db.superuser.rows('INSERT INTO employer_locator (credit_code, owner_id) VALUES ($1, $2)', [code, id]);
  await db.superuser.rows(
    `INSERT INTO person_login (owner_id, login_name_sealed, password_hash, changed_at, created_at)
     VALUES ($1, '\\x01', 'x', now(), now())`,
    [login],
  );
  await db.superuser.rows(
    `INSERT INTO login_person (owner_id, person_id, capacity, proof, reference, since_at)
     VALUES ($1, $2, 'employer', 'window', 'A-1', now())`,
    [login, id],
  );
  await db.superuser.rows(
    `INSERT INTO person_session (owner_id, token_hash, capacity, opened_at, expires_at)
     VALUES ($1, $2, 'employer', now(), now() + interval '1 hour')`,
    [login, createHash('sha256').update(token).digest()],
  );
  const caller: Caller = {
    ...system,
    kind: 'employer',
    id: login,
    roles: ['employer'],
    personIds: [id],
    token,
  };
  return { id, code, caller };
}

let jobs = 0;

/** Somebody works for an employer, by what is on record. */
export async function employ(db: TestDatabase, owner: string, employerId: string): Promise<void> {
  jobs += 1;
  await db.superuser.rows(
    `INSERT INTO employment (owner_id, id, employer_id, from_on, run_id, line_no, recorded_at)
     SELECT $1, $2, $3, '2020-01-01', r.id, $4, now() FROM import_run r LIMIT 1`,
    [owner, `job_${jobs}`, employerId, jobs],
  );
}

function loginId(name: string): string {
  return `usr_${name.padEnd(26, '0')}`;
}

function tokenOf(name: string): string {
  return `sxu_${loginId(name)}.${name.padEnd(43, '_')}`;
}

/** From now on the database takes no step in a case of this person, and says why. */
export async function turnAway(db: TestDatabase, owner: string, code: string): Promise<void> {
  const name = `turn_away_${owner.toLowerCase()}`;
  await db.superuser.rows(
    `CREATE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
       RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = '${code}'; END $$`,
  );
  await db.superuser.rows(
    `CREATE TRIGGER ${name} BEFORE INSERT ON case_action FOR EACH ROW WHEN (NEW.owner_id = '${owner}')
       EXECUTE FUNCTION ${name}()`,
  );
}

/** Which transactions wrote rows of a table that are as they were written. */
export async function writers(db: TestDatabase, table: string): Promise<readonly string[]> {
  const rows = await db.superuser.rows<{ by: string }>(`SELECT DISTINCT xmin::text AS by FROM ${table}`);
  return rows.map(({ by: each }) => each);
}

export async function casesOf(db: TestDatabase, owners: readonly string[]): Promise<number> {
  const row = await db.superuser.row<{ n: string }>(
    `SELECT count(*) AS n FROM case_file WHERE owner_id = ANY($1) AND process = 'staff-reduction'`,
    [owners],
  );
  return Number(row?.n);
}

/** As a server that is killed in the second case. */
export function cutAfter(ids: Ids, most: number): Ids {
  let made = 0;
  return {
    next(prefix) {
      if (prefix === 'cas') made += 1;
      if (made >= most) throw new Error('cut off');
      return ids.next(prefix);
    },
  };
}
