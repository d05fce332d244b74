import type { Break } from './break.ts';

const records = 'migrations/0067-successors.sql';
const orders = 'migrations/0068-orders-by-heir.sql';
const addsUp = 'migrations/0156-disputes-end-with-a-division.sql';
const disputes = ['business/withdrawal/objections-add-up.db.test.ts'];
const guards = ['business/withdrawal/heir-guards.db.test.ts'];
const heirless = 'migrations/0069-escheat.sql';
const pool = ['business/succession/escheat.db.test.ts'];
const links = ['business/withdrawal/heir-links.db.test.ts'];

/** Guards of heirs, their shares and the orders that an account is divided into. */
export const successionBreaks: readonly Break[] = [
  {
    name: 'division-approved',
    guard: 'An account is divided as the approved decision says',
    file: orders,
    find: `     AND d.facts #>> '{succession,divisionId}' = p_division;
  IF NOT FOUND THEN`,
    replace: `     AND d.facts #>> '{succession,divisionId}' = p_division;
  IF false THEN`,
    tests: guards,
  },
  {
    name: 'division-to-the-fen',
    guard: 'Every heir gets the share to the fen',
    file: orders,
    find: `  IF p_amounts IS DISTINCT FROM (SELECT array_agg`,
    replace: `  IF false AND p_amounts IS DISTINCT FROM (SELECT array_agg`,
    tests: guards,
  },
  {
    name: 'objections-add-up',
    guard: 'A further objection takes back none that came before it',
    file: addsUp,
    find: "later.word <> 'object')",
    replace: 'true)',
    tests: disputes,
  },
  {
    name: 'objections-end-with-agreement',
    guard: 'Who agrees disputes no more what they objected to before',
    file: addsUp,
    find: "later.word <> 'object')",
    replace: 'false)',
    tests: disputes,
  },
  {
    name: 'objections-end-with-division',
    guard: 'A share that was divided anew and comes back is not held for what was disputed before',
    file: addsUp,
    find: "'public.disputed_shares(p_owner, v_order.case_id, v_order.made_at)'",
    replace: "'public.disputed_shares(p_owner, v_order.case_id, NULL)'",
    tests: disputes,
  },
  {
    name: 'objections-after-division',
    guard: 'Whoever objects after a share was divided anew has it held when it comes back',
    file: addsUp,
    find: 'w.recorded_at >= p_since',
    replace: 'false',
    tests: disputes,
  },
  {
    name: 'link-of-who-is-out',
    guard: 'Who waived, lost the right or was struck out becomes no heir again by their link',
    file: 'migrations/0083-links-of-who-is-out.sql',
    find: "\\'{waive,disqualified,struck}\\'",
    replace: "\\'{}\\'",
    tests: links,
  },
  {
    name: 'link-of-who-was-struck-out',
    guard: 'Who was recorded by mistake reads nothing by their link',
    file: 'migrations/0083-links-of-who-is-out.sql',
    find: "v_link.successor_id, '{struck}')",
    replace: "v_link.successor_id, '{}')",
    tests: links,
  },
  {
    name: 'shares-are-one',
    guard: 'The shares of a division sum to one',
    file: orders,
    find: `  IF (SELECT sum(n) FROM unnest(p_numerators) AS n) IS DISTINCT FROM p_denominator::numeric
     OR cardinality`,
    replace: '  IF cardinality',
    tests: guards,
  },
  {
    name: 'division-before-approval',
    guard: 'The division does not change once the case is approved',
    file: orders,
    find: '  IF p_order IS NULL AND v_approved THEN',
    replace: '  IF false THEN',
    tests: guards,
  },
  {
    name: 'division-two-officers',
    guard: 'Whoever proposes a division anew does not decide on it',
    file: records,
    find: '  CONSTRAINT division_maker_is_not_checker CHECK (checker_id <> maker_id),\n',
    replace: '',
    tests: guards,
  },
  {
    name: 'divided-only-anew',
    guard: 'Only a held or returned order is divided anew',
    file: orders,
    find: `  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'succession.not-to-divide';`,
    replace: `  IF false THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'succession.not-to-divide';`,
    tests: guards,
  },
  {
    name: 'divided-before-batch',
    guard: 'A case with heirs is not paid in one',
    file: 'migrations/0076-contested-in-a-batch.sql',
    find: `  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'succession.not-divided';`,
    replace: `  IF false THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'succession.not-divided';`,
    tests: guards,
  },
  {
    name: 'own-heirs-account',
    guard: 'A share goes to its own heir’s account',
    file: 'migrations/0076-contested-in-a-batch.sql',
    find: `AND case_id = v_order.case_id AND party_id IS NOT DISTINCT FROM v_order.party_id) THEN`,
    replace: 'AND case_id = v_order.case_id AND revision = p_payee_revision) THEN',
    tests: guards,
  },
  {
    name: 'heir-account-approved',
    guard: 'After the approval an heir’s account is changed only where the bank sent it back',
    file: orders,
    find: `  IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.not-returned';`,
    replace: `  IF false THEN
        RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.not-returned';`,
    tests: guards,
  },
  {
    name: 'word-before-approval',
    guard: 'After the approval only an objection counts',
    file: 'migrations/0123-heirs-among-themselves.sql',
    find: `  IF public.case_of_estate(p_owner, p_case) AND p_word <> 'object' THEN`,
    replace: '  IF false THEN',
    tests: guards,
  },
  {
    name: 'link-own-heir',
    guard: 'A link speaks for its own heir only',
    file: 'migrations/0123-heirs-among-themselves.sql',
    find: `  IF v_link.owner_id <> p_owner OR v_link.case_id <> p_case OR v_link.successor_id <> p_successor
       OR p_word`,
    replace: '  IF p_word',
    tests: links,
  },
  {
    name: 'link-expires',
    guard: 'A link that ran out opens nothing',
    file: 'migrations/0083-links-of-who-is-out.sql',
    find: 'AND ended_at IS NULL AND expires_at > clock_timestamp();',
    replace: 'AND ended_at IS NULL;',
    tests: links,
  },
  {
    name: 'link-replaced',
    guard: 'A new link ends those before it',
    file: 'migrations/0083-links-of-who-is-out.sql',
    find: 'AND ended_at IS NULL AND expires_at > clock_timestamp();',
    replace: 'AND expires_at > clock_timestamp();',
    tests: links,
  },
  {
    name: 'objection-holds',
    guard: 'A disputed share is held when the account is settled',
    file: orders,
    find: 'CASE WHEN v_share.successor_id = ANY (p_held) THEN',
    replace: 'CASE WHEN false THEN',
    tests: ['business/withdrawal/heirs.db.test.ts'],
  },
  {
    name: 'part-follows-part',
    guard: 'The parts of an order lie side by side',
    file: orders,
    find: `  ADD CONSTRAINT part_follows_part FOREIGN KEY (owner_id, of_order, follows_fen) REFERENCES payment_order (owner_id, of_order, to_fen),
`,
    replace: '',
    tests: guards,
  },
  {
    name: 'divided-is-filled',
    guard: 'The parts of a divided order fill it',
    file: orders,
    find: `  ADD CONSTRAINT divided_is_filled FOREIGN KEY (owner_id, id, filled_fen) REFERENCES payment_order (owner_id, of_order, to_fen),
`,
    replace: '',
    tests: guards,
  },
  {
    name: 'divided-not-contested',
    guard: 'Nobody objects to a divided payment as a whole',
    file: 'migrations/0072-objections-reach-batches.sql',
    find: `  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'succession.object-as-heir';`,
    replace: `  IF false THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'succession.object-as-heir';`,
    tests: guards,
  },
  {
    name: 'divided-not-corrected',
    guard: 'The account of the whole is not corrected once it is divided',
    file: 'migrations/0075-money-sent-back.sql',
    find: " AND o.of_order IS NULL AND o.standing NOT IN ('divided', 'contested', 'refunded')",
    replace: '',
    tests: ['business/withdrawal/heir-returns.db.test.ts'],
  },
  {
    name: 'escheat-two-officers',
    guard: 'Two officers find that nobody succeeds',
    file: heirless,
    find: '  CONSTRAINT escheat_maker_is_not_checker CHECK (checker_id <> maker_id),\n',
    replace: '',
    tests: pool,
  },
  {
    name: 'escheat-of-the-dead',
    guard: 'Only the account of somebody who died goes to the fund',
    file: heirless,
    find: "IF (public.counting_entry(p_owner, 'died')).id IS NULL THEN",
    replace: 'IF false THEN',
    tests: pool,
  },
  {
    name: 'escheat-no-successor',
    guard: 'Nothing goes to the fund where somebody succeeds',
    file: heirless,
    find: "IF coalesce((public.counting_entry(p_owner, 'succession')).body ->> 'established', 'false') = 'true' THEN",
    replace: 'IF false THEN',
    tests: pool,
  },
  {
    name: 'escheat-not-held',
    guard: 'A case that holds the account keeps it from the fund',
    file: heirless,
    find: `AND released_at IS NULL;
  IF FOUND THEN`,
    replace: `AND released_at IS NULL;
  IF false THEN`,
    tests: pool,
  },
  {
    name: 'inquiry-two-officers',
    guard: 'Two officers find an asker entitled',
    file: 'migrations/0070-account-inquiries.sql',
    find: `(inquiry_id, maker_id),
  CONSTRAINT inquiry_maker_is_not_checker CHECK (checker_id <> maker_id)`,
    replace: '(inquiry_id, maker_id)',
    tests: ['business/succession/account-inquiry.db.test.ts'],
  },
];
