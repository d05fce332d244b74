import type { Break } from './break.ts';

const file = 'migrations/0077-escheat-within-limits.sql';
const tests = ['business/succession/escheat.db.test.ts'];

/** Guards of what goes to the fund: limit, notice, and that nobody is known to succeed. */
export const escheatBreaks: readonly Break[] = [
  {
    name: 'escheat-within-limit',
    guard: 'Nothing goes to the fund above the limit of whoever approves it',
    ...{ file, tests },
    find: `ADD COLUMN limit_fen bigint,
  ADD CONSTRAINT escheat_within_limit CHECK (amount_fen <= limit_fen);`,
    replace: 'ADD COLUMN limit_fen bigint;',
  },
  {
    name: 'escheat-notice-dated',
    guard: 'The notice stands for as long as the law’s figure of its day says',
    ...{ file, tests },
    find: 'VALUES (p_owner, p_id, p_notice_on, public.heirless_notice_days(p_notice_on),',
    replace: 'VALUES (p_owner, p_id, p_notice_on, 365,',
  },
  {
    name: 'escheat-notice-again',
    guard: 'The figure of the notice’s day is asked for again when the second officer decides',
    ...{ file, tests },
    find: 'greatest(v_asked.notice_days, public.heirless_notice_days(v_asked.notice_on)) >= v_today',
    replace: 'v_asked.notice_days >= v_today',
  },
  {
    name: 'escheat-notice',
    guard: 'Nothing goes to the fund while the public notice runs',
    ...{ file, tests },
    find: 'IF v_asked.notice_on + greatest(',
    replace: 'IF false AND v_asked.notice_on + greatest(',
  },
  {
    name: 'escheat-no-case-open',
    guard: 'Nothing goes to the fund while a case after the death is open',
    ...{ file, tests },
    find: `AND e.state = c.state);
  IF FOUND THEN`,
    replace: `AND e.state = c.state);
  IF false THEN`,
  },
  {
    name: 'escheat-no-heir-on-record',
    guard: 'Nothing goes to the fund while an heir is recorded who counts',
    ...{ file, tests },
    find: `(s.name, s.identity_kind, s.identity_tail)));
  IF FOUND THEN`,
    replace: `(s.name, s.identity_kind, s.identity_tail)));
  IF false THEN`,
  },
  {
    name: 'escheat-heirs-last-word',
    guard: 'Of an heir the last word counts, not an earlier waiver',
    ...{ file, tests },
    find: 'ORDER BY w.seq DESC LIMIT 1) said',
    replace: 'ORDER BY w.seq LIMIT 1) said',
  },
  {
    name: 'escheat-asked-again',
    guard: 'Whether somebody is known to succeed is asked again when the second officer decides',
    ...{ file, tests },
    find: `    PERFORM public.nobody_is_known_to_succeed(p_owner);
    -- Where`,
    replace: '    -- Where',
  },
  {
    name: 'escheat-invited-waiver',
    guard: 'A waiver by a link that a relative passed on clears no heir before money goes to the fund',
    ...{ file: 'migrations/0126-invited-waivers-clear-nobody.sql', tests },
    find: `WHEN 'invited' THEN 'unconfirmed'`,
    replace: `WHEN 'nobody' THEN 'unconfirmed'`,
  },
];
