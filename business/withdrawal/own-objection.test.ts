import { expect, test } from 'vitest';
import { relationNames } from '#business/succession/public';
import { ownObjection } from './own-objection.ts';

type Told = Parameters<typeof ownObjection>[1];
type Standing = Told['orders'][number]['standing'];

const said = (word: string, disputes: readonly string[] = [], day = '02', successorId = 'suc_1') => ({
  ...{ action: 'hear-heir', at: new Date(`2026-06-${day}T02:00:00Z`), data: { successorId, word, disputes } },
});
const order = (partyId: string | null, standing: Standing, orderId = `ord_${partyId}`) => ({
  ...{ orderId, partyId, standing },
});
const dividedAnew = (orderId: string) => ({
  ...{ action: 'share-moved', at: new Date('2026-06-09T02:00:00Z'), data: { moved: 'divided', orderId } },
});
const whole = order(null, 'divided', 'ord_all');
const heirs = (['child', 'spouse', 'parent'] as const).map((relation, place) => ({
  ...{ id: `suc_${place + 1}`, relation },
}));
/** An heir whose last word is an objection, to their own share where no other is named. */
const objects = (disputes: readonly string[] = ['suc_1']): Told['heir'] => ({
  ...{ id: 'suc_1', word: 'object', disputes },
});
const agreed: Told['heir'] = { id: 'suc_1', word: 'agree', disputes: [] };
const told = (
  actions: Parameters<typeof ownObjection>[0],
  heir: Told['heir'],
  orders: Told['orders'] = [],
  ended = false,
) => ownObjection(actions, { heir, heirs, orders, ended });
/** Whose share, or null of all that is in dispute, and what came of it. */
const outcomes = (...asked: Parameters<typeof told>) =>
  told(...asked)?.outcomes.map(({ successorId, outcome }) => [successorId, outcome]);

test('who objected reads when, and that the share is kept back, until it is settled', () => {
  const objected = [said('object')];
  expect(told(objected, objects())?.madeOn).toBe('2026-06-02');
  expect(outcomes(objected, objects())).toEqual([[null, 'open']]);
  const held = [whole, order('suc_1', 'held'), order('suc_2', 'open')];
  expect(outcomes(objected, objects(), held)).toEqual([[null, 'kept-back']]);
});

test('after the payment the objection and its outcome stay', () => {
  const other = [said('object', ['suc_2'])];
  const anew = [whole, order('suc_2', 'divided'), order('suc_2', 'open', 'ord_part')];
  expect(outcomes([...other, dividedAnew('ord_suc_2')], objects(['suc_2']), anew)).toEqual([
    [null, 'settled'],
  ]);
  const paid = [whole, order('suc_1', 'open'), order('suc_2', 'open')];
  expect(outcomes(other, objects(['suc_2']), paid)).toEqual([[null, 'paid-on']]);
  expect(outcomes([said('object'), said('agree')], agreed, paid)).toEqual([[null, 'taken-back']]);
  expect(outcomes([said('object')], objects(), [], true)).toEqual([[null, 'ended']]);
  expect(outcomes([said('object'), said('agree')], agreed, [], true)).toEqual([[null, 'taken-back']]);
});

test('who objected to one share and then to another that is paid already reads of each by itself, and when', () => {
  const twice = [said('object', ['suc_2']), said('object', ['suc_3'], '05')];
  const both = objects(['suc_2', 'suc_3']);
  const kept = told(twice, both, [whole, order('suc_2', 'held'), order('suc_3', 'open')]);
  expect(kept?.madeOn).toBe('2026-06-05');
  expect(kept?.outcomes).toMatchObject([
    { successorId: 'suc_2', relation: relationNames.spouse, madeOn: '2026-06-02', outcome: 'kept-back' },
    { successorId: 'suc_3', relation: relationNames.parent, madeOn: '2026-06-05', outcome: 'paid-on' },
  ]);
  const settled = [said('object', ['suc_2']), dividedAnew('ord_suc_2'), said('object', ['suc_3'], '15')];
  const paid = [whole, order('suc_2', 'divided'), order('suc_2', 'open', 'ord_2'), order('suc_3', 'open')];
  expect(outcomes(settled, both, paid)).toEqual([
    ['suc_2', 'settled'],
    ['suc_3', 'paid-on'],
  ]);
});

test('who objects again to a share that was divided anew is not told that this settled it', () => {
  const again = [said('object', ['suc_2']), dividedAnew('ord_suc_2'), said('object', ['suc_2'], '15')];
  const paid = [whole, order('suc_2', 'divided'), order('suc_2', 'open', 'ord_2')];
  expect(outcomes(again, objects(['suc_2']), paid)).toEqual([[null, 'paid-on']]);
});

test('who objected to several shares reads it once where it is the same for all, and what was agreed to in between is disputed no more', () => {
  const twice = [said('object', ['suc_2']), said('object', ['suc_3'])];
  const held = [whole, order('suc_2', 'held'), order('suc_3', 'held')];
  expect(outcomes(twice, objects(['suc_2', 'suc_3']), held)).toEqual([[null, 'kept-back']]);
  const later = [said('object', ['suc_2']), said('agree'), said('object', ['suc_3'])];
  expect(
    outcomes(later, objects(['suc_3']), [whole, order('suc_2', 'held'), order('suc_3', 'open')]),
  ).toEqual([[null, 'paid-on']]);
  // Nobody was named: it was their own.
  const own = [said('object'), said('object', ['suc_2'], '05')];
  const kept = [whole, order('suc_1', 'held'), order('suc_2', 'open')];
  expect(told(own, objects(['suc_1', 'suc_2']), kept)?.outcomes).toMatchObject([
    { successorId: 'suc_1', madeOn: '2026-06-02', outcome: 'kept-back' },
    { successorId: 'suc_2', madeOn: '2026-06-05', outcome: 'paid-on' },
  ]);
});

test('of a share that went back, lies unclaimed, waits for an objection to the payment or was never set aside nobody reads that it is paid', () => {
  const cases = [
    ...([
      ['refunded', 'refunded'],
      ['unclaimed', 'unclaimed'],
      ['contested', 'waits'],
    ] as const),
  ];
  for (const [standing, outcome] of cases)
    expect(outcomes([said('object')], objects(), [whole, order('suc_1', standing)])).toEqual([
      [null, outcome],
    ]);
  const waived = told([said('object', ['suc_3'])], objects(['suc_3']), [whole, order('suc_1', 'open')]);
  expect(waived?.outcomes).toMatchObject([{ outcome: 'no-share' }]);
  expect(waived?.outcomes[0]?.text.en).not.toMatch(/gone to the bank|is paid\./);
});

test('who never objected, or only another heir did, reads of none', () => {
  expect(told([said('agree'), said('object', [], '02', 'suc_2')], agreed)).toBeNull();
});
