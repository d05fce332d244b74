import type { Break } from './break.ts';

/** Guards of the chains and seals: that an alteration shows. */
export const auditBreaks: readonly Break[] = [
  {
    name: 'audit-chain-order',
    guard: "Two changes of one person's records at once are chained one after the other",
    file: 'migrations/0010-record-chain.sql',
    find: 'PERFORM 1 FROM public.person WHERE owner_id = p_owner FOR NO KEY UPDATE;',
    replace: '',
    tests: ['engines/audit/record-chain.db.test.ts'],
  },
  {
    name: 'audit-chain-once',
    guard: 'A record has one link in the chain',
    file: 'migrations/0010-record-chain.sql',
    find: 'AND kind = p_kind AND reference = p_reference;\n  IF FOUND THEN',
    replace: 'AND kind = p_kind AND reference = p_reference;\n  IF false THEN',
    tests: ['engines/audit/record-chain.db.test.ts'],
  },
  {
    name: 'audit-chain-closed',
    guard: 'The application cannot append to a chain by itself',
    file: 'migrations/0010-record-chain.sql',
    find: 'GRANT EXECUTE ON FUNCTION digest_of, instant_text,',
    replace: 'GRANT EXECUTE ON FUNCTION chain_record, digest_of, instant_text,',
    tests: ['engines/audit/record-chain.db.test.ts'],
  },
];
