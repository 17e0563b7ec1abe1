/** Stryker's test runner for the domain (docs/mutation.md): the specs stay loaded, so that a mutant costs milliseconds. */
import { performance } from 'node:perf_hooks';
import { INSTRUMENTER_CONSTANTS } from '@stryker-mutator/api/core';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  determineHitLimitReached,
  DryRunStatus,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';

/** What the instrumented code and the runner tell each other: the mutant that is active, the test that runs, what it covers. */
const instrumented = (globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {});

class SpecRunner {
  /** The tests of each spec, and the mutants that its loading covers: those of values made outside of a test. */
  #loaded = new Map();

  async init() {
    this.specs = await import('./specs.mjs');
  }

  async capabilities() {
    return { reloadEnvironment: true };
  }

  async dryRun({ disableBail }) {
    this.#load();
    const all = [...this.#loaded.values()];
    const run = await runTests(
      all.flatMap(({ tests }) => tests),
      { disableBail, tellsCoverage: true },
    );
    const { static: loading, perTest } = instrumented.mutantCoverage;
    const covered = all.flatMap(({ tests, covers }) => tests.map(({ id }) => [id, { ...covers, ...perTest[id] }]));
    return { ...run, mutantCoverage: { static: loading, perTest: Object.fromEntries(covered) } };
  }

  async mutantRun({ activeMutant, mutantActivation, testFilter, disableBail, hitLimit, sandboxFileName }) {
    const isStatic = mutantActivation === 'static';
    if (!isStatic && this.#loaded.size === 0) this.#load();
    this.specs.forgetCalls();
    instrumented.activeMutant = activeMutant.id;
    instrumented.hitLimit = hitLimit;
    instrumented.hitCount = hitLimit === undefined ? undefined : 0;
    const specs = this.specs.specs.toSorted(
      (a, b) => commonLength(b, sandboxFileName) - commonLength(a, sandboxFileName),
    );
    const tests = isStatic ? this.#reloaded(specs) : this.#covering(specs, activeMutant.id, new Set(testFilter));
    const run = await runTests(tests, { disableBail, tellsCoverage: false });
    instrumented.activeMutant = undefined;
    return toMutantRunResult(determineHitLimitReached(instrumented.hitCount, hitLimit) ?? run);
  }

  /** Loads everything with no mutant active. */
  #load() {
    instrumented.activeMutant = instrumented.currentTestId = instrumented.hitCount = undefined;
    this.specs.loadDomain();
    for (const spec of this.specs.specs) {
      instrumented.currentTestId = spec;
      const tests = this.specs.loadSpec(spec);
      this.#loaded.set(spec, { tests, covers: { ...instrumented.mutantCoverage?.perTest[spec] } });
    }
    instrumented.currentTestId = undefined;
  }

  /** The tests that cover a mutant, loaded anew where their loading covers it. */
  *#covering(specs, mutant, ids) {
    for (const spec of specs) {
      const { tests, covers } = this.#loaded.get(spec);
      if (!tests.some(({ id }) => ids.has(id))) continue;
      const current = covers[mutant] ? this.specs.loadSpec(spec) : tests;
      yield* current.filter(({ id, name }) => ids.has(id) || name === 'loads');
    }
  }

  /** All tests, with the domain loaded under the active mutant; for the next one it is loaded again. */
  *#reloaded(specs) {
    this.#loaded.clear();
    this.specs.loadDomain();
    for (const spec of specs) yield* this.specs.loadSpec(spec);
  }
}

const runTests = async (tests, { disableBail, tellsCoverage }) => {
  const results = [];
  for (const { id, name, file, run } of tests) {
    if (tellsCoverage) instrumented.currentTestId = id;
    const startedAt = performance.now();
    const failure = await failureOf(run);
    const timeSpentMs = performance.now() - startedAt;
    const outcome = failure ? { status: TestStatus.Failed, failureMessage: failure } : { status: TestStatus.Success };
    results.push({ id, name, fileName: file, timeSpentMs, ...outcome });
    if (failure && !disableBail) break;
  }
  instrumented.currentTestId = undefined;
  return { status: DryRunStatus.Complete, tests: results };
};

/** Why a test fails, if it does. */
const failureOf = async (run) => {
  try {
    await run();
    return undefined;
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
};

const commonLength = (a, b) => [...a].findIndex((letter, at) => letter !== b[at]);

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'specs', SpecRunner)];
