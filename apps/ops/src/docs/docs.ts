import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseOptions } from '../arguments.js';
import { OpsProblem, writeLine, type Command } from '../command.js';
import { conformanceSheet } from './conformance.js';
import { eventCatalogue } from './events.js';
import { root, type GeneratedFile } from './generated-file.js';
import { openApiDocument } from './openapi.js';
import { refusalCatalogue } from './refusals.js';

const folder = `${root}docs/`;

/** Writes the documents that are made from the code; with `--check`, only says whether they still tell the truth. */
export const docs: Command = {
  usage: 'docs [--check]',
  run: async ({ args, stdout }) => {
    const { check, json } = parseOptions(args, { check: { type: 'boolean' }, json: { type: 'boolean' } });
    const files = [refusalCatalogue(), eventCatalogue(), conformanceSheet(), await openApiDocument()];
    const drifted = files.filter(({ name, text }) => readOrEmpty(name) !== text).map(({ name }) => `docs/${name}`);
    if (check && drifted.length > 0) {
      throw new OpsProblem(
        'docs-drifted',
        `${drifted.join(', ')} no longer say what the code says: run \`npm run docs\` and commit it`,
      );
    }
    if (!check) write(files);
    const told =
      drifted.length === 0 ? 'the generated documents say what the code says' : `written: ${drifted.join(', ')}`;
    await writeLine(stdout, json ? JSON.stringify({ drifted }) : told);
  },
};

const readOrEmpty = (name: string): string => {
  try {
    return readFileSync(folder + name, 'utf8');
  } catch {
    return '';
  }
};

const write = (files: readonly GeneratedFile[]): void => {
  mkdirSync(`${folder}generated`, { recursive: true });
  for (const { name, text } of files) writeFileSync(folder + name, text);
};
