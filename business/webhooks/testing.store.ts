import type { TestDatabase } from '#platform/testing';

/** What this folder's tests make and look at. */

export async function addKey(
  { superuser }: TestDatabase,
  { id, token, scopes }: { readonly id: string; readonly token: string; readonly scopes: readonly string[] },
): Promise<void> {
  await superuser.rows(
    `INSERT INTO api_key (id, secret_hash, holder, scopes, made_by, made_at, expires_at)
     VALUES ($1, sha256(convert_to($2, 'UTF8')), 'Test', $3, 'off_clerk', now(), now() + interval '1 day')`,
    [id, token, scopes],
  );
}

/** A case of somebody on record, in its first state. */
export async function openCase({ app }: TestDatabase, { owner, caseId }: CaseOfTest): Promise<void> {
  await app.rows(
    `SELECT open_case($1, $2, $3, 'withdrawal', '1', 'death', 'shenzhen', '1', 'ofc_test', 'window', now(), 'draft')`,
    [owner, caseId, `W-${caseId}`],
  );
}

interface CaseOfTest {
  readonly owner: string;
  readonly caseId: string;
}

/** A step of any name, as it stands after casework has appended it. */
export async function appendStep(
  { superuser }: TestDatabase,
  { owner, caseId, action }: CaseOfTest & { readonly action: string },
): Promise<void> {
  await superuser.rows(
    `WITH c AS (UPDATE case_file SET action_count = action_count + 1 WHERE owner_id = $1 AND id = $2 RETURNING action_count AS seq)
     INSERT INTO case_action (owner_id, case_id, seq, action, from_state, to_state, actor_kind, actor_id, at, data, previous_hash, hash)
     SELECT $1, $2, c.seq, $3, 'draft', 'draft', 'system', 'system', now(), '{}',
            coalesce((SELECT a.hash FROM case_action a WHERE a.owner_id = $1 AND a.case_id = $2 AND a.seq = c.seq - 1), sha256('')),
            sha256(convert_to($3 || c.seq, 'UTF8')) FROM c`,
    [owner, caseId, action],
  );
}

/** Whether everything that was written has ended as far as the server tells: other tests' transactions hold it back. */
export async function allEnded({ app }: TestDatabase): Promise<boolean> {
  const row = await app.row<{ ended: boolean }>(
    `SELECT coalesce(max(recorded_xid), 0) < pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS ended FROM case_action`,
  );
  return row?.ended === true;
}

export async function makeAllDue({ superuser }: TestDatabase): Promise<void> {
  await superuser.rows(`UPDATE webhook_delivery SET next_at = now() - interval '1 second'`);
}

export async function failingFor(
  { superuser }: TestDatabase,
  { id, hours }: { readonly id: string; readonly hours: number },
): Promise<void> {
  await superuser.rows(
    'UPDATE webhook_subscription SET failing_since = now() - make_interval(hours => $2) WHERE id = $1',
    [id, hours],
  );
}

export async function noticesTo({ superuser }: TestDatabase, owner: string): Promise<readonly string[]> {
  const rows = await superuser.rows<{ kind: string }>('SELECT kind FROM notice_outbox WHERE owner_id = $1', [
    owner,
  ]);
  return rows.map(({ kind }) => kind);
}

/** Everything that the subscriptions' table holds, as one text. */
export async function sealedTexts({ superuser }: TestDatabase): Promise<string> {
  const row = await superuser.row<{ texts: string }>(
    `SELECT string_agg(encode(url_sealed, 'escape') || encode(secret_sealed, 'escape'), ' ') AS texts FROM webhook_subscription`,
  );
  return row?.texts ?? '';
}
