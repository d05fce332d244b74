import type { Reader } from '#platform/postgres';

/** What somebody who looks at both agencies sees of one person. */
export interface Seen {
  /** The state of the transfer at the agency that is left, and where the person comes to; null where there is none. */
  readonly leaving: string | null;
  readonly coming: string | null;
  readonly withdrawal: string | null;
  /** Whether the withdrawal has an account to pay to. */
  readonly payee: boolean;
}

/** One agency, as its database has it at a moment. */
export interface View {
  readonly cases: readonly {
    readonly owner: string;
    readonly process: string;
    readonly number: string;
    readonly state: string;
    readonly payee: boolean;
    readonly transfer: string | null;
    /** By when the agency must be done; null while its clock does not run. */
    readonly dueOn: string | null;
  }[];
  /** Credits less debits, by person (or by the bank's day) and account of the books. */
  readonly books: readonly { readonly owner: string; readonly account: string; readonly fen: string }[];
  readonly accounts: readonly { readonly owner: string; readonly fen: string; readonly held: boolean }[];
  readonly attempts: readonly {
    readonly owner: string;
    readonly order: string;
    readonly attempt: number;
    readonly result: string | null;
  }[];
  readonly lines: readonly {
    readonly key: string;
    readonly direction: 'in' | 'out';
    readonly fen: string;
    readonly outcome: string;
    readonly person: string | null;
  }[];
  readonly messages: readonly {
    readonly id: string;
    readonly transfer: string;
    readonly state: string;
    readonly reason: string | null;
    readonly type: string;
  }[];
  readonly sent: readonly {
    readonly id: string;
    readonly transfer: string;
    readonly type: string;
    readonly state: string;
    readonly result: string | null;
    readonly due: boolean;
  }[];
  readonly contradictions: number;
  /** Orders that no batch has yet. */
  readonly due: number;
  /** Batches that wait for approvals. */
  readonly batches: readonly { readonly id: string; readonly digest: string }[];
  /** Batches that may go to the bank. */
  readonly released: readonly string[];
}

/** Looked at after every step, so that the server keeps the plan of it. */
export async function openView(superuser: Reader): Promise<void> {
  await superuser.rows(
    `CREATE FUNCTION remembered.view_of(p_at timestamptz) RETURNS json LANGUAGE plpgsql STABLE AS $$ BEGIN RETURN json_build_object(
       'cases', (SELECT coalesce(json_agg(json_build_object('owner', c.owner_id, 'process', c.process, 'number', c.number, 'state', c.state,
           'payee', EXISTS (SELECT FROM payee p WHERE p.owner_id = c.owner_id AND p.case_id = c.id),
           'transfer', t.transfer_id, 'dueOn', c.due_on) ORDER BY c.opened_at, c.id), '[]')
         FROM case_file c LEFT JOIN transfer t ON t.owner_id = c.owner_id AND t.case_id = c.id),
       'books', (SELECT coalesce(json_agg(json_build_object('owner', owner_id, 'account', account, 'fen', fen::text)), '[]') FROM (
           SELECT owner_id, account, sum(fen) AS fen FROM (
             SELECT owner_id, credit AS account, amount_fen AS fen FROM posting
             UNION ALL SELECT owner_id, debit, -amount_fen FROM posting) entry GROUP BY owner_id, account) sums),
       'accounts', (SELECT coalesce(json_agg(json_build_object('owner', a.owner_id, 'fen', a.balance_fen::text,
           'held', EXISTS (SELECT FROM account_hold h WHERE h.owner_id = a.owner_id AND h.released_at IS NULL))), '[]') FROM personal_account a),
       'attempts', (SELECT coalesce(json_agg(json_build_object('owner', owner_id, 'order', order_id, 'attempt', attempt, 'result', result)), '[]')
         FROM payment_attempt),
       'lines', (SELECT coalesce(json_agg(json_build_object('key', l.line_key, 'direction', l.direction, 'fen', l.amount_fen::text,
           'outcome', l.outcome, 'person', k.person_id)), '[]')
         FROM bank_line l LEFT JOIN line_credited k ON k.owner_id = l.owner_id AND k.line_key = l.line_key),
       'messages', (SELECT coalesce(json_agg(json_build_object('id', message_id, 'transfer', owner_id, 'state', state, 'reason', reason, 'type', type)
           ORDER BY received_at, sequence), '[]') FROM exchange_received),
       'sent', (SELECT coalesce(json_agg(json_build_object('id', message_id, 'transfer', transfer_id, 'type', type, 'state', state, 'result', result,
           'due', state = 'waiting' AND next_at <= p_at) ORDER BY sent_at, sequence), '[]') FROM exchange_sent),
       'contradictions', (SELECT count(*) FROM exchange_contradiction),
       'due', (SELECT count(*) FROM payment_order o
         JOIN LATERAL (SELECT max(revision) AS revision FROM payee WHERE owner_id = o.owner_id AND case_id = o.case_id) p ON true
         LEFT JOIN LATERAL (SELECT bool_or(result IS NULL OR result = 'paid') AS standing, max(payee_revision) FILTER (WHERE result <> 'given-up') AS failed
           FROM payment_attempt WHERE owner_id = o.owner_id AND order_id = o.id) t ON true
        WHERE o.standing = 'open' AND t.standing IS NOT TRUE AND (t.failed IS NULL OR p.revision > t.failed)),
       'batches', (SELECT coalesce(json_agg(json_build_object('id', b.id, 'digest', encode(b.digest, 'hex')) ORDER BY b.id), '[]') FROM payment_batch b
         WHERE NOT EXISTS (SELECT FROM payment_release r WHERE r.batch_id = b.id)
           AND NOT EXISTS (SELECT FROM payment_batch_given_up g WHERE g.batch_id = b.id)),
       'released', (SELECT coalesce(json_agg(batch_id ORDER BY batch_id), '[]') FROM payment_release)); END $$`,
  );
}

/** `at`: by the agency's own clock. */
export async function viewOf(superuser: Reader, at: Date): Promise<View> {
  const row = await superuser.row<{ view: View }>('SELECT remembered.view_of($1) AS view', [at]);
  if (!row) throw new Error('no view came');
  return row.view;
}

/** The database's own clock stands where the run's does. */
export async function setDatabaseClock(superuser: Reader, at: Date): Promise<void> {
  await superuser.rows(
    `UPDATE business_clock SET ahead_seconds = round(extract(epoch FROM $1::timestamptz - clock_timestamp()))::bigint`,
    [at],
  );
}
