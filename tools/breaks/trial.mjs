/**
 * What becomes of each rule that is broken, one after the other: `noticed` where a test that names it fails, and did not fail before. A test that
 * fails unbroken notices nothing: that is an error of its own; nor does one that ran out of time, unbroken or not.
 *
 * `project` is what is broken: `specsOf(rule)` the files whose tests name a rule, `build()` what is wrong with the sources, null where nothing is,
 * `testsIn(files, rule)` each test that ran as `{ name, failure }`, of all rules where it is null (throws where they did not end or none ran), and
 * `withEdits(edits, work)` what `work` gives while the edits are made.
 */
export function* triedBreaks(breaks, project) {
  const fault = project.build();
  if (fault !== null) throw new Error(`the sources do not build unbroken: ${fault}`);
  const unbroken = unbrokenTests(breaks, project);
  for (const one of breaks) yield { ...one, ...tried(one, unbroken, project) };
}

export const outcomes = {
  noticed: 'noticed',
  survived: 'SURVIVED',
  failsUnbroken: 'FAILS UNBROKEN',
  notTried: 'NOT TRIED',
};

/** By file, the tests in it before anything is broken: each file is run once for all rules that it names. */
const unbrokenTests = (breaks, project) => {
  const files = new Set(breaks.flatMap(({ rule }) => project.specsOf(rule)));
  return new Map([...files].map((file) => [file, before(file, project)]));
};

const before = (file, project) => {
  try {
    return { tests: project.testsIn([file], null), fault: null };
  } catch (error) {
    return { tests: [], fault: error.message };
  }
};

const tried = ({ rule, edits }, unbroken, project) => {
  const failing = failingUnbroken(rule, unbroken, project);
  if (failing.length > 0) return { outcome: outcomes.failsUnbroken, told: failing };
  return project.withEdits(edits, () => brokenOutcome(rule, project));
};

const failingUnbroken = (rule, unbroken, project) =>
  project.specsOf(rule).flatMap((file) => {
    const { tests, fault } = unbroken.get(file);
    return fault === null ? failuresOf(tests.filter(({ name }) => named(rule).test(name))) : [fault];
  });

const brokenOutcome = (rule, project) => {
  const fault = project.build();
  if (fault !== null) return { outcome: outcomes.notTried, told: [`does not compile: ${fault}`] };
  try {
    const told = failuresOf(project.testsIn(project.specsOf(rule), rule));
    const noticed = told.filter((failure) => !ranOut.test(failure));
    if (noticed.length > 0) return { outcome: outcomes.noticed, told: noticed };
    return { outcome: told.length > 0 ? outcomes.notTried : outcomes.survived, told };
  } catch (error) {
    return { outcome: outcomes.notTried, told: [error.message] };
  }
};

/** How jest tells it. */
const ranOut = /Exceeded timeout of \d+ ms/;

const failuresOf = (tests) =>
  tests.filter(({ failure }) => failure !== null).map(({ name, failure }) => `${name}: ${failure}`);

/** How the name of a test says a rule: `R-26`, and not `R-26a`. */
export const named = (rule) => new RegExp(`\\b${rule}(?![0-9a-z])`);
