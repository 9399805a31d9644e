// `npm test` passes only when the runner's own report says so, and closes with its numbers.
import { expect, test } from 'vitest';
import { closingLine, judge } from '../../setup/test-run.mjs';

const file = (status: string, ...tests: string[]) => ({
  name: 'a.test.ts',
  status,
  message: status === 'failed' ? 'cannot be read' : '',
  assertionResults: tests.map((outcome) => ({ status: outcome })),
});

const report = (
  passed: number,
  failed: number,
  skipped: number,
  testResults: object[],
  success = failed === 0,
) => ({
  ...{ numPassedTests: passed, numFailedTests: failed, numPendingTests: skipped, numTodoTests: 0 },
  ...{ success, testResults },
});

test('a run without a failure passes and counts', () => {
  const result = judge(report(2, 0, 1, [file('passed', 'passed', 'passed', 'skipped')]), 0);
  expect(result).toMatchObject({ ok: true, troubles: [] });
  expect(closingLine(result)).toBe('2 passed, 0 failed, 1 skipped');
});

test('the closing line leaves out skipped tests where there are none', () => {
  expect(closingLine(judge(report(3, 0, 0, [file('passed', 'passed')]), 0))).toBe('3 passed, 0 failed');
});

test.each([
  ['a failed test', report(1, 1, 0, [file('failed', 'passed', 'failed')]), 1],
  ['a file that cannot be loaded', report(5, 0, 0, [file('passed', 'passed'), file('failed')], false), 1],
  ['no test at all', report(0, 0, 0, []), 0],
  ['only skipped tests', report(0, 0, 4, [file('passed', 'skipped')]), 0],
  ['an error outside any test', report(5, 0, 0, [file('passed', 'passed')]), 1],
  ['a killed runner', report(5, 0, 0, [file('passed', 'passed')]), null],
  ['a runner that left no report', null, 0],
])('%s fails the run', (_, told, code) => {
  expect(judge(told, code).ok).toBe(false);
});

test('a file that cannot be loaded is named', () => {
  const result = judge(report(5, 0, 0, [file('failed')], false), 1);
  expect(result.troubles).toEqual(['a.test.ts: cannot be read']);
});
