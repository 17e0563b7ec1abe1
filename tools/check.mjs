/** `npm run check`: all that CI runs. What is quickest to know is said first and all together; the tests follow, the quickest first, where all of that is good. */
import { exec, spawnSync } from 'node:child_process';

/** Each a minute at most; the build, which the tests need, is among them. */
const quick = {
  format: 'npm run -s format',
  lint: 'npm run -s lint',
  types: 'npm run -s types',
  architecture: 'npm run -s architecture',
  documents: 'npm run -s build && npm run -s docs -- --check',
};

const jest = 'npm run -s jest --';
/** Tests of running systems keep a core and a third busy: two at a time fill two cores, more would wait for each other. */
const tests = {
  'unit tests': `${jest} --maxWorkers=2 --testPathIgnorePatterns "<rootDir>/test/(contract|acceptance|crash|browser)/"`,
  'contract tests': `${jest} test/contract/`,
  'acceptance tests': `${jest} --maxWorkers=2 test/acceptance/`,
  'browser tests': `${jest} --maxWorkers=2 test/browser/ --passWithNoTests`,
  'crash tests': `${jest} --maxWorkers=2 test/crash/`,
  fuzzing: 'node dist/test/fuzz/main.js --minutes-in-all 2 --seed 1 --where-possible',
};

const startedAt = Date.now();
const say = (name, isGood, since) => {
  console.log(`${isGood ? 'ok    ' : 'FAILED'}  ${name}, ${Math.round((Date.now() - since) / 1000)} s`);
  return isGood;
};

const told = ([name, command]) =>
  new Promise((resolve) => {
    exec(command, (error, stdout, stderr) => {
      if (error) console.log(`${stdout}${stderr}`);
      resolve(say(name, !error, startedAt));
    });
  });

const passes = ([name, command]) => {
  const since = Date.now();
  console.log(`\n${name}`);
  return say(name, spawnSync(command, { shell: true, stdio: 'inherit' }).status === 0, since);
};

const quickOnes = await Promise.all(Object.entries(quick).map(told));
const testsToo = quickOnes.every(Boolean) ? Object.entries(tests).map(passes) : [];
const isGood = [...quickOnes, ...testsToo].every(Boolean);
process.exit(isGood ? 0 : 1);
