import { expect, test } from 'vitest';
import { withdrawalProcess } from '#business/withdrawal/public';
import { accountElsewhere, linkDoes, linkDoesForWard, linkUse } from './link-offered.ts';

const order = (standing: string, result: string | null = null) => ({ standing, result });

test('a link is passed on for an answer and an account before the decision, and after it only to object', () => {
  for (const state of ['draft', 'submitted', 'in-review', 'awaiting-materials', 'objection'])
    expect(linkUse(state, [])).toBe('everything');
  for (const state of ['proposed', 'objection-proposed']) expect(linkUse(state, [])).toBe('answer');
  for (const state of ['approved', 'came-back', 'settled', 'paying', 'returned'])
    expect(linkUse(state, [])).toBe('object');
  for (const use of ['answer', 'object'] as const)
    for (const texts of [linkDoes, linkDoesForWard])
      expect(texts[use].en).toMatch(
        /[Nn]o account can be named|no account named|account cannot be changed|Nothing else/,
      );
});

test('nobody is offered to send a link to an heir who was paid, or once all is over', () => {
  expect(linkUse('paying', [order('open', 'paid')])).toBeNull();
  expect(linkUse('paying', [order('open', 'paid'), order('held')])).toBe('object');
  expect(linkUse('returned', [order('open', 'returned')])).toBe('object');
  for (const state of ['paid', 'refunded', 'refused', 'revoked', 'not-completed', 'draft-ended'])
    expect(linkUse(state, [])).toBeNull();
});

test('a link is offered in no state in which the agency hears no heir', () => {
  const hears: readonly string[] = withdrawalProcess.actions['hear-heir']?.from ?? [];
  expect(hears.length).toBeGreaterThan(0);
  for (const state of Object.keys(withdrawalProcess.states))
    expect(linkUse(state, []) !== null, state).toBe(hears.includes(state));
});

test('of a share that came back it is said how its heir names another account, and that a link passed on does not', () => {
  const wanted = [{ accountWanted: true }];
  const other = { own: false, mayNameAccount: false, named: true };
  expect(accountElsewhere(other, wanted)?.en).toMatch(
    /^\{name\} names another account: signed in, by a link that we gave, or at a window.*pass on cannot/,
  );
  expect(accountElsewhere({ ...other, named: false }, wanted)?.zh).toMatch(/自己填.*您转的链接填不了/);
  expect(accountElsewhere({ ...other, own: true }, wanted)?.zh).not.toContain('{name}');
  expect(accountElsewhere({ ...other, mayNameAccount: true }, wanted)).toBeNull();
  expect(accountElsewhere(other, [{ accountWanted: false }])).toBeNull();
});
