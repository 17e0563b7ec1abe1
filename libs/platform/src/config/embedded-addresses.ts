import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { storeAddressesOf, type Config } from './config.js';

/** Where the stores are. */
export type StoreAddresses = ReturnType<typeof storeAddressesOf>;

/** Tells commands in other terminals where the embedded stores of a data folder are; of a store with an address of its own, null. */
export const tellEmbeddedAddresses = (
  dataFolder: string,
  addresses: Readonly<Record<keyof StoreAddresses, string | null>>,
): void => writeFileSync(fileIn(dataFolder), `${JSON.stringify(addresses)}\n`);

/** The embedded stores run no more. */
export const forgetEmbeddedAddresses = (dataFolder: string): void => rmSync(fileIn(dataFolder), { force: true });

/**
 * The store addresses of the configuration, and where it names none those of the embedded stores that run on its data
 * folder. Throws `ConfigInvalid` naming what is missing all the same.
 */
export const storeAddressesNear = (config: Config): StoreAddresses => {
  const { eventStoreUrl, mongoUrl, mode, dataFolder } = config;
  if (mode === 'production') return storeAddressesOf(config);
  const embedded = embeddedIn(dataFolder);
  return storeAddressesOf({
    ...config,
    eventStoreUrl: eventStoreUrl ?? embedded.eventStoreUrl ?? null,
    mongoUrl: mongoUrl ?? embedded.mongoUrl ?? null,
  });
};

const fileIn = (dataFolder: string): string => join(dataFolder, 'embedded-stores.json');

const embeddedIn = (dataFolder: string): Partial<Record<keyof StoreAddresses, string | null>> =>
  // Written by `tellEmbeddedAddresses` and by nobody else.
  existsSync(fileIn(dataFolder))
    ? (JSON.parse(readFileSync(fileIn(dataFolder), 'utf8')) as Partial<StoreAddresses>)
    : {};
