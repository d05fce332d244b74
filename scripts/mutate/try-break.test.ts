import { expect, test } from 'vitest';
import { judge } from './try-break.ts';

function reportOf(status: string, ...results: readonly string[]) {
  const assertionResults = results.map((each) => ({ status: each, title: `is ${each}` }));
  return { report: { testResults: [{ name: 'a.test.ts', status, assertionResults }] } };
}

test('a guard is caught where one of its tests goes red', () => {
  expect(judge(reportOf('failed', 'passed', 'failed'))).toEqual({
    caught: true,
    says: '1 red, first “is failed”',
  });
});

test.each([
  ['stays green', reportOf('passed', 'passed'), 'every test stayed green'],
  ['does not load', reportOf('failed'), 'the tests did not load'],
  ['leaves no report', { report: null }, 'no test ran'],
])('a guard is not caught where its test %s', (_what, run, says) => {
  expect(judge(run)).toEqual({ caught: false, says });
});
