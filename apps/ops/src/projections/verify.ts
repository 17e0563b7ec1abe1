import type { ProjectionDto, VerificationDto } from '@app/contracts';
import { apiOption, jsonOption, parseOptions, wholeNumber } from '../arguments.js';
import { OpsProblem, writeLine, type Command, type Options } from '../command.js';
import { olderInWords, projectionsApi, untilEnded } from './projections-api.js';
import { jobBar } from './job-bar.js';

const options = {
  projection: { type: 'string', value: 'PROJECTION', about: 'verifies only this one' },
  sample: { type: 'string', value: 'N', about: 'compares only N documents of each' },
  ...apiOption,
  ...jsonOption,
} as const satisfies Options;

/** Verifies every projection against the log, or one of them. Ends with `projections-unsound` where anything is missing or differs. */
export const verify: Command = {
  about:
    'Compares the projections with the log. Ends with 1 where anything is missing or differs. Outside development it needs a token in SHANYRAQ_TOKEN.',
  options,
  examples: ['verify', 'verify --projection worklist --sample 100'],
  run: async ({ args, env, stdout, stderr }) => {
    const given = parseOptions(args, options);
    const query = given.sample === undefined ? '' : `?sample=${wholeNumber('sample', given.sample, sampleLimits)}`;
    const api = await projectionsApi(env, given.api);
    const names = given.projection === undefined ? (await api.all()).map(({ name }) => name) : [given.projection];
    const bar = jobBar(stderr, { env, kind: 'verify', quiet: given.json ?? false });
    const asked = await Promise.all(names.map((name) => api.ask(`${encodeURIComponent(name)}/verify${query}`)));
    const projections = await untilEnded(api, { kind: 'verify', asked, onLook: bar.look }).finally(bar.stop);
    if (given.json) await writeLine(stdout, JSON.stringify({ projections: projections.map(found) }));
    else for (const projection of projections) await writeLine(stdout, inWords(projection));
    const unsound = projections.filter(({ verification }) => !verification?.sound).map(({ name }) => name);
    if (unsound.length > 0)
      throw new OpsProblem('projections-unsound', `not as the log gives it: ${unsound.join(', ')}`);
  },
};

const sampleLimits = { min: 1, max: 1_000_000 };

const found = ({ name, version, quarantined, verification, older }: ProjectionDto) => ({
  name,
  version,
  quarantined,
  verification,
  older,
});

const inWords = ({ name, verification, older }: ProjectionDto): string =>
  [
    `${name.padEnd(20)} ${verification ? summary(verification) : 'not verified'}`,
    ...details(verification),
    ...olderInWords(older),
  ].join('\n');

const summary = ({ sound, certificate, contents }: VerificationDto): string =>
  [
    sound ? 'sound' : 'UNSOUND',
    `${certificate.applied.count} of ${certificate.log.count} events`,
    `${contents.checked} of ${contents.of} documents compared`,
    `digest ${certificate.applied.digest.slice(0, 16)}`,
  ].join('  ');

const details = (verification: VerificationDto | null): readonly string[] => {
  if (!verification) return [];
  const { certificate, contents } = verification;
  return [
    ...certificate.missing.map(({ from, to, events }) => `  missing: ${events} events, positions ${from} to ${to}`),
    ...certificate.differing.map((id) => `  not the events of its stream: ${id}`),
    ...contents.differing.map(({ documentId, paths }) => `  differs: ${documentId} at ${paths.join(', ')}`),
  ];
};
