import type { Reader } from '#platform/postgres';

export async function countDecidedLines(reader: Reader): Promise<bigint> {
  return (await reader.row<{ n: bigint }>('SELECT count(*) AS n FROM staff_line_outcome'))?.n ?? 0n;
}

/** Closed lines that say something else than what was decided, or of which nothing was; lines that were decided twice; outcomes of lines that are not there. */
export async function linesSaidOtherwise(reader: Reader): Promise<readonly string[]> {
  const rows = await reader.rows<{ row: string }>(
    `SELECT coalesce(l.report_id, o.report_id) || '/' || coalesce(l.line_no, o.line_no) AS row
       FROM staff_report_line l
       FULL JOIN (SELECT *, count(*) OVER (PARTITION BY employer_id, report_id, line_no) AS times FROM staff_line_outcome) o
         ON o.employer_id = l.owner_id AND o.report_id = l.report_id AND o.line_no = l.line_no
      WHERE l.owner_id IS NULL OR o.times > 1 OR (l.done_at IS NOT NULL
        AND (o.case_id, o.case_number, o.refusal) IS DISTINCT FROM (l.case_id, l.case_number, l.refusal))
      ORDER BY 1 LIMIT 100`,
  );
  return rows.map(({ row }) => row);
}
