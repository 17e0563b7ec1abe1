import { describe, expect, it } from '@jest/globals';
import { sources } from './sources.js';

describe('what decisions rest on', () => {
  it('comes from the settings of the installation: take InstallationSettings, where the defaults of the domain are named once', () => {
    const naming = sources().filter(
      ({ path, text }) =>
        /^(apps|libs)\/.*\.ts$/.test(path) &&
        !/^libs\/domain\/|\.spec\.ts$/.test(path) &&
        text.includes('defaultCaseSettings'),
    );
    expect(naming.map(({ path }) => path)).toEqual(['libs/application/src/installation-settings.ts']);
  });
});
