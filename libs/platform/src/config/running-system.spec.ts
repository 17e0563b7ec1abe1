import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { loadConfig } from './config.js';
import { loadProjectorSettings } from './projector-settings.js';
import { forgetRunningSystem, loadConfigNear, tellRunningSystem, toldAsSet } from './running-system.js';
import { shownSettings } from './shown-settings.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shanyraq-running-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const settings = {
  HOST: '127.0.0.1',
  PORT: '4000',
  EVENTSTORE_URL: 'esdb://admin:secret@127.0.0.1:40001?tls=false',
  MONGODB_URL: 'mongodb://127.0.0.1:40002',
  OIDC_ISSUER: null,
  OIDC_AUDIENCE: null,
  MASTER_KEY_FILE: '/keys/master',
  OFFICES_FILE: '/etc/offices.json',
  DECREE_PARAMETERS_FILE: '/etc/decree.json',
};
const near = (env: NodeJS.ProcessEnv = {}) => loadConfigNear({ SHANYRAQ_DATA: folder, ...env });
const nothing = { port: 3000, eventStoreUrl: null, mongoUrl: null, officesFile: null };
const file = () => join(folder, 'running-system.json');

describe('the system that runs on a data folder', () => {
  it('is found by who says nothing else, as long as it runs', () => {
    tellRunningSystem(folder, settings);
    expect(near({ PORT: ' ', MONGODB_URL: '' })).toMatchObject({
      host: '127.0.0.1',
      port: 4000,
      eventStoreUrl: settings.EVENTSTORE_URL,
      mongoUrl: settings.MONGODB_URL,
      oidc: null,
      masterKeyFile: '/keys/master',
      officesFile: '/etc/offices.json',
      decreeParametersFile: '/etc/decree.json',
    });
    forgetRunningSystem(folder);
    expect(near()).toMatchObject(nothing);
  });

  it('tells every setting, as it was set there', () => {
    tellRunningSystem(folder, { ...settings, RETENTION_YEARS: '3', ACCESS_PURPOSES: 'court; audit' });
    expect(near()).toMatchObject({ law: { retentionYears: 3 }, accessPurposes: ['court', 'audit'] });
    const config = loadConfig({});
    const all = Object.keys(shownSettings(config, loadProjectorSettings({}, config)));
    const ofEachProcess = ['NODE_ENV', 'SHANYRAQ_DATA'];
    expect([...Object.keys(settings), ...toldAsSet, ...ofEachProcess].sort()).toEqual(all.sort());
  });

  it('gives way to what is said', () => {
    tellRunningSystem(folder, settings);
    expect(near({ PORT: '5000', MONGODB_URL: 'mongodb://db:27017/x' })).toMatchObject({
      port: 5000,
      eventStoreUrl: settings.EVENTSTORE_URL,
      mongoUrl: 'mongodb://db:27017/x',
    });
  });

  it('is told to nobody but its own user, also where an open file of that name was left', () => {
    writeFileSync(file(), '{}', { mode: 0o644 });
    tellRunningSystem(folder, settings);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
  });

  it('is not believed to run once its process has ended', () => {
    tellRunningSystem(folder, settings);
    const { pid } = spawnSync(process.execPath, ['--version']);
    writeFileSync(file(), readFileSync(file(), 'utf8').replace(String(process.pid), String(pid)));
    expect(near()).toMatchObject(nothing);
  });

  it('is not believed to run where another process has its number by now', () => {
    tellRunningSystem(folder, settings);
    writeFileSync(file(), readFileSync(file(), 'utf8').replace(/"started":"[^"]+"/, '"started":"another time"'));
    expect(near()).toMatchObject(nothing);
  });

  it('is not looked for in production', () => {
    tellRunningSystem(folder, settings);
    const production = {
      NODE_ENV: 'production',
      EVENTSTORE_URL: 'esdb://store:2113',
      MONGODB_URL: 'mongodb://db:27017/x',
      OIDC_ISSUER: 'https://issuer.example',
      OIDC_AUDIENCE: 'shanyraq',
      MASTER_KEY_FILE: '/nowhere/key',
      PROOF_LOG_ORIGIN: 'log.example/shanyraq',
    };
    expect(near(production)).toMatchObject({
      port: 3000,
      eventStoreUrl: 'esdb://store:2113',
      mongoUrl: 'mongodb://db:27017/x',
      masterKeyFile: '/nowhere/key',
    });
  });
});
