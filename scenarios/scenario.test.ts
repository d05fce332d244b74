import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fen, plainDate } from '#basics';
import { allScenarios, peopleFolder } from './all-scenarios.ts';
import { peopleCsv } from './people-csv.ts';
import { readScenario } from './scenario.ts';
import { slowInterest } from './slow-interest.ts';

const first = readFileSync(join(peopleFolder, `${allScenarios()[0]?.name}.yaml`), 'utf8');

test('every file in the folder is a scenario, and no two share a person or an account', () => {
  const scenarios = allScenarios();
  expect(scenarios).toHaveLength(readdirSync(peopleFolder).length);
  expect(new Set(scenarios.map(({ person }) => person.documentNumber)).size).toBe(scenarios.length);
  expect(new Set(scenarios.map(({ apply }) => apply.payee.account)).size).toBe(scenarios.length);
});

test('a scenario in which the bank returns the money names the corrected account', () => {
  for (const { bank, correctedAccount } of allScenarios()) {
    expect(correctedAccount !== undefined).toBe(bank.includes('return'));
  }
});

test('everything that is wrong in a file is told at once, in both languages', () => {
  const broken = first
    .replace(/today: .*/, 'today: "2026-02-30"')
    .replace(/decision: .*/, 'decision: perhaps')
    .replace('clauses:', 'clause:')
    .replace(/openingBalance: .*/, 'openingBalance: "8,312"');
  const read = readScenario('x', broken);
  const problems = read.ok ? [] : read.problems;
  expect(problems.map(({ path }) => path).sort()).toEqual([
    '',
    'clauses',
    'expect.decision',
    'person.openingBalance',
    'today',
  ]);
  for (const { detail } of problems) expect(detail.zh).not.toBe('');
});

test('a text that is not YAML is told as such', () => {
  const read = readScenario('x', 'title: [');
  expect(read).toMatchObject({ ok: false, problems: [{ path: '' }] });
});

test('a person becomes one line of the import, empty where nothing is said', () => {
  const [header, ...lines] = peopleCsv(allScenarios()).trimEnd().split('\n');
  expect(header).toContain('document_number');
  expect(lines).toHaveLength(allScenarios().length);
  expect(lines[0]).toContain('"440304196103080113",,"active","1",,"no"');
});

test('slow interest: a year at 1.10 % on 1,000,000.00 yuan by 360 days is 11,152.78', () => {
  const span = { fromOn: plainDate('2022-01-01'), toOn: plainDate('2023-01-01') };
  expect(slowInterest(fen(100_000_000), span)).toBe(1_115_278n);
  expect(slowInterest(fen(100_000_000), { ...span, toOn: span.fromOn })).toBe(0n);
});
