import type { Text } from '#basics';
import type { ProofResult, Reader } from '#platform/postgres';
import { guardsStanding, openTables } from './proofs.store.ts';

export const guardsText: Text = {
  zh: '守护账簿的约束和唯一索引都在，应用角色没有直接写账簿的权限',
  en: 'The constraints and unique indexes that hold the books stand, and the application’s role cannot write the books itself',
};

const guards = [
  'purpose_names_its_accounts',
  'account_names',
  'credit_account_names',
  'debit_needs_authority',
  'credit_needs_cause',
  'run_posts_interest_only',
  'run_has_one_journal',
  'entry_is_counted',
  'authority_used_once',
  'cause_used_once',
  'authority_once_per_basis',
  'authority_rests_on_its_kind',
  'cause_once_per_basis',
  'cause_rests_on_its_kind',
  'held_is_covered',
  'one_whole_account_hold',
  'one_opening_per_person',
  'decision_maker_is_not_checker',
  'batch_maker_is_not_checker',
  'approver_is_not_maker',
  'one_approval_per_officer',
  'one_standing_attempt',
  'statement_begins_where_the_last_ended',
  'suspense_maker_is_not_checker',
  'line_resolved_once',
  'import_maker_is_not_checker',
] as const;

const tables = [
  'posting',
  'personal_account',
  'authority',
  'credit_cause',
  'account_hold',
  'opening_line',
  'interest_rate',
  'interest_difference',
  'closed_years',
  'ledger_account',
  'fund_day',
  'fund_horizon',
  'bank_statement',
  'bank_line',
  'bank_match',
] as const;

/** Whoever could take a guard down could break what it held and put it up again; so its absence is told by itself. */
export async function proveGuards(reader: Reader): Promise<ProofResult> {
  const found = await guardsStanding(reader, guards);
  const open = await openTables(reader, tables);
  const gone: Text = { zh: '约束或索引不在了', en: 'the constraint or index is gone' };
  const writable: Text = { zh: '应用角色可以直接写', en: 'the application’s role can write it' };
  return {
    rows: BigInt(guards.length + tables.length),
    figures: {},
    broken: [
      ...found.filter(({ stands }) => !stands).map(({ name }) => ({ row: name, why: gone })),
      ...open.map((row) => ({ row, why: writable })),
    ],
  };
}
