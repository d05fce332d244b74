import type { Break } from './break.ts';

const file = 'migrations/0075-money-sent-back.sql';
const tests = ['business/withdrawal/sent-back-late.db.test.ts'];

/** Guards of money that the bank sends back, of the files that go to it, and of what lies sealed. */
export const sentBackBreaks: readonly Break[] = [
  {
    ...{ name: 'sent-back-waits', file, tests },
    guard: 'Money that comes back while somebody objects waits for the outcome',
    find: `    UPDATE public.payment_order SET standing = 'contested' WHERE owner_id = p_owner AND id = p_order;
    RETURN;`,
    replace: '    RETURN;',
  },
  {
    ...{ name: 'sent-back-disputed', file: 'migrations/0156-disputes-end-with-a-division.sql', tests },
    guard: 'A disputed share that comes back is kept back',
    find: "'public.disputed_shares(p_owner, v_order.case_id, v_order.made_at)'",
    replace: "$$'{}'::text[]$$",
  },
  {
    ...{ name: 'sent-back-settles', file, tests },
    guard: 'Money that comes back after a revocation settles what is still owed of it',
    find: 'IF v_owed > 0 THEN',
    replace: 'IF false THEN',
  },
  {
    ...{ name: 'sent-back-revoked', file, tests },
    guard: 'Money of a revoked payment that comes back goes into the account',
    find: 'IF v_revoked.id IS NULL THEN RETURN; END IF;',
    replace: 'RETURN;',
  },
  {
    ...{ name: 'sent-back-not-corrected', file, tests },
    guard: 'The payee of a contested order is not corrected',
    find: "o.standing NOT IN ('divided', 'contested', 'refunded')",
    replace: "o.standing <> 'divided'",
  },
  {
    name: 'batch-contested-orders',
    guard: 'An order that is contested or held goes into no batch',
    file: 'migrations/0076-contested-in-a-batch.sql',
    find: `  IF v_order.standing IN ('contested', 'held')
     OR EXISTS`,
    replace: '  IF EXISTS',
    tests: ['business/withdrawal/heir-guards.db.test.ts'],
  },
  {
    name: 'xml-unfit',
    guard: 'What XML cannot hold is in no file to the bank',
    file: 'business/payments/write-xml.ts',
    find: "text.replace(unfitForXml, '\\ufffd')",
    replace: 'text',
    tests: ['apps/api/hostile-texts.e2e.test.ts'],
  },
  {
    ...{ name: 'canary-file-name', tests: ['apps/api/canary.e2e.test.ts'] },
    guard: 'The name of an uploaded file lies sealed',
    file: 'business/materials/upload-file.ts',
    find: 'seal.seal(name)',
    replace: 'Buffer.from(name)',
  },
  {
    ...{ name: 'canary-draft', tests: ['apps/api/canary.e2e.test.ts'] },
    guard: 'What was typed into a draft lies sealed',
    file: 'business/withdrawal/drafts.ts',
    find: 'context.seal.seal(JSON.stringify(content))',
    replace: 'Buffer.from(JSON.stringify(content))',
  },
];
