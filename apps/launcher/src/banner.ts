import { withoutCredentials } from '@app/platform';
import type { LauncherOptions } from './options.js';
import type { System } from './system.js';
import type { SampleToken } from './tokens.js';

/** What a person is told once the system is ready. */
export const banner = (
  { config }: LauncherOptions,
  system: System,
  tokens: readonly SampleToken[],
  seeded: number,
): string => {
  const embedded = [
    config.eventStoreUrl === null && 'event store',
    config.mongoUrl === null && 'document store',
  ].filter((store) => store !== false);
  return [
    '',
    'Shanyraq is ready.',
    '',
    `  Console        ${system.apiUrl}`,
    `  API            ${system.apiUrl}/api/v1`,
    `  Try it         ${system.apiUrl}/docs`,
    `  Health         ${system.apiUrl}/health/ready`,
    `  Projector      ${system.projectorUrl}/health/ready`,
    `  Event store    ${withoutCredentials(system.eventStoreUrl)}`,
    `  Documents      ${withoutCredentials(system.mongoUrl)}`,
    ...embeddedWarning(embedded, config.dataFolder),
    ...keysWarning(config.eventStoreUrl !== null && config.mongoUrl === null, config.dataFolder),
    ...seedLines(seeded),
    ...tokenLines(tokens),
    '',
    `  Ctrl-C stops everything; what was entered stays.${embedded.length === 2 ? ' `npm start -- --fresh` begins anew.' : ''}`,
    '',
  ].join('\n');
};

const embeddedWarning = (stores: readonly string[], folder: string): readonly string[] =>
  stores.length > 0
    ? [
        '',
        `  !! EMBEDDED: the ${stores.join(' and the ')} ${stores.length === 1 ? 'runs' : 'run'} inside this command, on ${folder}.`,
        '  !! For evaluation, development and CI. Never for production.',
      ]
    : [];

const keysWarning = (eventsOutliveKeys: boolean, folder: string): readonly string[] =>
  eventsOutliveKeys
    ? [
        '',
        `  !! The keys that personal data are sealed with lie in ${folder}. Without that folder`,
        '  !! nobody can read the names in that event store any more: keep it, or set MONGODB_URL.',
      ]
    : [];

const seedLines = (cases: number): readonly string[] =>
  cases > 0 ? ['', `  ${cases} sample cases were entered through the API.`] : [];

const tokenLines = (tokens: readonly SampleToken[]): readonly string[] => {
  if (tokens.length === 0) return [];
  const width = Math.max(...tokens.map(({ role }) => role.length));
  return [
    '',
    `  Tokens for eight hours${officeOf(tokens)}; others: npm run -s ops -- token --role R --office O`,
    ...tokens.map(({ role, token }) => `    ${role.padEnd(width)}  ${token}`),
  ];
};

const officeOf = (tokens: readonly SampleToken[]): string => {
  const office = tokens.find((token) => token.office !== null)?.office;
  return office ? `, for the office ${office} where a role has one` : '';
};
