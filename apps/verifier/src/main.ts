import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BundleFiles, verifyBundle } from '@app/proof';
import { nodeCrypto } from '@app/proof/node';
import { OptionsRefused, parseOptions, usage } from './options.js';
import { KeyRefused } from './readers-keys.js';
import { faultsText, proofText } from './report.js';

/** The files below a folder by name, folders with a slash. */
const filesIn = (folder: string): BundleFiles =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [relative(folder, path).split(sep).join('/'), readFileSync(path)]),
  );

const run = async (): Promise<number> => {
  const options = parseOptions(process.argv.slice(2));
  if (options === null) return say(usage, 0);
  const files = filesIn(options.folder ?? dirname(fileURLToPath(import.meta.url)));
  const { proved, faults } = await verifyBundle(files, options.keys, nodeCrypto);
  return proved === null ? say(faultsText(faults), 1) : say(proofText(proved, options.keys), 0);
};

const say = (text: string, code: number): number => {
  process.stdout.write(text);
  return code;
};

try {
  process.exitCode = await run();
} catch (error) {
  const isSaid =
    error instanceof OptionsRefused || error instanceof KeyRefused || (error instanceof Error && 'syscall' in error);
  process.stderr.write(isSaid ? `${error.message}\n` : `It could not be verified: ${String(error)}\n`);
  process.exitCode = 1;
}
