/**
 * `npm run breaks [-- R-07 R-40 …]`: breaks one rule after the other in a copy of the sources, and sees whether the tests over HTTP that carry
 * it in their names fail. How each is broken stands in `test/breaks/*.json`. Ends with an error where one survives.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allBreaks, root } from './breaks.mjs';

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

/** What is broken may wait for ever: nothing here takes three minutes. */
const run = (folder, args) => spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', timeout: 180_000 });

/** The specs over HTTP whose tests name a rule. */
const specsOf = (rule) => {
  const { tests } = carried.find((row) => row.rule === rule);
  return [...new Set(tests.map(({ file }) => file))].filter((file) => file.startsWith('test/acceptance/'));
};

const jest = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js'];

/** The tests of a rule that failed, each with the first line of why. */
const failuresOf = (folder, rule) => {
  const report = join(folder, 'report.json');
  const only = ['-t', `\\b${rule}(?![0-9a-z])`, '--json', '--outputFile', report];
  const { status, stderr } = run(folder, [...jest, ...specsOf(rule), ...only]);
  if (status === null) throw new Error(`the tests of ${rule} did not end: ${stderr}`);
  const results = JSON.parse(readFileSync(report, 'utf8')).testResults.flatMap(
    ({ assertionResults }) => assertionResults,
  );
  rmSync(report);
  if (results.length === 0) throw new Error(`the tests of ${rule} did not run: ${stderr}`);
  return results
    .filter((result) => result.status === 'failed')
    .map(({ title, failureMessages: [why = ''] }) => `${title}: ${why.split('\n')[0]}`);
};

/** What became of a rule that is broken: the tests that noticed it, or why nobody could. */
const tried = (folder, { rule, edits }) => {
  const before = edits.map(({ file }) => [join(folder, file), readFileSync(join(folder, file), 'utf8')]);
  for (const edit of edits) makeIn(folder, edit);
  try {
    const build = run(folder, ['tools/build.mjs']);
    if (build.status !== 0) return { isNoticed: false, told: [`does not compile: ${build.stdout}`] };
    const failures = failuresOf(folder, rule);
    return { isNoticed: failures.length > 0, told: failures };
  } catch (error) {
    return { isNoticed: false, told: [error.message] };
  } finally {
    for (const [path, text] of before.toReversed()) writeFileSync(path, text);
  }
};

const makeIn = (folder, { file, find, put }) => {
  const path = join(folder, file);
  writeFileSync(
    path,
    readFileSync(path, 'utf8').replace(find, () => put),
  );
};

const folder = copyOfTheSources();
let survived = 0;
try {
  for (const one of breaks) {
    const { isNoticed, told } = tried(folder, one);
    if (!isNoticed) survived += 1;
    console.log(`${isNoticed ? 'noticed ' : 'SURVIVED'}  ${one.rule}  ${one.breaks}`);
    for (const line of told) console.log(`            ${line}`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${breaks.length - survived} noticed, ${survived} survived`);
process.exit(survived === 0 ? 0 : 1);
