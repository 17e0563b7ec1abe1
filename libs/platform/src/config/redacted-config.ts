import type { Config } from './config.js';

/** The configuration as it may be shown: user names and passwords in addresses are replaced. */
export const redactedConfig = (config: Config): Config => ({
  ...config,
  eventStoreUrl: withoutCredentials(config.eventStoreUrl),
  mongoUrl: withoutCredentials(config.mongoUrl),
  oidc: config.oidc && { ...config.oidc, issuer: withoutCredentials(config.oidc.issuer) ?? '' },
});

/** An address without all that stands before its last `@`, and without secrets among its options. */
export const withoutCredentials = <T extends string | null>(address: T): T | string =>
  address === null
    ? address
    : address
        .replace(/^([a-z+]+:\/\/).*@/i, '$1***@')
        .replace(/([?&;][^=&;]*(?:password|token|secret)[^=&;]*=)[^&;]*/gi, '$1***');
