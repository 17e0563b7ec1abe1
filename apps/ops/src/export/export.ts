import { apiOption, choice, jsonOption, parseOptions, wholeNumber } from '../arguments.js';
import { apiRequest } from '../api-request.js';
import { barOn } from '../bar.js';
import { OpsProblem, writeLine, type Command, type Invocation, type Options } from '../command.js';
import { openExportFile, withoutNames, type Written } from './export-file.js';
import { pagesOf, type Asked } from './pages.js';

const formats = ['ndjson', 'csv'] as const;

const options = {
  out: { type: 'string', value: 'FILE', about: 'the file to write or to continue. Absent: standard output' },
  format: { type: 'string', value: 'FORMAT', default: 'ndjson', about: formats.join(' or ') },
  after: { type: 'string', value: 'POSITION', about: 'only rows after this log position' },
  limit: { type: 'string', value: 'ROWS', default: '1000', about: 'rows in one request' },
  ...apiOption,
  ...jsonOption,
} as const satisfies Options;

/** Exports a dataset page by page: into a file that a later call continues, or to standard output. */
export const exportDataset: Command = {
  about:
    'Exports a dataset of the log into a file, which a later call continues, or to standard output. Outside development it needs a token in SHANYRAQ_TOKEN.',
  operand: 'DATASET',
  options,
  examples: ['export missed-duties --format csv', 'export events --out events.ndjson'],
  run: async ({ args: [dataset, ...args], ...invocation }) => {
    const given = parseOptions(args, options);
    if (dataset === undefined || dataset.startsWith('-'))
      throw new OpsProblem('arguments-invalid', 'name the dataset; GET /api/v1/monitoring/exports lists them');
    const asked = {
      dataset,
      format: choice('format', given.format, formats),
      after: given.after === undefined ? undefined : wholeNumber('after', given.after, positions),
      limit: wholeNumber('limit', given.limit, { min: 1, max: 10_000 }),
      address: given.api,
    };
    if (given.out === undefined) return toOutput(invocation, asked);
    const { resumed, ...written } = await toFile(invocation, asked, given.out);
    const file = given.out;
    await writeLine(
      invocation.stdout,
      given.json ? JSON.stringify({ ...written, file, resumed }) : inWords(written, file),
    );
  },
};

const positions = { min: 0, max: Number.MAX_SAFE_INTEGER };

type Given = Omit<Asked, 'after'> & Readonly<{ after: number | undefined; address: string | undefined }>;
type Streams = Pick<Invocation, 'env' | 'stdout' | 'stderr'>;

const toFile = async (
  { env, stderr }: Streams,
  { address, ...asked }: Given,
  path: string,
): Promise<Written & Readonly<{ resumed: boolean }>> => {
  const request = await apiRequest(env, { address, role: 'quality-monitor' });
  const file = await openExportFile(path, asked);
  const bar = barOn(stderr, env, `${asked.dataset} [{bar}] {percentage}% of the log, {eta_formatted} left`);
  try {
    const after = file.written().position;
    bar?.start(after, after);
    for await (const page of pagesOf(request, { ...asked, after })) {
      await file.append(page);
      bar?.setTotal(page.logEnd);
      bar?.update(page.next);
    }
    return { ...file.written(), resumed: file.resumed };
  } finally {
    bar?.stop();
    await file.close();
  }
};

const toOutput = async ({ env, stdout }: Streams, { address, ...asked }: Given): Promise<void> => {
  const request = await apiRequest(env, { address, role: 'quality-monitor' });
  let first = true;
  for await (const { bytes } of pagesOf(request, { ...asked, after: asked.after ?? 0 })) {
    const more = first ? bytes : withoutNames(asked.format, bytes);
    first = false;
    if (!stdout.write(more)) await new Promise((resolve) => stdout.once('drain', resolve));
  }
};

const inWords = ({ dataset, rows, from, position, bytes, sha256 }: Written, file: string): string =>
  [
    `${file}: ${rows} rows of ${dataset}, complete from position ${from} to ${position}`,
    `${bytes} bytes, SHA-256 ${sha256}`,
    'the same command goes on from here',
  ].join('\n');
