import type { Database, Reader } from '#platform/postgres';

// The tables that card payments stand on, filled past every guard, and the plainest statement that writes what they write.

export const merchant = { id: 'key_bench', token: 'bench-merchant' };

/** People with money, a card each, and no payment yet. */
export async function fillPeople(superuser: Reader, people: number): Promise<void> {
  await superuser.rows(`INSERT INTO office VALUES ('ofc_bench', '440300', '测', 'Bench')`);
  await superuser.rows(
    `INSERT INTO officer (id, login_name, name_zh, name_en, office_id, roles, created_at)
     VALUES ('off_bench', 'bench', '测', 'Bench', 'ofc_bench', '{administrator}', now())`,
  );
  await superuser.rows(
    `INSERT INTO api_key (id, secret_hash, holder, scopes, made_by, made_at, expires_at)
     VALUES ($1, sha256(convert_to($2, 'UTF8')), 'bench', '{card-payments}', 'off_bench', now(), now() + interval '1 day')`,
    [merchant.id, merchant.token],
  );
  await superuser.rows(
    `INSERT INTO interest_rate VALUES ('carried-over', '2015-10-24', 11000, 360), ('inflow', '2012-07-06', 3500, 360)`,
  );
  await superuser.rows(
    `INSERT INTO person (owner_id, name, born_on, nationality, office_id, recorded_at)
     SELECT 'psn_' || n, '某人', '1970-01-01', 'CHN', 'ofc_bench', now() FROM generate_series(1, $1::integer) n`,
    [people],
  );
  await superuser.rows(
    `INSERT INTO personal_account (owner_id, opened_on, balance_fen, version, open_year, carried_fen)
     SELECT 'psn_' || n, '2020-01-01', 100000000000, 0, extract(year FROM business_today())::integer, 100000000000
       FROM generate_series(1, $1::integer) n`,
    [people],
  );
  await superuser.rows(
    `INSERT INTO card (owner_id, id, kind, number_hash, number_sealed, number_tail, state, event_count)
     SELECT 'psn_' || n, 'crd_' || n, 'social-security-card', sha256(n::text::bytea), 'x', '0000', 'active', 1
       FROM generate_series(1, $1::integer) n`,
    [people],
  );
}

/** Payments that merchants asked for and may confirm, spread over the people. */
export async function fillPayments(
  superuser: Reader,
  wanted: { from: number; to: number; people: number },
): Promise<void> {
  const { from, to, people } = wanted;
  await superuser.rows(
    `INSERT INTO card_payment (owner_id, id, card_id, merchant_id, merchant_reference, institution, amount_fen, authorised_at, expires_at)
     SELECT 'psn_' || p, 'cpy_' || n, 'crd_' || p, $4, 'ref-' || n, 'H440300001', 100, now(), now() + interval '1 day'
       FROM generate_series($1::integer, $2::integer) n, LATERAL (SELECT 1 + n % $3::integer AS p) spread`,
    [from, to, people, merchant.id],
  );
  await superuser.rows(
    `INSERT INTO card_payment_locator (merchant_reference, merchant_id, owner_id, payment_id)
     SELECT 'ref-' || n, $4, 'psn_' || (1 + n % $3::integer), 'cpy_' || n FROM generate_series($1::integer, $2::integer) n`,
    [from, to, people, merchant.id],
  );
  await superuser.rows(
    `UPDATE personal_account a SET held_fen = 100 * (SELECT count(*) FROM card_payment p WHERE p.owner_id = a.owner_id AND p.state = 'authorised')`,
  );
}

/** Some payments confirmed already, and the statistics that an agency at work has: plans made on empty tables read them whole. */
export async function warmUp(superuser: Reader, wanted: { to: number; people: number }): Promise<void> {
  await fillPayments(superuser, { from: 1, ...wanted });
  await superuser.rows(
    `SELECT count(confirm_card_payment($1, 'ref-' || n, NULL, now())) FROM generate_series(1, $2::integer) n`,
    [merchant.token, wanted.to],
  );
  await superuser.rows('VACUUM ANALYZE');
}

/** One hand-written statement, without a check, that writes the rows of a confirmed payment. */
export async function writePlainly(superuser: Database, n: number, people: number): Promise<void> {
  await superuser.rows(
    `WITH ended AS (
       UPDATE card_payment SET state = 'confirmed', confirmed_fen = amount_fen, ended_at = now()
        WHERE owner_id = $1 AND id = $2),
     chained AS (
       INSERT INTO record_chain (owner_id, seq, kind, reference, digest, salt, previous_hash, hash, at, recorded_xid)
       VALUES ($1, $3, 'card-payment-end', $2, sha256('d'), gen_random_uuid(), sha256('p'), sha256('h'), now(), 1)),
     allowed AS (
       INSERT INTO authority (owner_id, id, purpose, amount_fen, basis_kind, basis_id, made_at)
       VALUES ($1, $2, 'card-payment', 100, 'card-authorisation', $2, now())),
     taken AS (
       UPDATE personal_account SET balance_fen = balance_fen - 100, held_fen = held_fen - 100, version = version + 1,
              entry_count = entry_count + 1, debit_fen = debit_fen + 100, debit_inflow_weight = debit_inflow_weight + 100000,
              debit_carried_weight = debit_carried_weight + 100000
        WHERE owner_id = $1 RETURNING entry_count)
     INSERT INTO posting (owner_id, journal_id, line_no, purpose, debit, credit, amount_fen, effective_on, recorded_at, entry_no,
       bucket, authority_id)
     SELECT $1, $2, 1, 'card-payment', 'personal', 'payable', 100, current_date, now(), entry_count, 'debit', $2 FROM taken`,
    [`psn_${1 + (n % people)}`, `cpy_${n}`, 1_000_000 + n],
  );
}

/** A function that debits into an account of the fund, as the guards of a transfer do. */
export async function makeTransfer(superuser: Reader): Promise<void> {
  await superuser.rows(
    `CREATE FUNCTION bench_transfer(p_owner text, p_journal text, p_to text) RETURNS void LANGUAGE plpgsql AS $$
     BEGIN
       PERFORM public.post_debit(p_owner, p_journal, 1::smallint, 'transfer-out', p_to, 100, public.business_today(), 'debit',
         'transfer', p_journal, NULL, now());
     END $$`,
  );
}

export async function transfer(
  superuser: Database,
  asked: { owner: string; journal: string; to: string },
): Promise<void> {
  await superuser.rows('SELECT bench_transfer($1, $2, $3)', [asked.owner, asked.journal, asked.to]);
}
