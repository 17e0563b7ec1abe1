import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { jsonOption, parseOptions } from '../arguments.js';
import { OpsProblem, writeLine, type Command, type Options } from '../command.js';
import { conformanceData, conformanceSheet } from './conformance.js';
import { eventCatalogue, refusalCatalogue, refusalWords } from './catalogues.js';
import { root, type GeneratedFile } from './generated-file.js';
import { openApiDocument } from './openapi.js';
import { visibility } from './visibility.js';
import { sealedFields } from './sealed.js';

const options = {
  check: { type: 'boolean', about: 'writes nothing; ends with 1 where a document is out of date' },
  ...jsonOption,
} as const satisfies Options;

/** Writes the documents that are made from the code; with `--check`, only says whether they still tell the truth. */
export const docs: Command = {
  about: 'Writes the documents that are generated from the code. Works only in a checkout.',
  options,
  examples: ['docs --check'],
  run: async ({ args, stdout }) => {
    const { check, json } = parseOptions(args, options);
    const files = [
      refusalCatalogue(),
      refusalWords(),
      eventCatalogue(),
      visibility(),
      sealedFields(),
      conformanceSheet(),
      conformanceData(),
      await openApiDocument(),
    ];
    const drifted = files.filter(({ path, text }) => readOrEmpty(path) !== text).map(({ path }) => path);
    if (check && drifted.length > 0) {
      throw new OpsProblem(
        'docs-drifted',
        `${drifted.join(', ')} are out of date: run \`npm run docs\` and commit them`,
      );
    }
    if (!check) write(files);
    const told = drifted.length === 0 ? 'the generated documents are up to date' : `written: ${drifted.join(', ')}`;
    await writeLine(stdout, json ? JSON.stringify({ drifted }) : told);
  },
};

/** What cannot be read says nothing of the code: it is written anew. */
const readOrEmpty = (path: string): string => {
  try {
    return readFileSync(root + path, 'utf8');
  } catch {
    return '';
  }
};

const write = (files: readonly GeneratedFile[]): void => {
  for (const { path, text } of files) {
    mkdirSync(dirname(root + path), { recursive: true });
    writeFileSync(root + path, text);
  }
};
