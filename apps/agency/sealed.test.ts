import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrationsFolder } from './agency.ts';
import { chainedRecords, sealSources } from './sealed.ts';

test('every sort of record that a guard chains can be proven and shown', () => {
  const sql = readdirSync(migrationsFolder).map((name) => readFileSync(join(migrationsFolder, name), 'utf8'));
  const chained = sql.flatMap((text) =>
    [...text.matchAll(/chain_record\([\w.]+, '([a-z-]+)'/g)].map(([, kind]) => kind),
  );
  expect(new Set(chained)).toEqual(new Set(chainedRecords.map(({ kind }) => kind)));
});

test('no two sources or sorts of records have one name', () => {
  for (const names of [chainedRecords.map(({ kind }) => kind), sealSources.map(({ name }) => name)])
    expect(new Set(names).size).toBe(names.length);
});
