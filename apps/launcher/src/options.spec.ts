import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parseOptions } from './options.js';

const production = {
  NODE_ENV: 'production',
  OIDC_ISSUER: 'https://issuer.example',
  OIDC_AUDIENCE: 'shanyraq',
  MASTER_KEY_FILE: '/keys/master',
  PROOF_LOG_ORIGIN: 'log.example/shanyraq',
};
const servers = { EVENTSTORE_URL: 'esdb://one:2113', MONGODB_URL: 'mongodb://one:27017/shanyraq' };

describe("the launcher's options", () => {
  it('embed both stores and seed where nothing is said', () => {
    expect(parseOptions([], {})).toMatchObject({
      help: false,
      fresh: false,
      seed: true,
      verbose: false,
      production: false,
      eventNodePort: 0,
      documentNodePort: 0,
      config: { eventStoreUrl: null, mongoUrl: null, port: 3000, dataFolder: resolve('.data') },
    });
  });

  it('follow the flags', () => {
    expect(parseOptions(['--fresh', '--no-seed', '--verbose'], {})).toMatchObject({
      fresh: true,
      seed: false,
      verbose: true,
    });
  });

  it('refuse a flag that there is not', () => {
    expect(() => parseOptions(['--refresh'], {})).toThrow(
      /--refresh.*Options: --fresh, --no-seed, --verbose, --help\.$/,
    );
  });

  it('refuse the embedded stores in production, naming both addresses', () => {
    expect(() => parseOptions([], production)).toThrow(/EVENTSTORE_URL is required.*MONGODB_URL is required/);
  });

  it('put no sample case into production, and show its logs', () => {
    expect(parseOptions([], { ...production, ...servers })).toMatchObject({
      production: true,
      seed: false,
      verbose: true,
    });
  });

  it('seed nothing where tokens come from another issuer', () => {
    expect(parseOptions([], { OIDC_ISSUER: 'https://issuer.example', OIDC_AUDIENCE: 'shanyraq' }).seed).toBe(false);
  });

  it.each(['EVENTSTORE_URL', 'MONGODB_URL'] as const)(
    'refuse --fresh with %s, as keys would go and events stay',
    (name) => {
      expect(() => parseOptions(['--fresh'], { [name]: servers[name] })).toThrow(
        /^--fresh empties the embedded stores only/,
      );
    },
  );

  it.each(['80000', '-1', 'door', '1.5'])('refuse %s as the port of a node', (port) => {
    expect(() => parseOptions([], { EVENT_NODE_PORT: port })).toThrow(`EVENT_NODE_PORT=${port} is not a port`);
  });
});
