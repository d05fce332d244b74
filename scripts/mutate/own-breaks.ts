import type { Break } from './break.ts';

const notices = {
  file: 'business/notices/own-notices.ts',
  tests: ['business/notices/own-notices.db.test.ts'],
} as const;
const told = { ...notices, file: 'migrations/0121-notices-of-ones-own.sql' } as const;

const corrected = {
  file: 'migrations/0131-own-account-after-a-return.sql',
  tests: ['business/withdrawal/own-account-again.db.test.ts'],
} as const;

/** Guards of what somebody is told, holds and decides about themselves. */
export const ownBreaks: readonly Break[] = [
  {
    ...notices,
    name: 'own-notices-alone',
    guard: 'What a person was told is read by that person alone',
    find: "return kind === 'insured' && personIds.includes(owner)",
    replace: "return kind !== 'anyone' || personIds.includes(owner)",
  },
  {
    ...notices,
    name: 'own-notices-no-code',
    guard: 'What a code was is shown nobody afterwards',
    find: 'text: code ? code[row.language] : ',
    replace: 'text: ',
  },
  {
    ...notices,
    name: 'own-notices-not-heirs',
    guard: 'What an heir was told is not among what the person reads',
    file: 'business/notices/own-notices.store.ts',
    find: "WHERE n.owner_id = ANY ($1) AND n.addressee = 'person'\n        AND ($2",
    replace: 'WHERE n.owner_id = ANY ($1)\n        AND ($2',
  },
  {
    ...told,
    name: 'own-notices-read-by-session',
    guard: 'That a notice was read is said by the person’s own session',
    find: 'v_login := public.live_principal(p_token, p_owner);\n  INSERT INTO public.notice_reading',
    replace:
      'SELECT login INTO v_login FROM public.live_login(p_token);\n  INSERT INTO public.notice_reading',
  },
  {
    ...told,
    name: 'own-notices-reading-not-written',
    guard: 'No program writes that a notice was read',
    find: 'GRANT SELECT ON notice_language, notice_reading TO',
    replace: 'GRANT SELECT, INSERT ON notice_language, notice_reading TO',
  },
  {
    ...told,
    name: 'own-notices-five-years',
    guard: 'What was told is kept for five years',
    find: "interval '5 years'",
    replace: "interval '4 years'",
  },
  {
    ...told,
    name: 'own-notices-codes-go',
    guard: 'A code goes once it was handed on',
    find: "n.kind IN ('activation-code', 'recovery-code')",
    replace: "n.kind IN ('no-code')",
  },
  {
    ...told,
    name: 'own-notices-others-not-read',
    guard: 'What an heir or a program was told is marked as read by nobody',
    find: "WHERE n.id = ANY (p_ids) AND n.addressee = 'person'",
    replace: 'WHERE n.id = ANY (p_ids)',
  },
  {
    ...told,
    name: 'own-notices-waiting-code-stays',
    guard: 'A code that waits to be handed on keeps its text',
    find: "AND n.state <> 'waiting' AND n.body_sealed IS NOT NULL",
    replace: 'AND n.body_sealed IS NOT NULL',
  },
  {
    ...told,
    name: 'own-notices-waiting-stays',
    guard: 'Nothing that waits to be handed on goes for its age',
    find: "interval '5 years' AND n.state <> 'waiting'",
    replace: "interval '5 years'",
  },
  {
    name: 'own-statement-tells-all',
    guard: 'What is signed of a statement stands for every figure on it',
    file: 'business/personal-account/year-statement.ts',
    find: 'canonicalJson(inText(statement))',
    replace: 'canonicalJson(inText({ ...statement, entries: [] }))',
    tests: ['business/personal-account/year-statement.db.test.ts'],
  },
  {
    name: 'own-data-alone',
    guard: 'Somebody’s data are handed to that person alone',
    file: 'business/my-data/take-my-data.ts',
    find: '!caller.personIds.includes(owner)',
    replace: 'caller.personIds.length === 0',
    tests: ['business/my-data/take-my-data.db.test.ts'],
  },
  {
    name: 'own-data-proven-again',
    guard: 'Somebody’s data leave only after their password once more',
    file: 'business/my-data/take-my-data.ts',
    find: 'if (!proven.ok) return proven;',
    replace: '',
    tests: ['business/my-data/take-my-data.db.test.ts'],
  },
  {
    name: 'own-data-whole-hash',
    guard: 'What is signed of somebody’s data stands for every part of them',
    file: 'business/my-data/my-data.ts',
    find: "canonicalJson(data), 'utf8'",
    replace: "canonicalJson({ ...data, parts: Object.keys(data.parts) }), 'utf8'",
    tests: ['business/my-data/my-data.test.ts'],
  },
  {
    name: 'own-data-hash-compared',
    guard: 'A file of somebody’s data that was altered is found',
    file: 'business/my-data/my-data.ts',
    find: 'h !== hashOf(data) || ',
    replace: '',
    tests: ['business/my-data/my-data.test.ts'],
  },
  {
    name: 'own-numbers-alone',
    guard: 'Somebody’s numbers are shown in full to that person alone',
    file: 'business/registry/own-numbers.ts',
    find: "caller.kind === 'insured' && caller.personIds.includes(owner)",
    replace: "caller.kind !== 'anyone' || caller.personIds.includes(owner)",
    tests: ['business/my-data/take-my-data.db.test.ts'],
  },
  {
    ...corrected,
    name: 'own-account-by-session',
    guard: 'After a return the insured person’s own session alone names another account',
    find: 'public.live_insured(p_token, p_owner) END;',
    replace: '(SELECT l.login FROM public.live_login(p_token) l) END;',
  },
  {
    ...corrected,
    name: 'own-account-of-this-person',
    guard: 'Who has signed in for somebody else changes no account',
    find: 'p.person_id = p_owner OR EXISTS',
    replace: 'true OR EXISTS',
  },
  {
    ...corrected,
    name: 'own-account-as-insured',
    guard: 'A successor’s session changes no account of the insured person',
    find: "v.capacity = 'insured' AND p.owner_id = v.login AND p.capacity = 'insured'",
    replace: 'p.owner_id = v.login',
  },
  {
    ...corrected,
    name: 'own-account-heard-of',
    guard: 'Whose money it is hears that its account was changed',
    file: 'business/withdrawal/payment-moves.ts',
    find: 'if (moved.ok) await noticeOf(',
    replace: 'if (!moved.ok) await noticeOf(',
  },
  {
    ...corrected,
    name: 'own-name-told-to-oneself',
    guard: 'The full name that an account has to be in is told to the insured person alone',
    file: 'business/withdrawal/read-withdrawal.ts',
    find: "if (caller.kind !== 'insured' || !caller.personIds.includes(file.ownerId)) return false;",
    replace: '',
  },
];
