import type { Break } from './break.ts';

const file = 'migrations/0092-transfer-records.sql';
const tests = ['business/transfer/records.db.test.ts'];

/** Guards of what a transfer puts on record of a person. */
export const transferRecordBreaks: readonly Break[] = [
  {
    name: 'record-balance-word',
    guard: 'How a balance fared is on record only as the other agency said',
    file,
    find: 'PERFORM public.word_in_transfer(v_transfer, p_message, v_types);',
    replace: 'NULL;',
    tests,
  },
  {
    name: 'record-balance-silence',
    guard: 'That no account came is on record only once the case is over without one',
    file,
    find: "AND id = p_case AND state = 'no-account'",
    replace: 'AND id = p_case',
    tests,
  },
  {
    name: 'record-months-in-check',
    guard: 'Months of another agency are recorded while its sheet is checked, and not otherwise',
    file,
    find: "AND process = 'transfer-in' AND state = 'in-check' FOR UPDATE",
    replace: 'FOR UPDATE',
    tests,
  },
  {
    name: 'record-months-count',
    guard: 'Months of another agency are as many as its sheet counts',
    file,
    find: 'IF v_months IS DISTINCT FROM',
    replace: 'IF false AND v_months IS DISTINCT FROM',
    tests,
  },
  {
    name: 'record-months-word',
    guard: 'Months of another agency rest on its sheet',
    file,
    find: "v_word := public.word_in_transfer(v_transfer, p_message, ARRAY['information-sheet']);",
    replace:
      'SELECT * INTO v_word FROM public.partner_word WHERE owner_id = p_owner ORDER BY message_id DESC LIMIT 1;',
    tests,
  },
  {
    name: 'record-months-once',
    guard: 'A sheet takes the place of the one before it',
    file,
    find: 'PERFORM public.void_arrived_months(p_owner, v_transfer, p_message, p_at);',
    replace: '',
    tests,
  },
];
