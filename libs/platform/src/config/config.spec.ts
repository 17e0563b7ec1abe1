import { describe, expect, it } from '@jest/globals';
import { ConfigInvalid, loadConfig, storeAddressesOf } from './config.js';
import { loadProjectorSettings } from './projector-settings.js';
import { shownSettings, withoutCredentials } from './shown-settings.js';

const production = {
  NODE_ENV: 'production',
  EVENTSTORE_URL: 'esdb://events.example:2113?tls=true',
  MONGODB_URL: 'mongodb://mongo.example:27017/shanyraq',
  OIDC_ISSUER: 'https://login.example/realms/housing',
  OIDC_AUDIENCE: 'shanyraq',
  MASTER_KEY_FILE: '/run/secrets/master.key',
  PROOF_LOG_ORIGIN: 'log.example/shanyraq',
};

const problemsOf = (env: NodeJS.ProcessEnv): readonly string[] => {
  try {
    loadConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigInvalid) return error.problems;
    throw error;
  }
};

describe('the configuration', () => {
  it('needs nothing outside production: embedded stores, the development issuer, a key in the data folder', () => {
    expect(loadConfig({})).toEqual({
      mode: 'development',
      host: '127.0.0.1',
      port: 3000,
      eventStoreUrl: null,
      mongoUrl: null,
      dataFolder: './.data',
      oidc: null,
      consoleClientId: 'shanyraq-console',
      masterKeyFile: '.data/master.key',
      proofLog: { origin: null, keyFile: '.data/proof.key', isPublic: true, witnesses: [] },
      officesFile: null,
      decreeParametersFile: null,
      accessPurposes: [],
      logLevel: 'info',
      embeddedStores: [],
      stateRegistersUrl: null,
      monitoringSystemUrl: null,
      law: {
        rulebookFrom: null,
        laterEditionFrom: null,
        demonstrate2021: true,
        acceptForeignerIin: false,
        complaintRegistrationOwed: true,
        refuseChairAsSecretary: false,
        edsLateAfterDays: null,
        retentionYears: 15,
      },
    });
  });

  it('takes everything from the environment in production', () => {
    expect(loadConfig({ ...production, PORT: '8080', LOG_LEVEL: 'warn' })).toEqual({
      mode: 'production',
      host: '0.0.0.0',
      port: 8080,
      eventStoreUrl: 'esdb://events.example:2113?tls=true',
      mongoUrl: 'mongodb://mongo.example:27017/shanyraq',
      dataFolder: './.data',
      oidc: { issuer: 'https://login.example/realms/housing', audience: 'shanyraq' },
      consoleClientId: 'shanyraq-console',
      masterKeyFile: '/run/secrets/master.key',
      proofLog: {
        origin: 'log.example/shanyraq',
        keyFile: '/run/secrets/proof.key',
        isPublic: true,
        witnesses: [],
      },
      officesFile: null,
      decreeParametersFile: null,
      accessPurposes: [],
      logLevel: 'warn',
      embeddedStores: [],
      stateRegistersUrl: null,
      monitoringSystemUrl: null,
      law: {
        rulebookFrom: null,
        laterEditionFrom: null,
        demonstrate2021: false,
        acceptForeignerIin: false,
        complaintRegistrationOwed: true,
        refuseChairAsSecretary: false,
        edsLateAfterDays: null,
        retentionYears: 15,
      },
    });
  });

  it('refuses production without the addresses, the issuer, the master key and the name of the proof log, naming all of them at once', () => {
    expect(problemsOf({ NODE_ENV: 'production' })).toEqual([
      'EVENTSTORE_URL is required in production',
      'MONGODB_URL is required in production',
      'OIDC_ISSUER is required in production',
      'OIDC_AUDIENCE is required in production',
      'MASTER_KEY_FILE is required in production',
      'PROOF_LOG_ORIGIN is required in production',
    ]);
  });

  it('takes a blank value for an absent one', () => {
    expect(problemsOf({ ...production, MONGODB_URL: '  ' })).toEqual(['MONGODB_URL is required in production']);
  });

  it('refuses an issuer without encryption in production', () => {
    expect(problemsOf({ ...production, OIDC_ISSUER: 'http://login.example' })).toEqual([
      'OIDC_ISSUER must begin with https:// in production',
    ]);
  });

  it('refuses options of the event store that its client passes over, and never quotes the address', () => {
    const address = 'esdb://admin:change?it@a:2113?TLS=false&keep_alive_interval=1000&bogus=secret&tlsVerifyCert=false';
    expect(problemsOf({ ...production, EVENTSTORE_URL: address })).toEqual([
      'EVENTSTORE_URL has an option that is not known: bogus',
      'EVENTSTORE_URL: tlsVerifyCert=false has no effect; name the certificate authority with tlsCAFile',
    ]);
  });

  it('names every wrong value in one message', () => {
    const env = {
      PORT: '65536',
      EVENTSTORE_URL: 'http://x',
      MONGODB_URL: 'mongodb://',
      LOG_LEVEL: 'loud',
      OIDC_ISSUER: 'nowhere',
    };
    expect(() => loadConfig(env)).toThrow(
      [
        'the configuration cannot be used:',
        '  - PORT must be a number from 0 to 65535',
        '  - EVENTSTORE_URL must begin with esdb:// or esdb+discover:// and name a host',
        '  - MONGODB_URL must begin with mongodb:// or mongodb+srv:// and name a host',
        '  - LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent',
        '  - OIDC_ISSUER must be an address that begins with https://',
        '  - OIDC_ISSUER is given without OIDC_AUDIENCE',
      ].join('\n'),
    );
  });

  it('never quotes an address, which may hold a password', () => {
    const [problem] = problemsOf({ MONGODB_URL: 'mongo://user:hunter2@host' });
    expect(problem).not.toContain('hunter2');
  });

  it('reads witnesses, and refuses by its name one that only cosigns with ML-DSA-44', () => {
    const vkeyOf = (name: string, type: number, bytes: number) =>
      `${name}+0a1b2c3d+${Buffer.from([type, ...new Uint8Array(bytes)]).toString('base64')}`;
    const [one, two] = [vkeyOf('one.example', 4, 32), vkeyOf('two.example', 4, 32)];
    expect(
      loadConfig({ WITNESSES: `https://one.example/a ${one}, https://two.example ${two} https://two.example/m` })
        .proofLog.witnesses,
    ).toEqual([
      { url: 'https://one.example/a', vkey: one, monitoringUrl: null },
      { url: 'https://two.example', vkey: two, monitoringUrl: 'https://two.example/m' },
    ]);
    expect(
      problemsOf({
        WITNESSES: `https://a ${vkeyOf('pq.example', 6, 1312)},https://b ${vkeyOf('log.example', 1, 32)},nowhere ${one}`,
      }),
    ).toEqual([
      expect.stringContaining('WITNESSES: pq.example has an ML-DSA-44 key, which this version does not know'),
      expect.stringContaining('WITNESSES: log.example needs the vkey of an Ed25519 cosigner (type 0x04)'),
      expect.stringContaining('WITNESSES: one.example needs addresses that begin with https://'),
    ]);
    expect(problemsOf({ PROOF_LOG_ORIGIN: 'a log' })).toEqual([expect.stringContaining('PROOF_LOG_ORIGIN must be')]);
  });

  it('tells a process that starts no store which address is missing', () => {
    expect(() => storeAddressesOf(loadConfig({ MONGODB_URL: 'mongodb://127.0.0.1/x' }))).toThrow(
      'EVENTSTORE_URL is missing; `npm start` starts an embedded node and passes it on',
    );
  });
});

