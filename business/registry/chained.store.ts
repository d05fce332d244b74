import type { ChainedRecords } from '#engines/audit';

/** What a digest is taken of an instant: UTC to the millisecond, as the guards write it. */
const instant = (column: string) => `instant_text(${column})`;

/** The records of the register that stand in the chains of their persons, each with the columns that its guard chains. */
export const registryChains: readonly ChainedRecords[] = [
  {
    kind: 'person',
    select: `SELECT owner_id, owner_id AS reference, ARRAY[name, name_latin, to_char(born_on, 'YYYY-MM-DD'), nationality,
        office_id, run_id, line_no::text, ${instant('recorded_at')}] AS parts FROM person`,
  },
  {
    kind: 'entry',
    select: `SELECT owner_id, id AS reference, ARRAY[kind, body::text, paper_reference, run_id, line_no::text, case_id,
        maker_id, ${instant('recorded_at')}] AS parts FROM record_entry`,
  },
  {
    kind: 'confirmation',
    select: `SELECT owner_id, entry_id AS reference, ARRAY[maker_id, checker_id, confirmed::text, reason,
        ${instant('decided_at')}] AS parts FROM record_confirmation`,
  },
];
