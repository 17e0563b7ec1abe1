import { join } from 'node:path';
import { makeFolder, runProcess, signingSeedIn } from '@app/platform';
import { vkeyText } from '@app/proof';
import { signerOf, skeyOf } from '@app/proof/node';
import { lockFolder } from './folder-lock.js';
import { parseOptions, usage, type WitnessOptions } from './options.js';
import { startServer } from './server.js';
import { StateFile } from './state-file.js';
import { Witness } from './witness.js';

const run = async (
  { name, folder, logs, host, port }: WitnessOptions,
  signal: AbortSignal,
  say: Say,
): Promise<void> => {
  makeFolder(folder, 0o700);
  const unlock = await lockFolder(folder);
  const seed = await signingSeedIn({ file: join(folder, 'witness.key'), mayMake: true, setBy: '--folder' });
  const signer = signerOf(skeyOf({ name, seed, type: 'cosignature' }));
  const state = await StateFile.open(join(folder, 'state.json'));
  const witness = new Witness({ logs, signer, state, now: () => Math.floor(Date.now() / 1000) });
  const onTrouble = (error: unknown): void => {
    process.stderr.write(
      `a request could not be answered: ${error instanceof Error ? error.message : String(error)}\n`,
    );
  };
  const server = await startServer({ witness, vkey: signer.vkey, logs, state, onTrouble }, host, port);
  process.stderr.write(
    `The witness ${name} cosigns for ${logs.map(({ origin }) => origin).join(', ')}.\nWITNESSES of the log: ${server.url} ${vkeyText(signer.vkey)} ${server.url}\n`,
  );
  say({ ready: { url: server.url } });
  await new Promise<void>((stop) => signal.addEventListener('abort', () => stop(), { once: true }));
  await server.stop();
  await unlock();
};

type Say = (what: Readonly<{ ready: Readonly<{ url: string }> }>) => void;

await runProcess(async ({ signal, say }) => {
  const options = parseOptions(process.argv.slice(2));
  if (options === null) process.stdout.write(usage);
  else await run(options, signal, say);
});
