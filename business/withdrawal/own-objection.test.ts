import { expect, test } from 'vitest';
import { ownObjection } from './own-objection.ts';

const at = new Date('2026-06-02T02:00:00Z');
const said = (word: string, successorId = 'suc_1', disputes: readonly string[] = []) => ({
  ...{ action: 'hear-heir', at, data: { successorId, word, disputes } },
});
const order = (partyId: string | null, standing: 'open' | 'held' | 'divided', made: object = {}) => ({
  ...{ orderId: `ord_${partyId}`, ofOrder: 'ord_null', madeAt: at, partyId, standing },
  ...made,
});
const whole = order(null, 'divided', { ofOrder: null });
/** Into what the share of an heir was divided anew. */
const part = (of: string, days = 1) =>
  order(of, 'open', {
    ...{ orderId: `ord_${of}_anew`, ofOrder: `ord_${of}` },
    madeAt: new Date(at.getTime() + days * 86_400_000),
  });
type Told = Parameters<typeof ownObjection>[1];
/** An heir whose last word is an objection, to their own share where no other is named. */
const objects = (disputes: readonly string[] = ['suc_1']): Told['heir'] => ({
  ...{ id: 'suc_1', word: 'object', disputes },
});
const agreed: Told['heir'] = { id: 'suc_1', word: 'agree', disputes: [] };
const outcome = (
  actions: Parameters<typeof ownObjection>[0],
  heir: Told['heir'],
  orders: Told['orders'] = [],
  ended = false,
) => ownObjection(actions, { heir, orders, ended })?.outcome;

test('who objected reads when, and that the share is kept back, until it is settled', () => {
  const objected = [said('object')];
  expect(ownObjection(objected, { heir: objects(), orders: [], ended: false })?.madeOn).toBe('2026-06-02');
  expect(outcome(objected, objects())).toBe('open');
  expect(outcome(objected, objects(), [whole, order('suc_1', 'held'), order('suc_2', 'open')])).toBe(
    'kept-back',
  );
});

test('after the payment the objection and its outcome stay', () => {
  const other = [said('object', 'suc_1', ['suc_2'])];
  const toOther = objects(['suc_2']);
  const settled = [whole, order('suc_2', 'divided'), part('suc_2')];
  expect(outcome(other, toOther, settled)).toBe('settled');
  expect(outcome(other, toOther, [whole, order('suc_1', 'open'), order('suc_2', 'open')])).toBe('paid-on');
  expect(outcome([said('object'), said('agree')], agreed, [whole, order('suc_1', 'open')])).toBe(
    'taken-back',
  );
  expect(outcome([said('object')], objects(), [], true)).toBe('ended');
});

test('who objected to one share and then to another reads of both: kept back while either is, settled once both are', () => {
  const twice = [said('object', 'suc_1', ['suc_2']), said('object', 'suc_1', ['suc_3'])];
  const both = objects(['suc_2', 'suc_3']);
  const [first, second] = [order('suc_2', 'held'), order('suc_3', 'held')];
  const paid = [order('suc_2', 'open'), order('suc_3', 'open')];
  expect(outcome(twice, both, [whole, first, order('suc_3', 'open')])).toBe('kept-back');
  expect(outcome(twice, both, [whole, order('suc_2', 'open'), second])).toBe('kept-back');
  expect(outcome(twice, both, [whole, order('suc_2', 'divided'), part('suc_2'), ...paid])).toBe('settled');
  // What was agreed to in between is disputed no more.
  const later = objects(['suc_3']);
  expect(outcome(twice, later, [whole, first, order('suc_3', 'open')])).toBe('paid-on');
  expect(outcome(twice, objects(['suc_1', 'suc_3']), [whole, order('suc_1', 'held'), ...paid])).toBe(
    'kept-back',
  );
});

test('who objects once more after the share was divided anew does not read that this settled it', () => {
  const toOther = objects(['suc_2']);
  const again = [said('object', 'suc_1', ['suc_2']), said('object', 'suc_1', ['suc_2'])];
  const orders = [whole, order('suc_2', 'divided'), part('suc_2', -1)];
  expect(outcome(again, toOther, orders)).toBe('paid-on');
  expect(
    outcome(again, toOther, [whole, order('suc_2', 'divided'), { ...part('suc_2', -1), standing: 'held' }]),
  ).toBe('kept-back');
});

test('who never objected, or only another heir did, reads of none', () => {
  expect(outcome([said('agree'), said('object', 'suc_2')], agreed)).toBeUndefined();
});
