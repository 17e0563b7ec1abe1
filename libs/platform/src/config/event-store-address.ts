import { addressOf, type Problems, type Settings } from './setting.js';

/** The options that @eventstore/db-client 6.2.1 takes. Their names bear any case, `_` and `-`. */
const known = new Set(
  (
    'connectionName defaultDeadline discoveryInterval gossipTimeout keepAliveInterval keepAliveTimeout maxDiscoverAttempts ' +
    'nodePreference throwOnAppendFailure tls tlsCAFile tlsVerifyCert userCertFile userKeyFile'
  )
    .toLowerCase()
    .split(' '),
);

/** The address of EventStoreDB. Of options that the client passes over it prints the whole address, password included: they are refused here. */
export const eventStoreAddressOf = (name: string, settings: Settings, problems: Problems): string | null => {
  const address = addressOf(name, ['esdb', 'esdb+discover'], settings, problems);
  for (const [option, value] of optionsIn(address ?? '')) {
    const flat = option.toLowerCase().replaceAll(/[_-]/g, '');
    if (!known.has(flat)) problems.push(`${name} has an option that is not known: ${option}`);
    if (flat === 'tlsverifycert' && value === 'false')
      problems.push(`${name}: tlsVerifyCert=false has no effect; name the certificate authority with tlsCAFile`);
  }
  return address;
};

const optionsIn = (address: string): readonly (readonly [string, string])[] => {
  const start = address.indexOf('?', address.lastIndexOf('@') + 1);
  return start < 0 ? [] : [...new URLSearchParams(address.slice(start + 1))];
};
