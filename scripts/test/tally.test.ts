import { expect, test } from 'vitest';
import { tallyOf, total } from './tally.ts';

function file(status: string, ...tests: readonly string[]) {
  return {
    name: 'a.test.ts',
    status,
    assertionResults: tests.map((each) => ({ status: each, title: each })),
  };
}

test('adds up the tests of all files', () => {
  const report = {
    testResults: [file('passed', 'passed', 'passed'), file('failed', 'failed', 'passed', 'skipped')],
  };
  expect(tallyOf(report, 1)).toEqual({ passed: 3, failed: 1, skipped: 1 });
});

test('counts a file that did not load as one failure', () => {
  expect(tallyOf({ testResults: [file('failed'), file('passed', 'passed')] }, 1)).toMatchObject({
    passed: 1,
    failed: 1,
  });
});

test('counts an error outside every test as one failure', () => {
  expect(tallyOf({ testResults: [file('passed', 'passed')] }, 1)).toMatchObject({ passed: 1, failed: 1 });
});

test('counts a run without a report as one failure, even if it ended well', () => {
  expect(tallyOf(null, 0)).toMatchObject({ passed: 0, failed: 1 });
});

test('adds tallies', () => {
  const one = { passed: 1, failed: 2, skipped: 3 };
  expect(total([one, one])).toEqual({ passed: 2, failed: 4, skipped: 6 });
});
