import { readOptions } from '../node-process.js';
import { compactFolder } from './storage/compact.js';

/** Compacts a folder that no node holds: one line of JSON with the sizes, or one sentence on standard error and exit code 1. */
try {
  const { folder } = readOptions(process.argv.slice(2));
  process.stdout.write(`${JSON.stringify(await compactFolder(folder))}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
