/** A setting by its name; null where it is absent or blank. */
export type Settings = (name: string) => string | null;

/** What is wrong, one sentence each; the readers of settings add to it and go on. */
export type Problems = string[];

export const portOf = (name: string, preset: number, settings: Settings, problems: Problems): number => {
  const text = settings(name);
  if (text === null) return preset;
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  problems.push(`${name} must be a number from 0 to 65535`);
  return preset;
};

/** The address of a store, which may name several hosts and so is more than a URL. Its text may hold a password: never quoted. */
export const addressOf = (
  name: string,
  schemes: readonly string[],
  settings: Settings,
  problems: Problems,
): string | null => {
  const text = settings(name);
  if (text === null) return null;
  if (schemes.some((scheme) => text.startsWith(`${scheme}://`) && text.length > scheme.length + 3)) return text;
  problems.push(`${name} must begin with ${schemes.map((scheme) => `${scheme}://`).join(' or ')} and name a host`);
  return null;
};

export const webAddressOf = (name: string, settings: Settings, problems: Problems): string | null => {
  const text = settings(name);
  if (text === null) return null;
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text;
  problems.push(`${name} must be an address that begins with https://`);
  return null;
};

export const choiceOf = <T extends string>(
  name: string,
  choices: readonly T[],
  settings: Settings,
  problems: Problems,
): T | null => {
  const text = settings(name);
  if (text === null) return null;
  const choice = choices.find((one) => one === text);
  if (choice === undefined) problems.push(`${name} must be one of ${choices.join(', ')}`);
  return choice ?? null;
};

export const flagOf = (name: string, preset: boolean, settings: Settings, problems: Problems): boolean =>
  choiceOf(name, ['true', 'false'], settings, problems) === (preset ? 'false' : 'true') ? !preset : preset;

/** A number of days, from 0 to 3650. */
export const daysOf = (name: string, settings: Settings, problems: Problems): number | null => {
  const text = settings(name);
  if (text === null || (/^\d{1,4}$/.test(text) && Number(text) <= 3650)) return text === null ? null : Number(text);
  problems.push(`${name} must be a whole number of days, from 0 to 3650`);
  return null;
};

/** A number of years, from 0 to 100. */
export const yearsOf = (name: string, preset: number, settings: Settings, problems: Problems): number => {
  const text = settings(name);
  if (text === null) return preset;
  if (/^\d{1,3}$/.test(text) && Number(text) <= 100) return Number(text);
  problems.push(`${name} must be a whole number of years, from 0 to 100`);
  return preset;
};

/** A day, `YYYY-MM-DD`. */
export const dayOf = (name: string, settings: Settings, problems: Problems): string | null => {
  const text = settings(name);
  if (text === null) return null;
  const read = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  if (read && !Number.isNaN(read.getTime()) && read.toISOString().startsWith(text)) return text;
  problems.push(`${name} must be a day, YYYY-MM-DD`);
  return null;
};

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
