import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from '../support/browser/find-browser.ts';
import { missingPhoneSystem } from '../voice/packages.ts';

/** Everything `npm test` is: each step is told, and the last line counts what passed and what failed. */
const ROOT = join(import.meta.dirname, '..', '..');
const RESULTS = join(ROOT, 'test-results');

type Count = { readonly passed: number; readonly failed: number };

/** What is read of the report that Vitest writes as JSON. */
type Report = {
  readonly numPassedTests: number;
  readonly numTotalTests: number;
  readonly testResults: readonly {
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
};

const counts: Count[] = [];
const failures: string[] = [];

function main(): void {
  rmSync(RESULTS, { recursive: true, force: true });
  mkdirSync(RESULTS, { recursive: true });
  console.log(`Browser: ${findBrowser()}`);
  step('Format', ['prettier', '--check', '.']);
  step('Lint', ['eslint', '.', '--max-warnings', '0']);
  step('Types', ['tsc', '--noEmit']);
  step('Types of the domain, which knows no browser', ['tsc', '--noEmit', '-p', 'lib/domain']);
  step('Types of the worker, which has no page', ['tsc', '--noEmit', '-p', 'entrypoints/background']);
  step('Build', ['wxt', 'build']);
  suite('Unit, contract, integration and architecture tests', 'quick');
  suite('Tests of what was built', 'built');
  suite('Tests in the browser, with the production build', 'browser');
  const missing = missingPhoneSystem();
  if (missing === undefined) suite('Calls through a real phone system', 'voice');
  else {
    console.log(`\n— Calls through a real phone system: not run. ${missing}`);
    suite('Calls through a stand-in of Twilio', 'voice', ['twilio']);
  }

  const passed = counts.reduce((sum, count) => sum + count.passed, 0);
  const failed = counts.reduce((sum, count) => sum + count.failed, 0);
  for (const failure of failures) console.log(`\nFAILED: ${failure}`);
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exit(failed === 0 && passed > 0 ? 0 : 1);
}

/** A command that either succeeds or does not: it counts as one. */
function step(words: string, command: readonly string[]): void {
  const isGood = run(words, command);
  counts.push(isGood ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
  if (!isGood) failures.push(words);
}

function suite(words: string, project: string, only: readonly string[] = []): void {
  const file = join(RESULTS, `${project}.json`);
  const isGood = run(words, [
    'vitest',
    'run',
    ...only,
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  const count = readCount(file);
  // A runner that breaks down between tests has failed, whatever it counted.
  counts.push(isGood || count.failed > 0 ? count : { ...count, failed: 1 });
}

function readCount(file: string): Count {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
    failures.push(...failuresIn(report));
    return { passed: report.numPassedTests, failed: report.numTotalTests - report.numPassedTests };
  } catch {
    failures.push(`${file} could not be read`);
    return { passed: 0, failed: 1 };
  }
}

/** Each failed test by name, with the first lines of why: the end of a long output is often all that is kept of it. */
function failuresIn({ testResults }: Report): string[] {
  return testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === 'failed')
    .map(
      ({ fullName, failureMessages }) =>
        `${fullName}\n${failureMessages.join('\n').split('\n').slice(0, 12).join('\n')}`,
    );
}

function run(words: string, [program = '', ...args]: readonly string[]): boolean {
  console.log(`\n— ${words}`);
  const started = Date.now();
  const { status } = spawnSync(program, args, {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  console.log(`  ${status === 0 ? 'good' : 'FAILED'}, ${Math.round((Date.now() - started) / 1_000)} s`);
  return status === 0;
}

main();
