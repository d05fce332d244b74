import type { Break } from './break.ts';

const toldByLink = ['apps/portal/heir/invited/stage.test.ts'];
const toldOfObjections = ['business/withdrawal/own-objection.test.ts'];

/** Guards of what heirs are told by their link. */
export const heirLinkBreaks: readonly Break[] = [
  {
    name: 'objections-add-up-as-told',
    guard: 'Who objected to several shares reads of each that is kept back',
    file: 'business/withdrawal/own-objection.ts',
    find: 'heir.disputes.map((successorId)',
    replace: 'heir.disputes.slice(-1).map((successorId)',
    tests: toldOfObjections,
  },
  {
    name: 'objection-settled-since',
    guard: 'Who objects again to a share that was divided anew is not told that this settled it',
    file: 'business/withdrawal/own-objection.ts',
    find: "order.standing === 'divided' && dividedSince(order)",
    replace: "order.standing === 'divided'",
    tests: toldOfObjections,
  },
  {
    name: 'objection-not-as-paid',
    guard: 'Of a disputed share that was not paid nobody reads that it is',
    file: 'business/withdrawal/own-objection.ts',
    find: "if (are('open')) return 'paid-on';",
    replace: "if (are('open') || theirs.length > 0) return 'paid-on';",
    tests: toldOfObjections,
  },
  {
    name: 'heirs-amount-of-an-approval',
    guard: 'By a link an heir reads an amount only while an approval stands',
    file: 'business/withdrawal/see-by-link.ts',
    find: "byRelative || decided !== 'approved'",
    replace: "byRelative || decided === 'ended'",
    tests: ['business/withdrawal/heirs-amount.db.test.ts'],
  },
  {
    name: 'refusal-objected-to-decides-nothing',
    guard: 'While somebody objects to a refusal heirs are told of nothing that was approved',
    file: 'business/withdrawal/decided-for-heirs.ts',
    find: "contested === 'approve'",
    replace: "contested !== 'approve'",
    tests: ['business/withdrawal/decided-for-heirs.test.ts'],
  },
  {
    name: 'heir-in-either-language',
    guard: 'An heir is told who they are to the person who died on pages of either language',
    file: 'apps/portal/heir/invited/stage.ts',
    find: 'zh === relation.zh || en === relation.en',
    replace: 'zh === relation.zh',
    tests: toldByLink,
  },
  {
    name: 'no-amount-denied-where-told',
    guard: 'No page says that it tells no amount where it tells one',
    file: 'apps/portal/heir/invited/stage.ts',
    find: 'return told ? noNames : noNamesNorSums;',
    replace: 'return told ? noNamesNorSums : noNames;',
    tests: toldByLink,
  },
  {
    name: 'account-here-once-settled',
    guard:
      'Between approval and settlement the agency’s link sends nobody to a window for what it takes from the settlement on',
    file: 'apps/portal/heir/invited/own-tasks.ts',
    find: 'if (seen.ownAmount?.provisional)',
    replace: 'if (seen.ownAmount && !seen.ownAmount.provisional)',
    tests: ['apps/portal/heir/invited/own-tasks.test.ts'],
  },
  {
    name: 'heir-link-followed',
    guard:
      'Whoever opens another link where one is open answers by that link, and not for the share of the first',
    file: 'apps/portal/client/heir.tsx',
    find: 'followLinks();',
    replace: '',
    tests: ['apps/portal/heir/own-login.e2e.test.ts'],
  },
  {
    name: 'heir-link-whole',
    guard: 'A link that was copied in part opens no other that was opened before it',
    file: 'apps/portal/heir/invited/secret.ts',
    find: "if (!fragment.startsWith('#sxh_')) return undefined;",
    replace: 'if (!/^#sxh_[A-Za-z0-9_-]{10,90}$/.test(fragment)) return undefined;',
    tests: ['apps/portal/heir/own-login.e2e.test.ts'],
  },
  {
    name: 'passed-on-tells-no-account',
    guard: 'A link that a relative passed on tells nothing of an account that the heir or a window gave',
    file: 'business/withdrawal/see-by-link.ts',
    find: 'if (byRelative && accountSeen(heir)) return',
    replace: 'if (byRelative && !accountSeen(heir)) return',
    tests: ['business/withdrawal/heirs-identified.db.test.ts'],
  },
  {
    name: 'no-answer-once-over',
    guard: 'Once all of a case is over its heirs are asked for no answer that would be refused',
    file: 'apps/portal/heir/invited/answers.ts',
    find: "return mayAnswer && word !== 'waive'",
    replace: "return word !== 'waive'",
    tests: ['apps/portal/heir/invited/answers.test.ts'],
  },
  {
    name: 'no-word-of-a-link-not-offered',
    guard: 'A guardian who has no link and is offered none is told of none',
    file: 'apps/portal/heir/estate/own-ward.ts',
    find: 'return givesWay && isSentALink(heirs, heir);',
    replace: 'return true;',
    tests: ['apps/portal/heir/estate/own-ward.test.ts'],
  },
  {
    name: 'no-link-to-oneself',
    guard:
      'Who applies and is the guardian of a minor heir is offered no link to send to herself, by which she would lose the account',
    file: 'apps/portal/heir/estate/own-ward.ts',
    find: 'heir.yours && sameName(guardianName, heir)',
    replace: 'heir.yours && !sameName(guardianName, heir)',
    tests: ['apps/portal/heir/estate/own-ward.test.ts'],
  },
];
