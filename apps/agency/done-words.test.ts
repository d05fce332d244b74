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
const noOrders = ['The', 'Another', 'Whoever'];

describe.each(Object.values(processes))('the history of $id', ({ id, actions }) => {
  it('tells of every step what was done, and orders nobody to do it', () => {
    const told = Object.entries(actions).map(([action, { name }]) => doneIn(id)[action] ?? name);
    const ordering = told.filter((text) => orders.has(firstOf(text)) && !noOrders.includes(firstOf(text)));
    expect(orders).toContain('Approve');
    expect(ordering).toEqual([]);
  });

  it('has words of its own for no step that there is not', () => {
    const strange = Object.keys(doneIn(id)).filter((action) => !(action in actions));
    expect(strange).toEqual([]);
  });
});

function firstOf({ en }: Text): string {
  return en.split(' ')[0] ?? '';
}
