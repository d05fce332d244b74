import type { Break } from './break.ts';

const shares = 'business/withdrawal/part-paid.store.ts';
const apart = ['business/withdrawal/part-paid.db.test.ts'];
const keptBack = ['business/withdrawal/kept-back.db.test.ts'];

/** Guards of what is told of a case of several heirs, whose shares are not all in one place. */
export const shareBreaks: readonly Break[] = [
  {
    name: 'kept-back-nothing-else-due',
    guard: 'A case waits for its heirs only where nothing else is left to be paid',
    file: 'business/withdrawal/kept-back.store.ts',
    find: `        AND l.result IS DISTINCT FROM 'paid'))`,
    replace: `        AND false))`,
    tests: keptBack,
  },
  {
    name: 'part-paid-not-with-the-bank',
    guard: 'A case of which the bank has no share is not said to be with the bank',
    file: shares,
    find: `coalesce(t.open AND t.released, false) AS at_bank`,
    replace: `true AS at_bank`,
    tests: apart,
  },
  {
    name: 'part-paid-told-everywhere',
    guard: 'Whoever tracks a case of which one share waits reads so, as on its page',
    file: 'business/tracking/where-it-is.ts',
    find: `return parts.apart ? { ...place, ...byShares(parts.apart) } : place;`,
    replace: `return place;`,
    tests: apart,
  },
  {
    name: 'waits-for-account-alone',
    guard: 'A case that waits for an heir’s account and nothing else is overdue in no list',
    file: shares,
    find: `(\${isKeptBack} OR \${nothingToPay})`,
    replace: `\${isKeptBack}`,
    tests: apart,
  },
  {
    name: 'unclaimed-share-told',
    guard: 'A share that nobody claims is told of, and leaves no case with the bank',
    file: shares,
    find: `o.standing IN ('open', 'held', 'unclaimed'))`,
    replace: `o.standing IN ('open', 'held'))`,
    tests: apart,
  },
  {
    name: 'disputed-return-at-the-window',
    guard: 'A share that came back and is disputed since is not asked to be corrected, heard at a window',
    file: 'business/withdrawal/heir-words.ts',
    find: 'const settled = await noneReturnedAnyMore(tx, { context, file: moved.value });',
    replace: 'const settled = moved;',
    tests: apart,
  },
  {
    name: 'disputed-return-by-link',
    guard: 'A share that came back and is disputed since is not asked to be corrected, heard by a link',
    file: 'business/withdrawal/heir-links.ts',
    find: 'const settled = await noneReturnedAnyMore(tx, { context, file: moved.value });',
    replace: 'const settled = moved;',
    tests: apart,
  },
  {
    name: 'apart-in-explanations',
    guard: 'An explanation says of a case of several heirs what its page says',
    file: 'business/withdrawal/explain-withdrawal.ts',
    find: 'stateName: apart?.state ??',
    replace: 'stateName:',
    tests: apart,
  },
  {
    name: 'apart-in-assignments',
    guard: 'Whoever gives back a case of several heirs reads what its page says',
    file: 'business/work-list/assign-case.ts',
    find: '(await apartOf(reader, done.value))?.state ??',
    replace: '',
    tests: apart,
  },
  {
    name: 'account-brings-days-anew',
    guard: 'An account that a case waited for brings the days of paying it anew',
    file: 'business/withdrawal/heir-accounts.ts',
    find: `...(rested && !(await rests(tx, file)) ? { workingDays } : {})`,
    replace: '',
    tests: apart,
  },
  {
    name: 'kept-back-in-the-work-list',
    guard: 'A case whose last share is disputed is overdue in no list',
    file: 'business/work-list/work-list.store.ts',
    find: `WHEN 'overdue' THEN c.due_on < $5::date AND NOT \${isResting}`,
    replace: "WHEN 'overdue' THEN c.due_on < $5::date",
    tests: keptBack,
  },
];
