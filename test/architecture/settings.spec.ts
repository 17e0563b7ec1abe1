import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { loadConfig, loadProjectorSettings, shownSettings } from '@app/platform';
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

describe('the variables of the README', () => {
  it('are those that `ops config` shows, in the same order, less those of one process alone', () => {
    const rows = readFileSync('README.md', 'utf8').matchAll(/^\| ((?:`[A-Z][A-Z0-9_]+`(?:, )?)+) \|/gm);
    const named = [...rows].flatMap(([, row = '']) => [...row.matchAll(/`(\w+)`/g)].map(([, name = '']) => name));
    const ofOneProcess = new Set(['SHANYRAQ_TOKEN', 'EVENT_NODE_PORT', 'DOCUMENT_NODE_PORT']);
    const config = loadConfig({});
    expect(Object.keys(shownSettings(config, loadProjectorSettings({}, config)))).toEqual(
      named.filter((name) => !ofOneProcess.has(name)),
    );
  });
});
