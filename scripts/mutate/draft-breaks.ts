import type { Break } from './break.ts';

/** Guards of applications that are being written, and of the cases that their files belong to. */
export const draftBreaks: readonly Break[] = [
  {
    name: 'draft-link-own',
    guard: 'The files of a draft belong to a case of the same person',
    file: 'migrations/0124-drafts-with-files.sql',
    find: 'c.owner_id = p_owner AND c.number = p_case',
    replace: 'c.number = p_case',
    tests: ['business/withdrawal/draft-cases.db.test.ts'],
  },
  {
    name: 'draft-files-carried',
    guard: 'What was photographed for one ground is there for the next',
    file: 'business/withdrawal/draft-case.ts',
    find: 'await callCarryUploads(tx, { ownerId: personId, from: live.id, to: opened.value.id });',
    replace: '',
    tests: ['business/withdrawal/draft-cases.db.test.ts'],
  },
  {
    name: 'draft-case-over',
    guard: 'A draft that expires takes its case along',
    file: 'business/withdrawal/draft-case.ts',
    find: "if (file?.state !== 'draft') return ok(file);",
    replace: 'if (file) return ok(file);',
    tests: ['business/withdrawal/draft-cases.db.test.ts'],
  },
  {
    name: 'draft-handed-in',
    guard: 'A draft hands in what was photographed for it',
    file: 'business/withdrawal/draft-case.ts',
    find: 'if (!paper.later) done =',
    replace: 'if (paper.later) done =',
    tests: ['business/withdrawal/draft-cases.db.test.ts'],
  },
];
