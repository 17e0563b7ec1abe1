import { readFile } from 'node:fs/promises';
import { appendix2, type DecreeParameters } from '@app/domain';
import { ConfigInvalid, type Config } from '@app/platform';
import { type Entry, parametersOf, wrongIn } from './decree-entry.js';

/**
 * The parameters of `DECREE_PARAMETERS_FILE` in the order of their days; none where no file is named, as Appendix 2 holds then. Throws
 * `ConfigInvalid` naming every entry that cannot be used.
 */
export const readDecreeParameters = async (file: string | null): Promise<readonly DecreeParameters[]> => {
  if (file === null) return [];
  const entries = await readList(file);
  const problems = entries.flatMap((entry, index) =>
    [...wrongIn(entry), ...outOfOrder(entry, entries[index - 1])].map(
      (what) => `DECREE_PARAMETERS_FILE, entry ${index + 1}: ${what}`,
    ),
  );
  if (entries.length === 0) problems.push('DECREE_PARAMETERS_FILE names no parameters; leave it out for Appendix 2');
  if (problems.length > 0) throw new ConfigInvalid(problems);
  return entries.map(parametersOf);
};

/** Everything that an installation decides instalments by, Appendix 2 first, in the order of the days. Throws as `readDecreeParameters`. */
export const decreeInForce = async ({
  decreeParametersFile,
}: Pick<Config, 'decreeParametersFile'>): Promise<readonly DecreeParameters[]> => [
  appendix2,
  ...(await readDecreeParameters(decreeParametersFile)),
];

/** Later acts stand below earlier ones, so that nobody reads the wrong one. */
const outOfOrder = ({ from }: Entry, before: Entry | undefined): readonly string[] =>
  before !== undefined && String(from) <= String(before['from'])
    ? ['from must be later than that of the entry above']
    : [];

const readList = async (file: string): Promise<readonly Entry[]> => {
  try {
    const list: unknown = JSON.parse(await readFile(file, 'utf8'));
    if (!Array.isArray(list)) throw new Error('not a list');
    return list.map((entry: unknown) => (typeof entry === 'object' ? { ...entry } : {}));
  } catch (cause) {
    throw new ConfigInvalid([
      `DECREE_PARAMETERS_FILE ${file} cannot be read as a JSON list${cause instanceof Error ? ` (${cause.message})` : ''}`,
    ]);
  }
};
