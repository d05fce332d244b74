import type { Break } from './break.ts';

/** Guards of the pages that people use. */
export const portalBreaks: readonly Break[] = [
  {
    name: 'page-letter-signature',
    guard: 'The page that checks letters takes nothing whose signature does not hold',
    file: 'apps/portal/anyone/verify/signed.ts',
    find: 'return verified(bytesOf(signature), signed, bytesOf(key.x))',
    replace: 'return signed.length > 0',
    tests: ['apps/portal/anyone/verify/checked.test.ts'],
  },
  {
    name: 'page-letter-validity',
    guard: 'The page that checks letters takes nothing signed while the key was not valid',
    file: 'apps/portal/anyone/verify/signed.ts',
    find: 'second >= key.exp',
    replace: 'second < 0',
    tests: ['apps/portal/anyone/verify/checked.test.ts'],
  },
  {
    name: 'page-letter-type',
    guard: 'The page that checks letters takes nothing else that the agency signed for a letter',
    file: 'apps/portal/anyone/verify/checked.ts',
    find: 'signed.type === letterType && says.success',
    replace: 'says.success',
    tests: ['apps/portal/anyone/verify/checked.test.ts'],
  },
  {
    name: 'along-one-page',
    guard: 'What was typed on one page goes along to its other language, and to no other page',
    file: 'apps/portal/ui/along.ts',
    find: 'of === path ? { state, typed }',
    replace: 'of.length > 0 ? { state, typed }',
    tests: ['apps/portal/ui/along.test.ts'],
  },
  {
    name: 'along-once',
    guard: 'What goes along to the other language is kept nowhere afterwards',
    file: 'apps/portal/ui/along.ts',
    find: '    kept().removeItem(name);\n',
    replace: '',
    tests: ['apps/portal/ui/along.test.ts'],
  },
  {
    name: 'draft-newer-offered',
    guard: 'What was saved somewhere else is offered, and not overwritten',
    file: 'apps/portal/ui/autosave.ts',
    find: "of.state.is !== 'newer') {\n    of.sent ??=",
    replace: "of.state.is !== 'refused') {\n    of.sent ??=",
    tests: ['apps/portal/ui/autosave.test.ts'],
  },
  {
    name: 'draft-same-key',
    guard: 'A saving whose answer was lost goes again with its key',
    file: 'apps/portal/ui/autosave.ts',
    find: 'of.sent ??= {',
    replace: 'of.sent = {',
    tests: ['apps/portal/ui/autosave.test.ts'],
  },
  {
    name: 'page-rules-whole',
    guard: 'The page of rules leaves out no condition of a ground',
    file: 'apps/portal/anyone/rules/told-rules.ts',
    find: '!shared.has(id)',
    replace: '!shared.has(id) && id !== conditions[0]?.id',
    tests: ['apps/portal/anyone/rules/told-rules.test.ts'],
  },
];
