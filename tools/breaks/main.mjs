/**
 * `npm run breaks [-- R-07 R-40 …]`: breaks one rule after the other in a copy of the sources, and sees whether the tests over HTTP that carry
 * it in their names fail, which they must not do unbroken. How each is broken stands in `test/breaks/*.json`. Ends with an error where one is
 * not noticed.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allBreaks, root } from './breaks.mjs';
import { named, outcomes, triedBreaks } from './trial.mjs';

const wanted = process.argv.slice(2);
const breaks = allBreaks().filter(({ rule }) => wanted.length === 0 || wanted.includes(rule));
const carried = JSON.parse(readFileSync(join(root, 'apps/api/src/monitoring/paragraphs/conformance.json'), 'utf8'));

const copied = ['apps', 'docs', 'infra', 'libs', 'test', 'tools', 'package.json', 'README.md', '.swcrc'];
const settings = ['jest.config.js', 'tsconfig.json', 'tsconfig.build.json'];

const copyOfTheSources = () => {
  const folder = mkdtempSync(join(tmpdir(), 'breaks-'));
  for (const name of [...copied, ...settings]) cpSync(join(root, name), join(folder, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return folder;
};

/** What is broken may wait for ever. */
const run = (folder, args) => spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', timeout: 600_000 });

// On a busy machine a test may take longer than it is given by itself.
const jest = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js', '--testTimeout', '120000'];

/** The copy, as `triedBreaks` knows it. */
const projectIn = (folder) => ({
  specsOf: (rule) => {
    const { tests } = carried.find((row) => row.rule === rule);
    return [...new Set(tests.map(({ file }) => file))].filter((file) => file.startsWith('test/acceptance/'));
  },

  build: () => {
    const { status, stdout } = run(folder, ['tools/build.mjs']);
    return status === 0 ? null : stdout;
  },

  testsIn: (files, rule) => {
    const report = join(folder, 'report.json');
    const only = rule === null ? [] : ['-t', named(rule).source];
    const { status, stderr } = run(folder, [...jest, ...files, ...only, '--json', '--outputFile', report]);
    if (status === null) throw new Error(`the tests of ${rule ?? files} did not end: ${stderr}`);
    const results = JSON.parse(readFileSync(report, 'utf8')).testResults;
    rmSync(report);
    const tests = results.flatMap(({ assertionResults }) => assertionResults);
    if (tests.length === 0) throw new Error(`the tests of ${rule ?? files} did not run: ${stderr}`);
    return tests.map(({ fullName, status: is, failureMessages: [why = ''] }) => ({
      name: fullName,
      failure: is === 'failed' ? why.split('\n')[0] : null,
    }));
  },

  withEdits: (edits, work) => {
    const before = edits.map(({ file }) => [join(folder, file), readFileSync(join(folder, file), 'utf8')]);
    for (const edit of edits) makeIn(folder, edit);
    try {
      return work();
    } finally {
      for (const [path, text] of before.toReversed()) writeFileSync(path, text);
    }
  },
});

const makeIn = (folder, { file, find, put }) => {
  const path = join(folder, file);
  writeFileSync(
    path,
    readFileSync(path, 'utf8').replace(find, () => put),
  );
};

const folder = copyOfTheSources();
const counts = new Map(Object.values(outcomes).map((outcome) => [outcome, 0]));
try {
  for (const { rule, breaks: what, outcome, told } of triedBreaks(breaks, projectIn(folder))) {
    counts.set(outcome, counts.get(outcome) + 1);
    console.log(`${outcome.padEnd(14)}  ${rule}  ${what}`);
    for (const line of told) console.log(`                ${line}`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log([...counts].map(([outcome, count]) => `${count} ${outcome.toLowerCase()}`).join(', '));
process.exit(counts.get(outcomes.noticed) === breaks.length ? 0 : 1);
