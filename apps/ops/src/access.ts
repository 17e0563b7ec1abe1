import { resolve } from 'node:path';
import { hasDevIssuerKey, openDevIssuer, type Config, type DevIssuer } from '@app/platform';
import { OpsProblem } from './command.js';

/** Where the api is: what is given, or what the configuration says. Throws `OpsProblem` `value-invalid`. */
export const apiAddress = ({ host, port }: Config, given: string | undefined): string => {
  const address = given ?? `http://${reachable(host)}:${port}`;
  if (URL.canParse(address)) return address;
  throw new OpsProblem('value-invalid', '--api must be an address such as http://127.0.0.1:3000');
};

/** A server on every address can also be reached on 127.0.0.1. */
const reachable = (host: string): string => {
  if (['0.0.0.0', '::'].includes(host)) return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
};

/**
 * The development issuer of the system that is configured. Its key is made only where both stores have addresses, so that the api is
 * started by itself; elsewhere the launcher has made it. Throws `OpsProblem` `no-system` or `no-development-issuer`.
 */
export const developmentIssuer = async (config: Config): Promise<DevIssuer> => {
  const { mode, oidc, eventStoreUrl, mongoUrl, dataFolder } = config;
  const isLaunched = mode !== 'production' && oidc === null && (eventStoreUrl === null || mongoUrl === null);
  if (isLaunched && !hasDevIssuerKey(dataFolder)) {
    throw new OpsProblem(
      'no-system',
      `no system has run on ${resolve(dataFolder)}, so there is no key to make tokens with: start one with \`npm start\`, ` +
        'or name the folder of the one that runs with SHANYRAQ_DATA',
    );
  }
  try {
    return await openDevIssuer(config);
  } catch (error) {
    throw new OpsProblem('no-development-issuer', error instanceof Error ? error.message : String(error), {
      cause: error,
    });
  }
};
