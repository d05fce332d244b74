import type { Text } from '#basics';
import type { ProofResult, Reader } from '#platform/postgres';
import { guardsStanding, openTables, unclockedGuards } from './proofs.store.ts';

export const guardsText: Text = {
  zh: '守护账簿的约束和唯一索引都在，应用角色没有直接写账簿的权限，登记时间由数据库核对',
  en: 'The constraints and unique indexes that hold the books stand, the application’s role cannot write the books itself, and the database minds when things are recorded',
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
  const unclocked = await unclockedGuards(reader);
  const gone: Text = { zh: '约束或索引不在了', en: 'the constraint or index is gone' };
  const writable: Text = { zh: '应用角色可以直接写', en: 'the application’s role can write it' };
  const timeless: Text = {
    zh: '登记时间没有与数据库的时钟核对',
    en: 'it keeps a time without asking whether it is now',
  };
  return {
    rows: BigInt(guards.length + tables.length),
    figures: {},
    broken: [
      ...found.filter(({ stands }) => !stands).map(({ name }) => ({ row: name, why: gone })),
      ...open.map((row) => ({ row, why: writable })),
      ...unclocked.map((row) => ({ row, why: timeless })),
    ],
  };
}
