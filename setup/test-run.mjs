// @ts-check
// Runs vitest and reads its own JSON report. A run counts as passed only when the report says so and holds a test.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectFolder } from './program.mjs';

const reportFile = join(projectFolder, 'tests/output/report.json');

/** @typedef {{ passed: number, failed: number, skipped: number, troubles: string[], ok: boolean }} TestResult */

/** @param {string[]} args further arguments for vitest @returns {Promise<TestResult>} */
export async function runVitest(args) {
  mkdirSync(dirname(reportFile), { recursive: true });
  rmSync(reportFile, { force: true });
  const program = join(projectFolder, 'node_modules/vitest/vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`];
  const code = await runToEnd(process.execPath, [program, 'run', ...reporters, ...args]);
  const report = existsSync(reportFile) ? JSON.parse(readFileSync(reportFile, 'utf8')) : null;
  return judge(report, code);
}

/** @param {string} program @param {string[]} args @returns {Promise<number | null>} */
function runToEnd(program, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: projectFolder, stdio: 'inherit' });
    // vitest got a terminal's Ctrl-C too and stops its servers; wait for it
    process.on('SIGINT', () => undefined);
    process.on('SIGTERM', () => child.kill('SIGTERM'));
    child.once('error', reject);
    child.once('exit', resolve);
  });
}

/**
 * @param {any} report vitest's JSON report, or null when it wrote none
 * @param {number | null} code the runner's exit code
 * @returns {TestResult}
 */
export function judge(report, code) {
  if (report === null) {
    const troubles = ['テストの実行が報告を残さずに終わりました / the test runner ended without a report'];
    return { passed: 0, failed: 0, skipped: 0, troubles, ok: false };
  }
  /** @type {{ name: string, status: string, message: string, assertionResults: { status: string }[] }[]} */
  const files = report.testResults;
  const unloaded = files.filter((file) => file.status === 'failed' && !file.assertionResults.some(isFailed));
  const troubles = unloaded.map((file) => `${file.name}: ${file.message}`);
  const passed = report.numPassedTests;
  const failed = report.numFailedTests;
  const skipped = report.numPendingTests + report.numTodoTests;
  if (passed + failed === 0) troubles.push('テストが一つも実行されませんでした / no test was run');
  if (code !== 0 && failed === 0 && troubles.length === 0) {
    troubles.push(
      `テストの実行が終了コード ${code} で終わりました / the test runner ended with code ${code}`,
    );
  }
  return {
    passed,
    failed,
    skipped,
    troubles,
    ok: code === 0 && report.success === true && failed === 0 && troubles.length === 0,
  };
}

const isFailed = (/** @type {{ status: string }} */ test) => test.status === 'failed';

/** @param {TestResult} result */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
