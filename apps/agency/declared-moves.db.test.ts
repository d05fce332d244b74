import { expect, test } from 'vitest';
import { lifeEventProcesses } from '#business/life-events/public';
import { arrivalProcess, departureProcess } from '#business/transfer';
import { withdrawalProcess } from '#business/withdrawal/public';
import { type Move, movesOf } from '#engines/casework';
import { testDatabase } from '#platform/testing';

const db = await testDatabase();

test('the database knows the steps of each procedure, and whose they are, as the procedures declare them', async () => {
  const rows = await db.app.rows<Move>(
    'SELECT process, action, from_state AS "from", to_state AS "to", doers FROM case_move',
  );
  const written = ({ process, action, from, to, doers }: Move) =>
    `${process}: ${action} ${from}>${to} by ${[...doers].sort().join(' ')}`;
  const procedures = [
    withdrawalProcess,
    departureProcess,
    arrivalProcess,
    ...Object.values(lifeEventProcesses),
  ];
  const declared = procedures.flatMap(movesOf);
  expect(rows.map(written).sort()).toEqual(declared.map(written).sort());
});
