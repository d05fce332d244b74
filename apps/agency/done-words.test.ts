import { describe, expect, it } from 'vitest';
import type { Text } from '#basics';
import { lifeEventProcesses } from '#business/life-events/public';
import { transferDone } from '#business/transfer';
import { withdrawalDone } from '#business/withdrawal';
import { reviewDone } from '#engines/casework/public';
import { processes } from './processes.ts';

const doneIn = (id: string): Readonly<Record<string, Text>> =>
  id in lifeEventProcesses ? reviewDone : (transferDone[id] ?? withdrawalDone);

/** The words by which a person is told to do something: what the buttons begin with that the history words anew. */
const orders = new Set(
  Object.values(processes).flatMap(({ id, actions }) =>
    Object.entries(actions).flatMap(([action, { name }]) => (doneIn(id)[action] ? [firstOf(name)] : [])),
  ),
);
const noOrders = ['The', 'Another', 'Whoever', 'An'];

/** Steps of every life event, and of a withdrawal, whose own name tells them as done. */
const ofReview = ['complete-materials', 'send-back', 'told-of-death'];

/** What happens of itself, or what others do: whoever adds a step here has read its name as a line of a history. */
const toldByName: Readonly<Record<string, readonly string[]>> = {
  'death-notice': [...ofReview, 'recorded-otherwise'],
  withdrawal: [
    ...[...ofReview, 'end-draft', 'come-back', 'confirm-paid', 'share-held', 'share-moved'],
    'refund-order',
  ],
  'transfer-out': [
    ...['letter-opens', 'joined-to-letter', 'not-confirmed-there', 'accept', 'decline', 'letter-again'],
    ...['letter-withdrawn', 'withdrawn-there', 'answer-late-letter', 'note-silence', 'answer-reminder'],
    ...['close-by-death', 'await-account', 'account-told', 'nothing-to-remit', 'confirm-paid'],
    ...['account-never-came', 'credited-early', 'confirm-credited', 'credited-otherwise', 'close-difference'],
    ...['note-sending-back', 'note-paid', 'withdrawal-not-opened', 'money-back'],
  ],
  'transfer-in': [
    ...['announce', 'withdrawn-there', 'receive-sheet', 'note-silence', 'answer-reminder', 'close-by-death'],
    ...['note-advice', 'note-late-advice', 'amount-differs', 'turn-away'],
  ],
};

describe.each(Object.values(processes))('the history of $id', ({ id, actions }) => {
  it('tells every step in words for what was done, or by a name that says so itself', () => {
    const told = [...Object.keys(doneIn(id)), ...(toldByName[id] ?? ofReview)];
    expect(told.toSorted()).toEqual(Object.keys(actions).toSorted());
  });

  it('orders nobody, in a history, to do what was done', () => {
    const told = Object.entries(actions).map(([action, { name }]) => doneIn(id)[action] ?? name);
    const ordering = told.filter((text) => orders.has(firstOf(text)) && !noOrders.includes(firstOf(text)));
    expect(orders).toContain('Approve');
    expect(ordering).toEqual([]);
  });
});

function firstOf({ en }: Text): string {
  return en.split(' ')[0] ?? '';
}
