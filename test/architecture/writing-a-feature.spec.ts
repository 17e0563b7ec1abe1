import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { temporaryFolder } from '../support/process.js';
import { blocksOf, change, type Block } from './feature-blocks.js';

/** How many production files each kind of change may touch. */
const mayTouch: Readonly<Record<string, number>> = {
  'A field of a command': 5,
  'A field of an event that exists': 1,
  'A value that can be set right': 1,
  'A new command': 12,
  'A duty': 3,
  'A refusal': 4,
  'A projection': 6,
};

const blocks = blocksOf(readFileSync('docs/writing-a-feature.md', 'utf8'));

/** The sample case is what tests rest on. */
const isProduction = (file: string): boolean =>
  /^(apps|libs|infra)\/.*\.ts$/.test(file) && !/\.spec\.ts$|\/testing\/|\/samples\//.test(file);

/** The texts of the files that blocks change, once all are carried out. */
const changedBy = (carriedOut: readonly Block[]): ReadonlyMap<string, string> => {
  const texts = new Map<string, string>();
  for (const block of carriedOut) {
    const text = texts.get(block.file) ?? (existsSync(block.file) ? readFileSync(block.file, 'utf8') : null);
    texts.set(block.file, change(block, text));
  }
  return texts;
};

/** Copies the sources into a folder, with other texts of some files. */
const copyInto = async (folder: string, texts: ReadonlyMap<string, string>): Promise<void> => {
  for (const part of ['apps', 'libs', 'infra', 'test', 'tools', 'package.json', 'tsconfig.json'])
    await cp(part, join(folder, part), { recursive: true });
  await symlink(resolve('node_modules'), join(folder, 'node_modules'));
  for (const [file, text] of texts) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  }
};

/** What the compiler says of the production sources in a folder, one fault a line. */
const faultsIn = (folder: string): Promise<readonly string[]> =>
  new Promise((done) => {
    const compiler = resolve('node_modules/typescript/bin/tsc');
    execFile(process.execPath, [compiler, '--noEmit', '--pretty', 'false'], { cwd: folder }, (_, stdout) =>
      done(stdout.split('\n').filter((line) => line !== '' && !/^\s|\.spec\.ts\(|^test\/|\/testing\//.test(line))),
    );
  });

describe('docs/writing-a-feature.md', () => {
  let faults: readonly string[];
  beforeAll(async () => {
    const folder = await temporaryFolder();
    await copyInto(folder.path, changedBy(blocks));
    faults = await faultsIn(folder.path);
    await folder.remove();
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
