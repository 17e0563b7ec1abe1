import { describe, expect, it } from '@jest/globals';
import { ConfigInvalid, loadConfig } from './config.js';
import { loadProjectorSettings, type ProjectorSettings } from './projector-settings.js';

const settingsOf = (env: NodeJS.ProcessEnv): ProjectorSettings => loadProjectorSettings(env, loadConfig(env));

describe("a projector's settings", () => {
  it('are the port after the api, ten minutes of grace, a look at claims each minute and at duties each 20 seconds, unless told', () => {
    expect(settingsOf({})).toEqual({
      port: 3001,
      claimGraceMs: 600_000,
      reconcileEveryMs: 60_000,
      watchEveryMs: 20_000,
      headEveryMs: 60_000,
      rebuiltKeptMs: 600_000,
    });
    expect(settingsOf({ PORT: '8080' }).port).toBe(8081);
    expect(settingsOf({ PORT: '0' }).port).toBe(0);
  });

  it('are as told', () => {
    expect(
      settingsOf({
        PROJECTOR_PORT: '9000',
        CLAIM_GRACE_SECONDS: '30',
        RECONCILE_SECONDS: '5',
        WATCH_SECONDS: '1',
        PROOF_HEAD_SECONDS: '3',
        REBUILT_KEPT_SECONDS: '2',
      }),
    ).toEqual({
      port: 9000,
      claimGraceMs: 30_000,
      reconcileEveryMs: 5_000,
      watchEveryMs: 1_000,
      headEveryMs: 3_000,
      rebuiltKeptMs: 2_000,
    });
  });

  it('keep the documents of before a rebuild for a minute at least in production', () => {
    const production = { ...loadConfig({}), mode: 'production' as const };
    expect(() => loadProjectorSettings({ REBUILT_KEPT_SECONDS: '59' }, production)).toThrow(
      new ConfigInvalid(['REBUILT_KEPT_SECONDS must be at least 60 in production']),
    );
    expect(loadProjectorSettings({ REBUILT_KEPT_SECONDS: '60' }, production).rebuiltKeptMs).toBe(60_000);
  });

  it('are refused as a whole, with all that is wrong', () => {
    expect(() => settingsOf({ PROJECTOR_PORT: '70000', RECONCILE_SECONDS: 'often', WATCH_SECONDS: '1.5' })).toThrow(
      new ConfigInvalid([
        'PROJECTOR_PORT must be a whole number from 0 to 65535',
        'RECONCILE_SECONDS must be a whole number from 0 to 86400',
        'WATCH_SECONDS must be a whole number from 0 to 86400',
      ]),
    );
  });
});
