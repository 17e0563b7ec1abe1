import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import semver from 'semver';

const floor = '20.19.0';

/** Packages that ask for more than the floor, each with the reason why it is used all the same. */
const reasons: Readonly<Record<string, string>> = {};

// npm's own format, version 3: https://docs.npmjs.com/cli/configuring-npm/package-lock-json
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Readonly<Record<string, { engines?: { node?: string } }>>;
};

describe('the lock file', () => {
  it('names only packages that say they run on the oldest Node that we do, but for those with a reason', () => {
    const asking = Object.entries(packages)
      .filter(([, { engines }]) => engines?.node !== undefined && !semver.satisfies(floor, engines.node))
      .map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length));
    expect(Object.keys(packages).length).toBeGreaterThan(400);
    expect([...new Set(asking)].toSorted()).toEqual(Object.keys(reasons).toSorted());
  });

  it('has the floor that package.json promises', () => {
    expect(packages['']?.engines?.node).toBe(`>=${floor}`);
  });

  it('names no registry', () => {
    expect(JSON.stringify(packages)).not.toContain('"resolved"');
  });
});
