import type { Break } from './break.ts';

const forms = 'migrations/0094-forms-of-transfers.sql';
const papers = 'migrations/0095-partner-papers.sql';
const guards = ['business/transfer/paper/papers.db.test.ts'];
const walk = ['apps/gateway/paper-partner.e2e.test.ts'];

/** Guards of letters to and from agencies without a gateway. */
export const transferPaperBreaks: readonly Break[] = [
  {
    ...{ name: 'form-on-its-step', file: forms, tests: guards },
    guard: 'A form stands on the step that it tells of',
    find: "WHEN 'insurance-certificate' THEN '{submit}'",
    replace: "WHEN 'insurance-certificate' THEN '{submit,accept}'",
  },
  {
    ...{ name: 'form-of-a-transfer', file: forms, tests: guards },
    guard: 'What goes to an agency stands in a transfer, what goes to a person elsewhere',
    find: "AND (c.process IN ('transfer-out', 'transfer-in')) = (p_kind IN",
    replace: 'AND (true OR p_kind IN',
  },
  {
    ...{ name: 'post-by-a-clerk', file: papers, tests: guards },
    guard: 'A clerk who is logged in records that a letter was posted',
    find: `  v_officer := public.live_officer(p_token, 'clerk');
  SELECT (made_at`,
    replace: `  SELECT officer_id INTO v_officer FROM public.officer_session LIMIT 1;
  SELECT (made_at`,
  },
  {
    ...{ name: 'post-on-a-day-that-was', file: papers, tests: guards },
    guard: 'A letter was posted neither before it was made nor tomorrow',
    find: 'IF p_on NOT BETWEEN v_made AND public.business_today() THEN',
    replace: 'IF false THEN',
  },
  {
    ...{ name: 'post-where-no-gateway', file: papers, tests: guards },
    guard: 'Nothing is posted to an agency that is told through its gateway',
    find: 'AND public.speaks_on_paper(t, public.business_today());\n  IF NOT FOUND',
    replace: ';\n  IF NOT FOUND',
  },
  {
    ...{ name: 'paper-where-no-gateway', file: papers, tests: guards },
    guard: 'An agency with a gateway is not answered for on paper',
    find: 'IF NOT public.letter_on_paper(p_owner, p_transfer, v_dated) THEN',
    replace: 'IF false THEN',
  },
  {
    ...{ name: 'paper-not-backdated', file: papers, tests: guards },
    guard: 'A letter dated before the transfer does not count as one of the time before the gateway',
    find: "greatest(p_dated, (t.opened_at AT TIME ZONE 'Asia/Shanghai')::date)",
    replace: 'p_dated',
  },
  {
    ...{ name: 'paper-until-the-gateway-spoke', file: papers, tests: guards },
    guard: 'What began on paper stays so only while the gateway has not spoken of it',
    find: 'OR (NOT EXISTS (SELECT FROM public.exchange_transfer e WHERE e.transfer_id = p_transfer.transfer_id)',
    replace: 'OR (true',
  },
  {
    ...{ name: 'paper-that-began-so', file: papers, tests: walk },
    guard: 'What began on paper goes on there although the agency has a gateway since',
    find: 'WHERE p.owner_id = p_transfer.owner_id AND p.case_id = p_transfer.case_id)))',
    replace: 'WHERE false)))',
  },
  {
    ...{ name: 'paper-of-a-day-that-was', file: papers, tests: guards },
    guard: 'A letter is not of a day to come',
    find: 'IF v_dated > public.business_today() THEN',
    replace: 'IF false THEN',
  },
  {
    ...{ name: 'paper-scan-of-the-case', file: papers, tests: guards },
    guard: 'The scan of a letter is a file of its case',
    find: 'PERFORM 1 FROM public.paper_upload WHERE owner_id = p_owner AND case_id = v_transfer.case_id AND file_id = p_file;',
    replace: 'PERFORM 1;',
  },
  {
    ...{ name: 'paper-scan-that-may-be-seen', file: papers, tests: guards },
    guard: 'A scan that nobody may look at proves nothing',
    find: "IF NOT FOUND OR public.scan_of(p_owner, p_file) IN ('infected', 'failed') THEN",
    replace: 'IF NOT FOUND THEN',
  },
  {
    ...{ name: 'paper-once-by-its-scan', file: papers, tests: guards },
    guard: 'One scan is one letter of its kind',
    find: 'AND (p.file_id = p_file OR (p.transfer_id = p_transfer AND p.paper_reference = p_paper));',
    replace: 'AND p.transfer_id = p_transfer AND p.paper_reference = p_paper;',
  },
  {
    ...{ name: 'paper-once-by-its-reference', file: papers, tests: guards },
    guard: 'One reference is one letter of its kind in a transfer',
    find: 'AND (p.file_id = p_file OR (p.transfer_id = p_transfer AND p.paper_reference = p_paper));',
    replace: 'AND p.file_id = p_file;',
  },
  {
    ...{ name: 'paper-again-once-turned-down', file: papers, tests: walk },
    guard: 'What was turned down can be keyed in again',
    find: 'AND d.confirmed IS DISTINCT FROM false\n',
    replace: '\n',
  },
  {
    ...{ name: 'paper-not-while-suspended', file: papers, tests: guards },
    guard: 'Nothing that a suspended agency writes counts',
    find: '  IF p_confirmed AND (SELECT s.suspended',
    replace: '  IF false AND (SELECT s.suspended',
  },
  {
    ...{ name: 'paper-draft-as-seen', file: papers, tests: guards },
    guard: 'What somebody else typed meanwhile is not written over',
    find: 'AND case_id = p_case AND version = p_seen\n',
    replace: 'AND case_id = p_case\n',
  },
  {
    ...{ name: 'paper-clock-from-posting', file: 'business/transfer/reminding/waiting.ts', tests: walk },
    guard: 'The time of an agency without a gateway runs from the day of posting',
    find: 'const from = post ? (post.postedOn ?? today(context)) : last',
    replace: 'const from = last',
  },
  {
    ...{ name: 'paper-scan-is-kept', file: 'business/materials/upkeep.store.ts', tests: guards },
    guard: 'The scan of another agency’s letter is kept as a paper that was handed in',
    find: 'OR EXISTS (SELECT FROM partner_paper w WHERE',
    replace: 'OR EXISTS (SELECT FROM partner_paper w WHERE false AND',
  },
];
