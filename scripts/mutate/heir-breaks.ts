import type { Break } from './break.ts';

const logins = 'migrations/0122-logins-by-inquiry.sql';
const inquiries = ['business/succession/account-inquiry.db.test.ts'];
const among = 'migrations/0123-heirs-among-themselves.sql';
const oneOnly = 'migrations/0127-heirs-speak-for-one.sql';
const byName = 'migrations/0134-heirs-known-by-name.sql';
const stands = 'migrations/0135-windows-word-stands.sql';
const bySession = 'migrations/0141-an-heirs-account-by-session.sql';
const identified = ['business/withdrawal/heirs-identified.db.test.ts'];
const withQuestion = 'migrations/0137-papers-with-a-question.sql';
const underWay = 'migrations/0142-inquiries-under-way.sql';
const inquiryFiles = ['business/succession/inquiry-files.db.test.ts'];
const themselves = ['business/withdrawal/heirs-themselves.db.test.ts'];

/** Guards of what relatives and heirs do by themselves: logins by a question, invitations, and what is said by them. */
export const heirBreaks: readonly Break[] = [
  {
    name: 'login-by-inquiry-confirmed',
    guard: 'A relative’s login is opened only by a question that two officers confirmed',
    file: logins,
    find: `     AND r.entitled AND d.confirmed AND r.identity_paper IS NOT NULL`,
    replace: `     AND r.entitled AND r.identity_paper IS NOT NULL`,
    tests: inquiries,
  },
  {
    name: 'login-by-inquiry-identified',
    guard: 'A relative’s login is opened only where an officer identified who asked',
    file: logins,
    find: `d.confirmed AND r.identity_paper IS NOT NULL`,
    replace: `d.confirmed`,
    tests: inquiries,
  },
  {
    name: 'login-by-inquiry-secret',
    guard: 'A relative’s login is opened by the secret of their question only',
    file: logins,
    find: ` AND q.secret_hash = sha256(convert_to('suixing account inquiry ' || p_secret, 'UTF8'))`,
    replace: '',
    tests: inquiries,
  },
  {
    name: 'login-by-inquiry-once',
    guard: 'A confirmed question opens one login',
    file: logins,
    find: `  ON CONFLICT (inquiry_id) DO NOTHING;
  IF NOT FOUND THEN`,
    replace: `  ON CONFLICT (inquiry_id) DO NOTHING;
  IF false THEN`,
    tests: inquiries,
  },
  {
    name: 'login-by-inquiry-in-time',
    guard: 'A confirmed question opens no login after its answer is closed',
    file: logins,
    find: `
     AND d.decided_at > p_at - interval '30 days'`,
    replace: '',
    tests: inquiries,
  },
  {
    name: 'login-by-inquiry-death-counts',
    guard: 'A relative’s login is opened only where the death counts',
    file: 'migrations/0129-logins-after-a-death.sql',
    find: ' OR NOT public.death_counts(v_person)',
    replace: '',
    tests: inquiries,
  },
  {
    name: 'inquiry-names-the-day',
    guard: 'Nobody is found entitled after a death that is not on record, without its day',
    file: 'business/succession/review-inquiry.ts',
    find: 'if (died === null && diedOn === null)',
    replace: 'if (false)',
    tests: inquiries,
  },
  {
    name: 'invited-told-apart',
    guard: 'What is said by a link that a relative passed on is told apart',
    file: among,
    find: `CASE WHEN v_link.officer_id IS NULL THEN 'invited' ELSE 'link' END`,
    replace: `'link'`,
    tests: themselves,
  },
  {
    name: 'invited-waiver-confirmed',
    guard: 'A waiver by a link that a relative passed on is confirmed before anybody is paid by it',
    file: 'business/succession/judge-estate.ts',
    find: `lastWord?.word === 'waive' && lastWord.invited`,
    replace: `lastWord?.word === 'waive' && false`,
    tests: themselves,
  },
  {
    name: 'invited-agreement-confirmed',
    guard: 'Unequal shares are agreed to by nobody through a link that a relative passed on',
    file: 'business/succession/judge-estate.ts',
    find: `word.invited || word.unseen`,
    replace: `word.unseen`,
    tests: themselves,
  },
  {
    name: 'unseen-agreement-confirmed',
    guard: 'Who only says to be an heir gives away nothing of that heir’s share by agreeing to less',
    file: 'business/succession/estate.ts',
    find: `channel === 'login' && !identified`,
    replace: `channel === 'login' && false`,
    tests: themselves,
  },
  {
    name: 'own-share-only',
    guard: 'Who has signed in speaks for the heir that they are',
    file: among,
    find: `    IF NOT FOUND OR p_word NOT IN ('agree', 'object')`,
    replace: `    IF p_word NOT IN ('agree', 'object')`,
    tests: themselves,
  },
  {
    name: 'strikes-own-typing-only',
    guard: 'A relative strikes out only whom they recorded and who has not spoken',
    file: among,
    find: `
       AND NOT EXISTS (SELECT FROM public.successor_word w WHERE w.owner_id = s.owner_id AND w.successor_id = s.id AND w.recorded_by <> v_login)`,
    replace: '',
    tests: themselves,
  },
  {
    name: 'link-of-the-agency-stays',
    guard: 'A relative’s link never replaces one that the agency gave',
    file: among,
    find: ` AND (v_clerk IS NOT NULL OR login_id IS NOT NULL)`,
    replace: '',
    tests: themselves,
  },
  {
    name: 'successor-of-this-person',
    guard: 'Links are passed on, and shares spoken for, by successors of that very person',
    file: among,
    find: `     AND (p.person_id = p_owner OR EXISTS (SELECT FROM public.person_link k`,
    replace: `     AND (true OR EXISTS (SELECT FROM public.person_link k`,
    tests: themselves,
  },
  {
    name: 'successor-session',
    guard: 'Whoever speaks as a relative has signed in as one',
    file: among,
    find: `AND v.capacity = 'successor' AND p.capacity = 'successor' AND p.ended_at IS NULL`,
    replace: `AND p.capacity = 'successor' AND p.ended_at IS NULL`,
    tests: themselves,
  },
  {
    name: 'successor-link-capacity',
    guard: 'Nobody speaks as a relative for whom they act as something else',
    file: among,
    find: `AND p.capacity = 'successor' AND p.ended_at IS NULL`,
    replace: `AND p.ended_at IS NULL`,
    tests: themselves,
  },
  {
    name: 'successor-link-over',
    guard: 'Who is a relative no longer speaks for no heir',
    file: among,
    find: `AND p.capacity = 'successor' AND p.ended_at IS NULL`,
    replace: `AND p.capacity = 'successor'`,
    tests: themselves,
  },
  {
    name: 'heir-link-days',
    guard: 'A link to an heir is good for ninety days at most',
    file: among,
    find: `p_days NOT BETWEEN 1 AND 90`,
    replace: `p_days < 1`,
    tests: themselves,
  },
  {
    name: 'heir-of-one-login',
    guard: 'An heir is one login’s only',
    file: among,
    find: `  CONSTRAINT one_login_of_an_heir UNIQUE (owner_id, successor_id),
`,
    replace: '',
    tests: themselves,
  },
  {
    name: 'one-heir-after-another',
    guard: 'Who has spoken as one heir speaks as no other',
    file: oneOnly,
    find: ` AND l.successor_id <> p_successor;`,
    replace: ` AND false;`,
    tests: themselves,
  },
  {
    name: 'heir-who-spoke-is-themselves',
    guard: 'Nobody comes in the place of an heir who spoke for themselves',
    file: oneOnly,
    find: ` AND w.channel <> 'invited' AND w.recorded_by <> v_login;`,
    replace: ` AND false;`,
    tests: themselves,
  },
  {
    name: 'live-successor-session',
    guard: 'Only a session that acts as a successor speaks as an heir, whatever else its login may do',
    file: among,
    find: `v.capacity = 'successor' AND p.capacity`,
    replace: 'p.capacity',
    tests: identified,
  },
  {
    name: 'live-successor-link',
    guard: 'Only a login that may act as a successor of the person speaks as an heir',
    file: among,
    find: `AND p.capacity = 'successor' AND p.ended_at IS NULL
     AND (p.person_id = p_owner OR`,
    replace: `AND p.ended_at IS NULL
     AND (p.person_id = p_owner OR`,
    tests: identified,
  },
  {
    name: 'waiver-by-whom-officers-saw',
    guard: 'Nobody waives signed in whom no officer identified as that heir',
    file: byName,
    find: `AND p_word = 'waive' AND NOT public.identified_as_heir(v_login, p_owner, p_case, p_successor) THEN`,
    replace: 'AND false THEN',
    tests: identified,
  },
  {
    name: 'waiver-under-ones-own-name',
    guard: 'A login whose holder was identified waives for the heir of that name only',
    file: 'migrations/0155-holders-known-by-their-paper.sql',
    find: `    HAVING bool_and(s.id = p_successor) AND count(*) > 0)`,
    replace: '    HAVING count(*) > 0)',
    tests: identified,
  },
  {
    name: 'link-anew-new-proof',
    guard: 'A link of a login to a person that begins anew has the proof of this time',
    file: byName,
    find: `DO UPDATE SET ended_at = NULL, proof = excluded.proof, reference = excluded.reference, since_at = excluded.since_at;
  DELETE`,
    replace: `DO UPDATE SET ended_at = NULL;
  DELETE`,
    tests: inquiries,
  },
  {
    name: 'windows-account-stands',
    guard: 'A link that a relative passed on replaces no account given at the window',
    file: stands,
    find: `IF p_by = 'invited' AND v_last NOT IN ('invited', 'applicant') THEN`,
    replace: 'IF false THEN',
    tests: identified,
  },
  {
    name: 'windows-account-stands-against-applicants',
    guard: 'Another applicant’s login replaces no account given at the window',
    file: stands,
    find: `IF p_by = 'applicant' AND v_last IN ('window', 'link', 'heir') THEN`,
    replace: 'IF false THEN',
    tests: identified,
  },
  {
    name: 'heirs-account-seen',
    guard: 'Who only says to be an heir replaces no account given at the window or by the agency’s link',
    file: bySession,
    find: "IF v_named_by = 'heir' AND NOT public.identified_as_heir(v_login, p_owner, p_case, p_successor) THEN",
    replace: 'IF false THEN',
    tests: identified,
  },
  {
    name: 'windows-contact-stands',
    guard: 'A link that a relative passed on replaces no address given at the window',
    file: stands,
    find: `    IF FOUND THEN
      RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'succession.given-at-window';`,
    replace: `    IF false THEN
      RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'succession.given-at-window';`,
    tests: identified,
  },
  {
    name: 'being-an-heir-in-the-history',
    guard: 'Which heir a login says to be is a step of the case',
    file: 'business/withdrawal/heirs.ts',
    find: `  return step(tx, { context, file, actor: actorOf(caller), action: 'be-heir', data });`,
    replace:
      "  return data ? ok(file) : step(tx, { context, file, actor: actorOf(caller), action: 'be-heir', data });",
    tests: identified,
  },
  {
    name: 'inquiry-papers-by-secret',
    guard: 'Papers come with a question by its own secret only',
    file: withQuestion,
    find: `    AND secret_hash = sha256(convert_to('suixing account inquiry ' || p_secret, 'UTF8')) FOR UPDATE;`,
    replace: '    FOR UPDATE;',
    tests: inquiryFiles,
  },
  {
    name: 'inquiry-papers-until-looked-at',
    guard: 'Once a first officer has looked, no paper of a question comes or goes',
    file: withQuestion,
    find: `  PERFORM 1 FROM public.account_inquiry_review WHERE inquiry_id = p_id;
  IF FOUND THEN`,
    replace: `  IF false THEN`,
    tests: inquiryFiles,
  },
  {
    name: 'inquiry-papers-not-without-end',
    guard: 'A question takes eight files at most',
    file: withQuestion,
    find: 'count(*) >= 8',
    replace: 'count(*) >= 800',
    tests: inquiryFiles,
  },
  {
    name: 'inquiries-kept-a-year',
    guard: 'What a relative asked is kept for a year after the decision',
    file: underWay,
    find: `AND coalesce(d.decided_at, r.reviewed_at, q.asked_at) < clock_timestamp() - interval '1 year'`,
    replace: '',
    tests: inquiryFiles,
  },
  {
    name: 'inquiries-under-way-stay',
    guard: 'A question that a first officer has just looked at is not erased before the second one decides',
    file: underWay,
    find: 'coalesce(d.decided_at, r.reviewed_at, q.asked_at)',
    replace: 'coalesce(d.decided_at, q.asked_at)',
    tests: inquiryFiles,
  },
  {
    name: 'inquiries-erased-not-decided',
    guard: 'Nobody reviews or decides on a question that was erased',
    file: underWay,
    find: 'WHERE id = p_id AND erased_at IS NULL FOR UPDATE;',
    replace: 'WHERE id = p_id FOR UPDATE;',
    tests: inquiryFiles,
  },
  {
    name: 'inquiry-papers-by-secret-first',
    guard: 'A paper is read and scanned only once the secret of its question is known to be right',
    file: 'business/succession/inquiry-files.ts',
    find: 'if (!open.ok) return open;',
    replace: '',
    tests: inquiryFiles,
  },
  {
    name: 'inquiry-papers-not-swept',
    guard: 'A paper that came with a question is not swept as left over',
    file: 'business/materials/upkeep.store.ts',
    find: `AND NOT EXISTS (SELECT FROM account_inquiry_file q WHERE q.stored_name = n)`,
    replace: '',
    tests: inquiryFiles,
  },
  {
    name: 'one-secret-one-question',
    guard: 'The secret of one question is no answer to another',
    file: 'business/succession/account-inquiry.ts',
    find: 'if (before !== null && !isSame(seal, asked, before))',
    replace: 'if (before !== null && !isSame(seal, asked, before) && secret === undefined)',
    tests: inquiries,
  },
];
