import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { CannotRun, folderProblem } from './cannot-run.js';
import { dataFolderAt, takeDataFolder } from './data-folder.js';
import { openLogs } from './logs.js';
import { temporaryFolder } from '../../../test/support/process.js';

describe('the data folder', () => {
  let path: string;
  let remove: () => Promise<void>;

  beforeEach(async () => {
    ({ path, remove } = await temporaryFolder());
  });

  afterEach(() => remove());

  it('is emptied of the stores and their keys, and of nothing else', () => {
    const data = dataFolderAt(path);
    for (const folder of [data.eventNode, data.documentNode, join(path, 'photos')]) mkdirSync(folder);
    const files = ['master.key', 'stores-begun', 'development-issuer.jwk.json', 'letter.txt'];
    for (const file of files) writeFileSync(join(path, file), '');
    data.beginSeeding('2026-11-23T02:00:00.000Z');
    data.empty();
    const all = ['event-node', 'document-node', 'photos', ...files];
    expect(all.filter((name) => existsSync(join(path, name)))).toEqual([
      'photos',
      'development-issuer.jwk.json',
      'letter.txt',
    ]);
    expect(data.unfinishedSeeding()).toBe(null);
  });

  it('remembers a seeding that was not finished, by its moment', () => {
    dataFolderAt(path).beginSeeding('2026-11-23T02:00:00.000Z');
    expect(dataFolderAt(path).unfinishedSeeding()).toBe('2026-11-23T02:00:00.000Z');
    dataFolderAt(path).endSeeding();
    expect(dataFolderAt(path).unfinishedSeeding()).toBe(null);
  });

  it('is explained where it is a file', () => {
    const file = join(path, 'file');
    writeFileSync(file, '');
    expect(() => takeDataFolder(file)).toThrow(
      `${file} is a file, not a folder: choose another folder with SHANYRAQ_DATA.`,
    );
    expect(() => openLogs(join(file, 'logs'))('api')).toThrow(/is not a folder, or leads through a file/);
  });

  it('is explained where the disk is full', () => {
    // /dev/full answers every write with the error that a full disk gives.
    let problem: unknown;
    try {
      writeFileSync('/dev/full', 'text');
    } catch (error) {
      problem = folderProblem(path, error);
    }
    expect(problem).toEqual(
      new CannotRun(
        `The disk that holds ${path} is full: free some space, or choose another folder with SHANYRAQ_DATA.`,
      ),
    );
  });
});
