import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { removeTemporaryFolder, temporaryFolder } from '#platform/testing';

const command = join(import.meta.dirname, '..', 'cli', 'suixing.mjs');

test('a small country lives through a month: both legs come to their end, not a fen is lost, every proof holds, and nothing is left behind', async () => {
  const folder = temporaryFolder();
  const size = ['--agencies', '3', '--people', '30', '--months', '1', '--moving', '50', '--seed', '7'];
  const run = spawnSync(
    process.execPath,
    [command, 'simulate', 'country', ...size, '--out', folder, '--json'],
    { encoding: 'utf8', env: { ...process.env, TMPDIR: folder } },
  );
  expect([run.stderr, run.status]).toEqual(['', 0]);
  const told = JSON.parse(run.stdout);
  expect(told).toMatchObject({ moved: 1, over: 1, open: 0, beforeClerks: 0, turnedAway: {} });
  expect(told.conservation).toMatchObject({ differenceFen: '0', banksDifferenceFen: '0', unequal: [] });
  expect(told.proved).toMatchObject({ agencies: 3, broken: [] });
  expect(told.legs.map((leg: { leg: string; outcome: string }) => `${leg.leg} ${leg.outcome}`)).toEqual([
    ...['record moved', 'balance credited', 'record moved', 'balance credited'],
  ]);
  expect(readFileSync(told.picture, 'utf8')).toContain('</svg>');
  expect(readdirSync(folder)).toEqual(['country.svg']);
  await removeTemporaryFolder(folder);
});

test('a country of one agency, and a matrix that is none, are refused before anything is started', () => {
  const ask = (...options: readonly string[]) =>
    spawnSync(process.execPath, [command, 'simulate', 'country', ...options, '--json'], { encoding: 'utf8' });
  const small = ask('--agencies', '1');
  expect([small.status, JSON.parse(small.stdout).code]).toEqual([2, 'country.bad-size']);
  const none = ask('--matrix', join(import.meta.dirname, 'matrix.ts'));
  expect([none.status, JSON.parse(none.stdout).code]).toEqual([2, 'country.bad-matrix']);
});
