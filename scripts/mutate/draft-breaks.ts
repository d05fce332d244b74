import type { Break } from './break.ts';

const drafted = ['business/withdrawal/draft-cases.db.test.ts'];

/** Guards of applications that are being written, and of the cases that their files belong to. */
export const draftBreaks: readonly Break[] = [
  {
    name: 'draft-link-maker',
    guard: 'Nobody but its maker says to which case the files of a draft belong',
    file: 'migrations/0124-drafts-with-files.sql',
    find: 'AND d.made_by = p_by',
    replace: '',
    tests: ['business/withdrawal/draft-cases.db.test.ts'],
  },
  {
    name: 'draft-files-of-what-is-over',
    guard: 'Files leave no case that is not over',
    file: 'migrations/0124-drafts-with-files.sql',
    find: "AND c.id = p_from AND c.state = 'draft-ended')",
    replace: 'AND c.id = p_from)',
    tests: ['business/withdrawal/draft-cases.db.test.ts'],
  },
  {
    name: 'draft-held',
    guard: 'A draft that is being handed in is saved over by nobody',
    file: 'migrations/0128-drafts-held-while-handed-in.sql',
    find: 'AND ended IS NULL FOR UPDATE',
    replace: 'AND ended IS NULL',
    tests: ['business/withdrawal/draft-cases.db.test.ts'],
  },
  {
    name: 'draft-link-own',
    guard: 'The files of a draft belong to a case of the same person',
    file: 'migrations/0124-drafts-with-files.sql',
    find: 'c.owner_id = p_owner AND c.number = p_case',
    replace: 'c.number = p_case',
    tests: drafted,
  },
  {
    name: 'draft-case-own',
    guard: 'The case of a draft is its maker’s alone',
    file: 'business/access/others-drafts.store.ts',
    find: 'd.ended IS NULL AND d.made_by <> $3',
    replace: 'd.ended IS NULL AND false',
    tests: drafted,
  },
  {
    name: 'draft-case-own-at-the-papers',
    guard: 'Nobody but its maker hands papers in for the case of a draft or reads them',
    file: 'business/materials/find-case.ts',
    find: '!(await seesCase(reader, caller, file))',
    replace: 'false',
    tests: drafted,
  },
  {
    name: 'draft-ended-case-own',
    guard: 'What was photographed for a draft stays with its maker when it came to nothing',
    file: 'business/access/others-drafts.store.ts',
    find: 'u.uploader_id <> $3',
    replace: 'false',
    tests: drafted,
  },
  {
    name: 'draft-files-carried',
    guard: 'What was photographed for one ground is there for the next',
    file: 'business/withdrawal/draft-case.ts',
    find: 'await callCarryUploads(tx, { ownerId: personId, from: live.id, to: opened.value.id });',
    replace: '',
    tests: drafted,
  },
  {
    name: 'draft-case-over',
    guard: 'A draft that expires takes its case along',
    file: 'business/withdrawal/draft-case.ts',
    find: "if (file?.state !== 'draft') return ok(file);",
    replace: 'if (file) return ok(file);',
    tests: drafted,
  },
  {
    name: 'draft-handed-in',
    guard: 'A draft hands in what was photographed for it',
    file: 'business/withdrawal/draft-case.ts',
    find: 'if (!paper.later) done =',
    replace: 'if (paper.later) done =',
    tests: drafted,
  },
];
