import type { ProjectionDto } from '@app/contracts';
import { apiOption, jsonOption, parseOptions, wholeNumber } from '../arguments.js';
import { OpsProblem, writeLine, type Command, type Options } from '../command.js';
import { olderInWords, projectionsApi, untilEnded } from './projections-api.js';
import { jobBar } from './job-bar.js';

const options = {
  rate: { type: 'string', value: 'EVENTS', about: 'reads at most so many events a second' },
  cancel: { type: 'boolean', about: 'stops a running rebuild' },
  ...apiOption,
  ...jsonOption,
} as const satisfies Options;

/** Rebuilds a projection beside the one that is read, shows how far that is, and tells what differs; or cancels a rebuild. */
export const rebuild: Command = {
  about:
    'Rebuilds a projection beside the one that is read, switches to it, and tells what differs. Outside development it needs a token in SHANYRAQ_TOKEN.',
  operand: 'PROJECTION',
  options,
  examples: ['rebuild worklist --rate 500'],
  run: async ({ args: [name, ...args], env, stdout, stderr }) => {
    const given = parseOptions(args, options);
    if (name === undefined || name.startsWith('-'))
      throw new OpsProblem('arguments-invalid', 'name the projection: rebuild PROJECTION');
    const api = await projectionsApi(env, given.api);
    const path = `${encodeURIComponent(name)}/rebuild`;
    if (given.cancel) {
      const { state } = await api.ask(`${path}/cancel`);
      if (state !== 'CANCELLED')
        throw new OpsProblem(
          'job-ended',
          `${name}: its rebuild has ended already (${state.toLowerCase()}); nothing was cancelled`,
        );
      return writeLine(stdout, given.json ? JSON.stringify({ name, state }) : `${name}: ${state.toLowerCase()}`);
    }
    const bar = jobBar(stderr, { env, kind: 'rebuild', quiet: given.json ?? false });
    const asked = await api.ask(`${path}${rateIn(given.rate)}`);
    const [done] = await untilEnded(api, { kind: 'rebuild', asked: [asked], onLook: bar.look }).finally(bar.stop);
    await writeLine(stdout, given.json ? JSON.stringify(found(name, done)) : inWords(found(name, done)));
  },
};

const rateIn = (rate: string | undefined): string =>
  rate === undefined ? '' : `?eventsPerSecond=${wholeNumber('rate', rate, rates)}`;

const rates = { min: 1, max: 1_000_000 };

type Found = Pick<ProjectionDto, 'name' | 'comparison' | 'older'>;

const found = (name: string, done: ProjectionDto | undefined): Found => {
  const { comparison = null, older = null } = done ?? {};
  return { name, comparison, older };
};

const inWords = ({ name, comparison, older }: Found): string => {
  const { compared = 0, differingDocuments = 0, differing = [] } = comparison ?? {};
  return [
    `${name} is rebuilt: ${differingDocuments} of ${compared} documents differ from before`,
    ...differing.map(({ documentId, paths }) => `  ${documentId} at ${paths.join(', ')}`),
    ...olderInWords(older),
  ].join('\n');
};
