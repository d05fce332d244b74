import type { Reader } from '#platform/postgres';

/** A closed year of an account whose interest is not what its entries come to. */
export interface UnpaidYear {
  readonly row: string;
  readonly dueFen: bigint;
  readonly postedFen: bigint;
}

/** The next accounts after one, in their order; undefined where there are no more. */
export function nextAccounts(
  reader: Reader,
  { after, limit }: { readonly after: string; readonly limit: number },
): Promise<{ readonly from: string; readonly to: string; readonly accounts: bigint } | undefined> {
  return reader.row(
    `SELECT min(owner_id) AS from, max(owner_id) AS to, count(*) AS accounts
       FROM (SELECT owner_id FROM personal_account WHERE owner_id > $1 ORDER BY owner_id LIMIT $2) AS page
     HAVING count(*) > 0`,
    [after, limit],
  );
}

/** From `sums` to what each year owes. Here a second time on purpose: a proof that calls what it proves proves nothing. */
const formula = `), borne AS (
       SELECT owner_id, year, posted, greatest(i, 0) AS cover, d, c * ca + cw * cs + i * ia + iw * "is" AS all_of_it,
              d * ia + diw * "is" AS as_inflow, d * ca + dcw * cs AS as_carried FROM sums
     ), owed AS (
       SELECT owner_id, year, posted, CASE WHEN d <= cover OR d <= 0 THEN all_of_it - as_inflow
                ELSE all_of_it * d - cover * as_inflow - (d - cover) * as_carried END AS n,
              interest_per.per * CASE WHEN d <= cover OR d <= 0 THEN 1 ELSE d END AS per
         FROM borne, (SELECT interest_per() AS per) AS interest_per
     ), told AS (
       SELECT owner_id, year, posted, sign(n) * div(abs(n) * 2 + per, per * 2) AS due FROM owed
     )`;

/**
 * Of the accounts from one to another: years before the open one whose posted interest is not what the entries since the
 * account was last emptied come to, and lines of runs that nobody approved. What stood at the beginning of a year is the sum
 * of everything before it.
 */
export function wrongYears(
  reader: Reader,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<UnpaidYear[]> {
  return reader.rows<UnpaidYear>(
    `WITH emptied AS (
       SELECT owner_id, max(entry_no) AS entry_no FROM posting WHERE bucket = 'reset' AND owner_id BETWEEN $1 AND $2 GROUP BY owner_id
     ), entry AS MATERIALIZED (
       SELECT p.owner_id, p.effective_on, extract(year FROM p.effective_on)::integer AS year, p.bucket, p.run_id, p.journal_id,
              CASE WHEN p.credit = 'personal' THEN p.amount_fen WHEN p.debit = 'personal' THEN -p.amount_fen ELSE 0 END AS change,
              CASE WHEN p.bucket IS NOT NULL THEN 0 WHEN p.debit = 'interest-expense' THEN p.amount_fen
                   WHEN p.credit = 'interest-expense' THEN -p.amount_fen ELSE 0 END AS interest
         FROM posting p LEFT JOIN emptied e ON e.owner_id = p.owner_id
        WHERE p.owner_id BETWEEN $1 AND $2 AND p.entry_no > coalesce(e.entry_no, 0)
     ), day AS MATERIALIZED (
       SELECT effective_on, interest_weight('carried-over', 1, effective_on) AS cw, interest_weight('inflow', 1, effective_on) AS iw
         FROM (SELECT DISTINCT effective_on FROM entry) AS d
     ), years AS (
       SELECT e.owner_id, e.year, sum(change) AS change, sum(interest) AS posted,
              coalesce(sum(change) FILTER (WHERE bucket = 'carried-over'), 0) AS c,
              coalesce(sum(change * d.cw) FILTER (WHERE bucket = 'carried-over'), 0) AS cw,
              coalesce(sum(change) FILTER (WHERE bucket = 'inflow'), 0) AS i,
              coalesce(sum(change * d.iw) FILTER (WHERE bucket = 'inflow'), 0) AS iw,
              coalesce(-sum(change) FILTER (WHERE bucket = 'debit'), 0) AS d,
              coalesce(-sum(change * d.iw) FILTER (WHERE bucket = 'debit'), 0) AS diw,
              coalesce(-sum(change * d.cw) FILTER (WHERE bucket = 'debit'), 0) AS dcw
         FROM entry e JOIN day d ON d.effective_on = e.effective_on GROUP BY e.owner_id, e.year
     ), spans AS (
       SELECT a.owner_id, g.year FROM personal_account a
         JOIN (SELECT owner_id, min(year) AS first FROM years GROUP BY owner_id) f ON f.owner_id = a.owner_id
        CROSS JOIN LATERAL generate_series(f.first, a.open_year - 1) AS g (year)
     ), ends AS MATERIALIZED (
       SELECT year, interest_weight('carried-over', 1, make_date(year, 1, 1)) AS opening,
              interest_ends('carried-over', make_date(year + 1, 1, 1)) AS c, interest_ends('inflow', make_date(year + 1, 1, 1)) AS i
         FROM (SELECT DISTINCT year FROM spans) AS y
     ), sums AS (
       SELECT s.owner_id, s.year, coalesce(y.posted, 0) AS posted, coalesce(y.i, 0) AS i, coalesce(y.d, 0) AS d, n.c[1] AS ca, n.c[2] AS cs,
              n.i[1] AS ia, n.i[2] AS "is", coalesce(y.iw, 0) AS iw, coalesce(y.diw, 0) AS diw, coalesce(y.dcw, 0) AS dcw,
              coalesce(sum(y.change) OVER before, 0) + coalesce(y.c, 0) AS c,
              coalesce(sum(y.change) OVER before, 0) * n.opening + coalesce(y.cw, 0) AS cw
         FROM spans s JOIN ends n ON n.year = s.year LEFT JOIN years y ON y.owner_id = s.owner_id AND y.year = s.year
       WINDOW before AS (PARTITION BY s.owner_id ORDER BY s.year ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
     ${formula}
     SELECT owner_id || '/' || year AS row, due::bigint AS "dueFen", posted::bigint AS "postedFen" FROM told WHERE due <> posted
      UNION ALL
     SELECT e.owner_id || '/' || e.journal_id, 0, e.interest::bigint FROM entry e
       LEFT JOIN (interest_run r JOIN interest_run_decision v ON v.run_id = r.id AND v.approved AND v.checker_id <> r.maker_id)
         ON r.id = e.run_id
      WHERE e.run_id IS NOT NULL AND (r.id IS NULL OR e.year > r.year)
      ORDER BY 1 LIMIT 100`,
    [from, to],
  );
}
