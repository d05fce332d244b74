import { createHash } from 'node:crypto';
import { canonicalJson } from '#basics';
import type { TestDatabase } from '#platform/testing';

export const officerRoles = ['clerk', 'reviewer', 'finance', 'auditor', 'administrator'];

/** The token of the session that the officer of a role has; of `ended`, who has every role, the session is over. */
export function tokenOf(role: string): string {
  return `session-of-the-${role}`;
}

/** An office with one officer of each role. */
export async function openOffice({ superuser }: TestDatabase): Promise<void> {
  await superuser.rows(
    `INSERT INTO office (id, region, name_zh, name_en) VALUES ('off_test', '440300', '测试机构', 'Test office')`,
  );
  for (const role of [...officerRoles, 'ended']) {
    await superuser.rows(
      `INSERT INTO officer (id, login_name, name_zh, name_en, office_id, roles, created_at)
       VALUES ($1, $2, '测试', 'Test', 'off_test', $3, now())`,
      [`ofc_${role}`, `test-${role}`, role === 'ended' ? officerRoles : [role]],
    );
    const ended = role === 'ended' ? new Date() : null;
    await superuser.rows(
      `INSERT INTO officer_session (token_hash, officer_id, opened_at, expires_at, ended_at)
       VALUES ($1, $2, now(), now() + interval '1 day', $3)`,
      [createHash('sha256').update(tokenOf(role)).digest(), `ofc_${role}`, ended],
    );
  }
  await superuser.rows(
    `INSERT INTO api_key (id, secret_hash, holder, scopes, made_by, made_at, expires_at)
     VALUES ('key_test', $1, 'Test', '{nothing}', 'ofc_administrator', now(), now() + interval '1 day'),
       ('key_merchant', $2, 'Pharmacy', '{card-payments}', 'ofc_administrator', now(), now() + interval '1 day')`,
    [keyOfNoScope, keyOfMerchant].map((key) => createHash('sha256').update(key).digest()),
  );
}

/** The session of an insured person who acts for themselves, `psn_own`. */
export const tokenOfInsured = `sxu_usr_${'0'.repeat(26)}.${'s'.repeat(43)}`;

/** What the same login may act as besides, each in a session of its own. */
export const otherCapacities = ['successor', 'employer'] as const;

export function tokenOfCapacity(capacity: (typeof otherCapacities)[number]): string {
  return `sxu_usr_${'0'.repeat(26)}.${capacity.padEnd(43, 's')}`;
}

/** Somebody else on record. */
export const otherPerson = 'psn_other';

/** A login of a citizen with a live session, and a person whom it may not act for. */
export async function openCitizen({ superuser }: TestDatabase): Promise<void> {
  const login = `usr_${'0'.repeat(26)}`;
  for (const person of ['psn_own', otherPerson]) {
    await superuser.rows(
      `INSERT INTO person (owner_id, name, born_on, nationality, office_id, recorded_at)
       VALUES ($1, '测试', '1960-01-01', 'CHN', 'off_test', now())`,
      [person],
    );
  }
  await superuser.rows(
    `INSERT INTO person_login (owner_id, login_name_sealed, password_hash, changed_at, created_at)
     VALUES ($1, '', '', now(), now())`,
    [login],
  );
  await superuser.rows(
    `INSERT INTO login_person (owner_id, person_id, capacity, proof, reference, since_at)
     VALUES ($1, 'psn_own', 'insured', 'window', 'test', now())`,
    [login],
  );
  await superuser.rows(
    `INSERT INTO person_session (owner_id, token_hash, capacity, opened_at, expires_at)
     VALUES ($1, $2, 'insured', now(), now() + interval '1 day')`,
    [login, createHash('sha256').update(tokenOfInsured).digest()],
  );
  for (const capacity of otherCapacities) {
    await superuser.rows(
      `INSERT INTO login_person (owner_id, person_id, capacity, proof, reference, since_at)
       VALUES ($1, $2, $3, 'window', 'test', now())`,
      [login, capacity === 'employer' ? 'emp_own' : 'psn_own', capacity],
    );
    await superuser.rows(
      `INSERT INTO person_session (owner_id, token_hash, capacity, opened_at, expires_at)
       VALUES ($1, $2, $3, now(), now() + interval '1 day')`,
      [login, createHash('sha256').update(tokenOfCapacity(capacity)).digest(), capacity],
    );
  }
}

/** A pharmacy's key, for payments by card. */
export const keyOfMerchant = 'sxk_of-merchant';

/** A key of an integrator that reaches no operation. */
export const keyOfNoScope = 'sxk_of-no-scope';

/** A case of somebody else in each procedure: its number, by the process. */
export async function openCasesOfOther(
  { superuser }: TestDatabase,
  numbers: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [process, number] of Object.entries(numbers)) {
    const id = `cas_${process}`;
    await superuser.rows(
      `INSERT INTO case_file (owner_id, id, number, process, process_version, subject, rule_set, rule_version, office_id, channel,
         opened_at, state, action_count)
       VALUES ($1, $2, $3, $4, '1', 'death', 'shenzhen', '1', 'off_test', 'window', now(), 'draft', 0)`,
      [otherPerson, id, number, process],
    );
    await superuser.rows('INSERT INTO case_locator (number, owner_id, case_id) VALUES ($1, $2, $3)', [
      number,
      otherPerson,
      id,
    ]);
  }
}

/** As if `actor` had done `operation` under this key with some other body. */
export async function takeKeyForAnotherBody(
  { superuser }: TestDatabase,
  { actor, operation, key }: { readonly actor: string; readonly operation: string; readonly key: string },
): Promise<void> {
  const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();
  await superuser.rows(
    `INSERT INTO idempotency_key (key_hash, body_hash, status, answer, made_at) VALUES ($1, $2, 200, '{}', now())`,
    [sha256(canonicalJson([actor, operation, key])), sha256('another body')],
  );
}

/** Whose records were shown through an operation, as the access log has it. */
export async function viewingsThrough(
  { superuser }: TestDatabase,
  operation: string,
): Promise<readonly string[]> {
  const rows = await superuser.rows<{ owner: string }>(
    'SELECT owner_id AS owner FROM access_log WHERE operation = $1',
    [operation],
  );
  return rows.map(({ owner }) => owner);
}
