import { expect, test } from 'vitest';
import { lifeEventProcesses } from '#business/life-events/public';
import { arrivalProcess, departureProcess } from '#business/transfer';
import { withdrawalProcess } from '#business/withdrawal/public';
import { testDatabase } from '#platform/testing';

test('the database knows the states in which a case is over as the procedures declare them', async () => {
  const db = await testDatabase();
  const rows = await db.app.rows<{ process: string; state: string }>('SELECT process, state FROM case_end');
  const procedures = [
    withdrawalProcess,
    departureProcess,
    arrivalProcess,
    ...Object.values(lifeEventProcesses),
  ];
  const versions = procedures.flatMap((process) => [process, ...(process.earlier ?? [])]);
  const declared = versions.flatMap(({ id, states }) =>
    Object.entries(states).flatMap(([state, { final }]) => (final ? [`${id}/${state}`] : [])),
  );
  expect(rows.map(({ process, state }) => `${process}/${state}`).sort()).toEqual(
    [...new Set(declared)].sort(),
  );
});
