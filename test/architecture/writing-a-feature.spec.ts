import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import ts from 'typescript';
import { blocksOf, change, type Block } from './feature-blocks.js';

/** How many production files each kind of change may touch. */
const mayTouch: Readonly<Record<string, number>> = {
  'A field of a command': 4,
  'A field of an event that exists': 1,
  'A new command': 9,
  'A duty': 3,
  'A refusal': 2,
};

const blocks = blocksOf(readFileSync('docs/writing-a-feature.md', 'utf8'));

const isProduction = (file: string): boolean =>
  /^(apps|libs|infra)\/.*\.ts$/.test(file) && !/\.spec\.ts$|\/testing\//.test(file);

/** The files of a copy of the sources in which blocks have been carried out, by their whole paths. */
const copyWith = (carriedOut: readonly Block[]): ReadonlyMap<string, string> => {
  const copy = new Map<string, string>();
  for (const block of carriedOut) {
    const path = resolve(block.file);
    const text = copy.get(path) ?? (existsSync(path) ? readFileSync(path, 'utf8') : null);
    copy.set(path, change(block, text));
  }
  return copy;
};

const { options } = ts.parseJsonConfigFileContent(
  ts.readConfigFile('tsconfig.json', (path) => readFileSync(path, 'utf8')).config,
  ts.sys,
  process.cwd(),
);

/** What the compiler says of the changed files, and of everything that a command passes through. */
const faultsIn = (copy: ReadonlyMap<string, string>): readonly string[] => {
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists } = host;
  host.readFile = (path) => copy.get(resolve(path)) ?? readFile(path);
  host.fileExists = (path) => copy.has(resolve(path)) || fileExists(path);
  const program = ts.createProgram([...copy.keys(), resolve('apps/api/src/casework/case-commands.ts')], options, host);
  const own = program.getSourceFiles().filter(({ fileName }) => !fileName.includes('node_modules'));
  return own
    .flatMap((file) => [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)])
    .map(({ file, messageText }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`);
};

describe('docs/writing-a-feature.md', () => {
  let faults: readonly string[];
  beforeAll(() => {
    faults = faultsIn(copyWith(blocks));
  }, 180_000);

  it('says all that its changes need: a copy of the sources in which they are made compiles', () => {
    expect(faults).toEqual([]);
  });

  it('touches no more production files than each kind of change may', () => {
    const touched = Object.keys(mayTouch).map((section) => {
      const files = blocks.filter((block) => block.section === section).map(({ file }) => file);
      return [section, new Set(files.filter(isProduction)).size];
    });
    expect(Object.fromEntries(touched)).toEqual(mayTouch);
  });
});
