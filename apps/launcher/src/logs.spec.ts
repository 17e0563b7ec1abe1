import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { temporaryFolder } from '../../../test/support/process.js';
import { openLogs } from './logs.js';

describe('the log of a process', () => {
  let path: string;
  let remove: () => Promise<void>;

  beforeEach(async () => {
    ({ path, remove } = await temporaryFolder());
  });

  afterEach(() => remove());

  it('is a file of its own, with the one of the start before beside it', () => {
    const first = openLogs(path)('event store');
    writeFileSync(Number(first.target), 'one\n');
    const second = openLogs(path)('event store');
    writeFileSync(Number(second.target), 'two\n');
    expect(readFileSync(join(path, 'event-store.log'), 'utf8')).toBe('two\n');
    expect(readFileSync(join(path, 'event-store.log.1'), 'utf8')).toBe('one\n');
  });

  it('gives the last words since a moment, without records and stacks', () => {
    const log = openLogs(path)('api');
    appendFileSync(join(path, 'api.log'), 'Words of an earlier life.\n');
    const words = log.mark();
    appendFileSync(
      join(path, 'api.log'),
      [
        '{"level":"info","msg":"ready"}',
        'file:///app/dist/main.js:46',
        '        Tokens,',
        '        ^',
        '',
        "ReferenceError: Cannot access 'Tokens' before initialization",
        '    at file:///app/dist/main.js:46:9',
        '',
        'Node.js v20.20.2',
        '',
      ].join('\n'),
    );
    expect(words()).toBe("ReferenceError: Cannot access 'Tokens' before initialization");
  });

  it('gives every line of what is wrong with the configuration', () => {
    const log = openLogs(path)('api');
    const words = log.mark();
    appendFileSync(
      join(path, 'api.log'),
      'the configuration cannot be used:\n  - PORT must be a number\n  - HOST too\n',
    );
    expect(words()).toBe('the configuration cannot be used: - PORT must be a number - HOST too');
  });

  it("is the launcher's own standard error where there is no folder", () => {
    expect(openLogs(null)('api').target).toBe('inherit');
    expect(existsSync(join(path, 'api.log'))).toBe(false);
  });
});
