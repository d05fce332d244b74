import type { Break } from './break.ts';

const again = {
  file: 'migrations/0150-an-heirs-account-after-a-return.sql',
  tests: ['business/withdrawal/heir-account-again.db.test.ts'],
} as const;
const together = { tests: ['business/withdrawal/heir-changes.db.test.ts'] } as const;

const guardians = {
  file: 'migrations/0155-holders-known-by-their-paper.sql',
  tests: ['business/withdrawal/guardian-account-again.db.test.ts'],
} as const;

/** Guards of where an heir's share goes once it is decided, of accounts that look alike, and of what heirs do with one press. */
export const heirAccountBreaks: readonly Break[] = [
  {
    ...again,
    name: 'heirs-account-until-approved',
    guard: 'Once the case is approved nobody who has signed in names an heir’s account but this very heir',
    find: 'AND NOT public.signed_in_as_heir(v_login, p_owner, p_case, p_successor))) THEN$$);',
    replace: 'AND false)) THEN$$);',
  },
  {
    ...again,
    name: 'heirs-account-identified',
    guard: 'Once the case is approved an heir whom no officer identified names no account',
    find: '\n    AND public.identified_as_heir(p_login, p_owner, p_case, p_successor)',
    replace: '',
  },
  {
    name: 'applicant-seen-by-name',
    guard: 'Only a successor whom officers identified is not asked who they are',
    file: guardians.file,
    tests: ['business/withdrawal/applicant-seen.db.test.ts'],
    find: '   WHERE h.name IS NOT NULL\n',
    replace: '',
  },
  {
    name: 'applicant-seen-last-word',
    guard: 'Of two records that are one person the last word on either says whether an heir was identified',
    file: guardians.file,
    tests: ['business/withdrawal/applicant-seen.db.test.ts'],
    find: 'ORDER BY h.since_at DESC, h.name IS NULL DESC,',
    replace: 'ORDER BY h.name IS NULL,',
  },
  {
    ...guardians,
    name: 'guardians-account-identified',
    guard:
      'Once the case is approved a child’s account is named by whom officers identified by the guardian’s name',
    find: '      AND public.name_key(h.name) = public.name_key(s.guardian_name)\n',
    replace: '',
  },
  {
    ...guardians,
    name: 'guardians-account-by-paper',
    guard: 'Who only has the name of a child’s guardian is not taken for the guardian',
    find: '      AND (h.identity_kind, h.identity_tail) = (s.guardian_kind, s.guardian_tail)\n',
    replace: '',
  },
  {
    ...guardians,
    name: 'guardians-account-by-last-word',
    guard: 'A guardian is known by what officers said last, on whichever record of the person',
    find: 'ORDER BY h.since_at DESC, h.name IS NULL DESC,',
    replace: 'ORDER BY h.name IS NULL,',
  },
  {
    ...guardians,
    name: 'guardians-account-of-minors',
    guard: 'Whoever has come of age is not spoken for by the guardian of before',
    find: "(s.born_on + interval '18 years')::date > public.business_today()",
    replace: '(s.born_on IS NOT NULL)',
  },
  {
    ...guardians,
    name: 'guardians-account-not-over-own-login',
    guard: 'A child who speaks by a login of its own is not spoken for by the guardian',
    find: 'l.owner_id = p_owner AND l.successor_id = s.id AND l.login_id <> p_login',
    replace: 'false',
  },
  {
    ...guardians,
    name: 'guardians-account-of-one-guardian',
    guard: 'Of two guardians of one name neither is taken for the other',
    find: '(o.guardian_kind, o.guardian_tail) IS DISTINCT FROM (s.guardian_kind, s.guardian_tail)',
    replace: 'false',
  },
  {
    ...guardians,
    name: 'guardians-account-not-by-an-heir',
    guard: 'An heir of the guardian’s name is not taken for the guardian',
    find: '(o.identity_kind, o.identity_tail) IS DISTINCT FROM (s.guardian_kind, s.guardian_tail)',
    replace: 'false',
  },
  {
    ...again,
    name: 'heirs-account-own-name',
    guard:
      'Once the case is approved a share goes to an account in the heir’s own name only, whoever names it',
    find: `  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'succession.payee-not-heir';`,
    replace: `  IF false THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'succession.payee-not-heir';`,
  },
  {
    ...again,
    name: 'heirs-account-not-by-relatives',
    guard: 'Once the case is approved a link that a relative passed on names no account',
    find: `  IF p_by = 'invited' THEN`,
    replace: '  IF false THEN',
  },
  {
    ...again,
    name: 'heirs-contact-not-by-relatives',
    guard: 'Once the case is approved a link that a relative passed on changes no address that notices go to',
    find: 'IF public.case_of_estate(p_owner, p_case) THEN',
    replace: 'IF false THEN',
  },
  {
    ...again,
    name: 'heirs-account-once-a-return',
    guard: 'For each return an heir names one other account',
    find: `IF v_last IS NOT NULL AND p_by <> 'window' AND NOT EXISTS`,
    replace: 'IF v_last IS NULL AND NOT EXISTS',
  },
  {
    ...again,
    name: 'heirs-account-told',
    guard: 'Whose share it is hears of an account that was named for it after the decision',
    file: 'business/withdrawal/heir-accounts.ts',
    find: '  await tellAccountNamed(tx, { context, file: moved.value, successorId: data.successorId });\n',
    replace: '',
  },
  {
    ...again,
    name: 'heirs-days-go-on',
    guard: 'Paying a share again after a return goes on with the days that were left',
    file: 'business/withdrawal/estate-step.ts',
    find: 'const data = over ? { workingDays } : {};',
    replace: 'const data = over || !over ? { workingDays } : {};',
  },
  {
    ...again,
    name: 'heirs-link-over-by-agency-clock',
    guard: 'An heir’s link is over by the agency’s clock',
    find: `'heir_of_link', 'clock_timestamp()', 'public.business_now()'`,
    replace: `'heir_of_link', 'clock_timestamp()', 'clock_timestamp()'`,
  },
  {
    ...again,
    name: 'heirs-link-given-by-agency-clock',
    guard: 'An heir’s link is given by the agency’s clock',
    find: `'give_heir_link', 'clock_timestamp()', 'public.business_now()'`,
    replace: `'give_heir_link', 'clock_timestamp()', 'clock_timestamp()'`,
  },
  {
    ...together,
    name: 'shares-with-own-word',
    guard: 'Shares that were settled are recorded only with the agreement that is said with them',
    file: 'business/withdrawal/heir-changes.ts',
    find: "if (!own) return refuse({ code: 'succession.not-your-share' });",
    replace: "if (!own) return divided.ok ? divided : refuse({ code: 'succession.not-your-share' });",
  },
  {
    ...together,
    name: 'settled-shares-stay',
    guard: 'Shares that were settled otherwise are not made equal because an heir waives',
    file: 'business/withdrawal/heir-changes.ts',
    find: "(division && division.basis !== 'equal')",
    replace: 'division === null',
  },
  {
    ...together,
    name: 'one-account-two-heirs',
    guard: 'One account for two heirs is shown to the officers as a doubt',
    file: 'business/payments/accounts-alike.ts',
    find: 'one.number === number && one.successorId !== successorId',
    replace: 'one.number === number && one.successorId === number',
  },
  {
    ...together,
    name: 'one-account-officers-only',
    guard: 'Which account another heir named is told to the officers alone',
    file: 'business/withdrawal/read-heirs.ts',
    find: "caller.kind === 'officer' ? await accountsShared(reader",
    replace: "caller.kind !== 'system' ? await accountsShared(reader",
  },
  {
    name: 'account-sent-back-again',
    guard: 'The account that the bank sent a payment back from is taken again from officers only',
    file: 'business/payments/sent-back-accounts.ts',
    tests: again.tests,
    find: 'seal.open(sent.accountSealed) === account.accountNumber',
    replace: 'seal.open(sent.accountSealed) === account.name',
  },
  {
    name: 'account-sent-back-to-whom',
    guard: 'What came back to one heir says nothing of the account of another',
    file: 'business/payments/sent-back-accounts.store.ts',
    tests: again.tests,
    find: 'o.party_id IS NOT DISTINCT FROM $3',
    replace: '(o.party_id IS NOT DISTINCT FROM $3 OR $3 IS NOT NULL)',
  },
  {
    name: 'account-sent-back-own',
    guard: 'The account that the bank sent the money back from is not taken again from the insured person',
    file: 'business/withdrawal/name-payee.ts',
    tests: ['business/withdrawal/own-account-again.db.test.ts'],
    find: 'return fresh.ok ? findWithdrawal(tx, correction) : fresh;',
    replace: 'return fresh.ok || caller.kind ? findWithdrawal(tx, correction) : fresh;',
  },
];
