import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from '@jest/globals';

type Test = Readonly<{ name: string; failure: string | null }>;
type Edit = Readonly<{ file: string; find: string; put: string }>;

/** What `tools/breaks` breaks, here without processes. */
type Project = Readonly<{
  specsOf: (rule: string) => readonly string[];
  build: () => string | null;
  testsIn: (files: readonly string[], rule: string | null) => readonly Test[];
  withEdits: <Made>(edits: readonly Edit[], work: () => Made) => Made;
}>;
type Tried = Readonly<{ rule: string; outcome: string; told: readonly string[] }>;

// The tool is plain JavaScript: its types stand here alone.
const { triedBreaks } = (await import(pathToFileURL(resolve('tools/breaks/trial.mjs')).href)) as {
  triedBreaks: (
    breaks: readonly Readonly<{ rule: string; edits: readonly Edit[] }>[],
    project: Project,
  ) => Iterable<Tried>;
};

const edit: Edit = { file: 'a.ts', find: 'a', put: 'b' };
const filing = 'test/acceptance/filing.spec.ts';

/** A project whose tests fail as they are told to; `asked` lists what was run, `broken` where it was so. */
const project = (
  tests: (broken: boolean) => readonly Test[],
  build: (broken: boolean) => string | null = () => null,
) => {
  const asked: string[] = [];
  let broken = false;
  const made: Project = {
    specsOf: () => [filing],
    build: () => build(broken),
    testsIn: (files, rule) => {
      asked.push(`${files.join()} ${rule}${broken ? ' broken' : ''}`);
      return tests(broken).filter(({ name }) => rule === null || name.includes(rule));
    },
    withEdits: (_, work) => {
      broken = true;
      try {
        return work();
      } finally {
        broken = false;
      }
    },
  };
  return {
    asked,
    tried: (...rules: string[]) =>
      triedBreaks(
        rules.map((rule) => ({ rule, edits: [edit] })),
        made,
      ),
  };
};

const outcomes = (tried: Iterable<Tried>) => [...tried].map(({ rule, outcome, told }) => [rule, outcome, ...told]);

describe('npm run breaks', () => {
  it('sees a break that a test notices, and one that none does', () => {
    const { tried } = project((broken) => [
      { name: 'is refused (R-26)', failure: broken ? 'not refused' : null },
      { name: 'is filed (R-26a)', failure: null },
    ]);
    expect(outcomes(tried('R-26', 'R-26a'))).toEqual([
      ['R-26', 'noticed', 'is refused (R-26): not refused'],
      ['R-26a', 'SURVIVED'],
    ]);
  });

  it('takes no test that fails unbroken for one that notices, and tells it as an error of its own', () => {
    const { tried, asked } = project(() => [
      { name: 'is refused (R-26)', failure: 'always' },
      { name: 'is filed (R-26a)', failure: null },
    ]);
    expect(outcomes(tried('R-26', 'R-26a'))).toEqual([
      ['R-26', 'FAILS UNBROKEN', 'is refused (R-26): always'],
      ['R-26a', 'SURVIVED'],
    ]);
    expect(asked).toEqual([`${filing} null`, `${filing} R-26a broken`]);
  });

  it('runs a file once before anything is broken, for all rules that it names', () => {
    const { tried, asked } = project(() => [{ name: 'R-01 R-02', failure: null }]);
    outcomes(tried('R-01', 'R-02'));
    expect(asked).toEqual([`${filing} null`, `${filing} R-01 broken`, `${filing} R-02 broken`]);
  });

  it('tells tests that do not end before anything is broken', () => {
    const { tried } = project(() => {
      throw new Error('did not end');
    });
    expect(outcomes(tried('R-01'))).toEqual([['R-01', 'FAILS UNBROKEN', 'did not end']]);
  });

  it('does not call noticed what does not compile, or does not end', () => {
    const unbuilt = project(
      () => [{ name: 'R-01', failure: null }],
      (broken) => (broken ? 'no such name' : null),
    );
    expect(outcomes(unbuilt.tried('R-01'))).toEqual([['R-01', 'NOT TRIED', 'does not compile: no such name']]);
    const endless = project((broken) => {
      if (broken) throw new Error('did not end');
      return [{ name: 'R-01', failure: null }];
    });
    expect(outcomes(endless.tried('R-01'))).toEqual([['R-01', 'NOT TRIED', 'did not end']]);
  });

  it('does not call noticed what ran out of time', () => {
    const slow = 'thrown: "Exceeded timeout of 120000 ms for a test.';
    const { tried } = project((broken) => [{ name: 'R-01', failure: broken ? slow : null }]);
    expect(outcomes(tried('R-01'))).toEqual([['R-01', 'NOT TRIED', `R-01: ${slow}`]]);
  });

  it('ends where the sources do not build unbroken', () => {
    const { tried } = project(
      () => [],
      () => 'a fault',
    );
    expect(() => outcomes(tried('R-01'))).toThrow('the sources do not build unbroken: a fault');
  });
});
