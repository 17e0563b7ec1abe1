import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ConfigInvalid, loadConfig } from './config.js';
import { forgetEmbeddedAddresses, storeAddressesNear, tellEmbeddedAddresses } from './embedded-addresses.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shanyraq-addresses-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const near = (env: NodeJS.ProcessEnv = {}) => storeAddressesNear(loadConfig({ SHANYRAQ_DATA: folder, ...env }));
const embedded = { eventStoreUrl: 'esdb://127.0.0.1:40001?tls=false', mongoUrl: 'mongodb://127.0.0.1:40002' };

describe('the addresses of the embedded stores', () => {
  it('are found by who names none, while the stores run', () => {
    tellEmbeddedAddresses(folder, embedded);
    expect(near()).toEqual(embedded);
    forgetEmbeddedAddresses(folder);
    expect(() => near()).toThrow(ConfigInvalid);
  });

  it('give way to the address that is named', () => {
    tellEmbeddedAddresses(folder, embedded);
    expect(near({ MONGODB_URL: 'mongodb://db:27017/x' })).toEqual({ ...embedded, mongoUrl: 'mongodb://db:27017/x' });
  });

  it('are not looked for in production', () => {
    tellEmbeddedAddresses(folder, { eventStoreUrl: 'esdb://wrong:1', mongoUrl: 'mongodb://wrong:1' });
    const production = {
      NODE_ENV: 'production',
      EVENTSTORE_URL: 'esdb://store:2113',
      MONGODB_URL: 'mongodb://db:27017/x',
      OIDC_ISSUER: 'https://issuer.example',
      OIDC_AUDIENCE: 'shanyraq',
      MASTER_KEY_FILE: '/nowhere/key',
    };
    expect(near(production)).toEqual({ eventStoreUrl: 'esdb://store:2113', mongoUrl: 'mongodb://db:27017/x' });
  });
});
