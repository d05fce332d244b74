import type { Break } from './break.ts';

const letters = ['business/withdrawal/letters.db.test.ts'];

/** Guards of letters and notices: that they say what happened, to whom it concerns, once. */
export const letterBreaks: readonly Break[] = [
  {
    name: 'letter-on-its-step',
    guard: 'A letter stands on the step of its case that it tells of',
    file: 'migrations/0042-letters.sql',
    find: `AND a.action = CASE p_kind WHEN`,
    replace: `AND a.action <> CASE p_kind WHEN`,
    tests: letters,
  },
  {
    name: 'letter-closed',
    guard: 'The application cannot change a letter, or write one by itself',
    file: 'migrations/0042-letters.sql',
    find: 'GRANT SELECT ON letter TO suixing_app;',
    replace: 'GRANT SELECT, INSERT, UPDATE, DELETE ON letter TO suixing_app;',
    tests: letters,
  },
  {
    name: 'letter-as-issued',
    guard: 'A letter whose data were altered is not printed',
    file: 'business/letters/print-letter.ts',
    find: 'if (!isAsIssued(row, sheet)) return',
    replace: 'if (isAsIssued(row, sheet) === undefined) return',
    tests: letters,
  },
  {
    name: 'letter-whose',
    guard: 'A letter is printed for the person concerned and for officers',
    file: 'business/letters/print-letter.ts',
    find: 'return file && maySee(caller, file.ownerId) ? file : undefined;',
    replace: 'return file;',
    tests: letters,
  },
  {
    name: 'letter-escaped',
    guard: 'What somebody typed is text in a page, and no markup',
    file: 'business/letters/letter-html.ts',
    find: 'return text.replace(',
    replace: 'return text; text.replace(',
    tests: letters,
  },
  {
    name: 'letter-not-to-the-dead',
    guard: 'Nobody is told by the telephone of the dead',
    file: 'business/withdrawal/telling/announce.ts',
    find: "|| file.subject === 'death'",
    replace: '',
    tests: letters,
  },
  {
    name: 'press-missing-characters',
    guard: 'A character that no font has stands by its code, not as an empty box',
    file: 'platform/typesetting/press-thread.ts',
    find: 'covered.has(code)',
    replace: 'true',
    tests: ['platform/typesetting/press.test.ts'],
  },
  {
    name: 'letter-frozen',
    guard: 'A template that letters were issued with is never edited',
    file: 'business/letters/templates/letter-1.typ',
    find: 'size: 10.5pt',
    replace: 'size: 11pt',
    tests: ['business/withdrawal/telling/write-letters.test.ts'],
  },
  {
    name: 'notice-once',
    guard: 'One event is one notice',
    file: 'business/notices/store.ts',
    find: 'ON CONFLICT (owner_id, id) DO NOTHING RETURNING 1',
    replace: 'ON CONFLICT (owner_id, id) DO UPDATE SET attempts = 0 RETURNING 1',
    tests: ['business/notices/notices.db.test.ts'],
  },
  {
    name: 'notice-backs-off',
    guard: 'A notice that failed waits before it is tried again',
    file: 'business/notices/store.ts',
    find: "WHERE state = 'waiting' AND next_at <= now()",
    replace: "WHERE state = 'waiting'",
    tests: ['business/notices/notices.db.test.ts'],
  },
];