const shown = (env: NodeJS.ProcessEnv) => {
  const config = loadConfig(env);
  return shownSettings(config, loadProjectorSettings(env, config));
};

describe('the settings as they are shown', () => {
  it('hide user names and passwords of addresses, also of several hosts', () => {
    expect(
      shown({
        ...production,
        EVENTSTORE_URL: 'esdb://admin:changeit@a:2113,b:2113?tls=true',
        MONGODB_URL: 'mongodb://app:p/w@d@a:27017,b:27017/shanyraq?replicaSet=rs0',
        STATE_REGISTERS_URL: 'https://user:pass@registers.example',
      }),
    ).toMatchObject({
      EVENTSTORE_URL: 'esdb://***@a:2113,b:2113?tls=true',
      MONGODB_URL: 'mongodb://***@a:27017,b:27017/shanyraq?replicaSet=rs0',
      OIDC_ISSUER: 'https://login.example/realms/housing',
      STATE_REGISTERS_URL: 'https://***@registers.example',
    });
  });

  it('hide secrets among the options of an address', () => {
    expect(withoutCredentials('mongodb://a/x?tlsCertificateKeyFilePassword=s3&authSource=admin')).toBe(
      'mongodb://a/x?tlsCertificateKeyFilePassword=***&authSource=admin',
    );
  });

  it('have the names and units of their variables: given again, they say the same', () => {
    const env = { ...production, PORT: '8080', CLAIM_GRACE_SECONDS: '30', RECONCILE_SECONDS: '5', WATCH_SECONDS: '1' };
    const once = shown(env);
    expect(once).toMatchObject({ PORT: 8080, PROJECTOR_PORT: 8081, CLAIM_GRACE_SECONDS: 30, WATCH_SECONDS: 1 });
    const again = Object.entries(once).flatMap(([name, value]) => (value === null ? [] : [[name, String(value)]]));
    expect(shown(Object.fromEntries(again))).toEqual(once);
  });

  it('are null where nothing is given', () => {
    expect(shown({})).toMatchObject({
      MONGODB_URL: null,
      OIDC_ISSUER: null,
      OFFICES_FILE: null,
      DECREE_PARAMETERS_FILE: null,
    });
  });
});
