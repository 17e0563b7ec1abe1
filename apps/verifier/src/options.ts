import { parseArgs } from 'node:util';
import type { ReadersKeys } from '@app/proof';
import { nodeCrypto } from '@app/proof/node';
import { readersKeys } from './readers-keys.js';

/** What the verifier was asked for; its own folder where `folder` is null. */
export type VerifierOptions = Readonly<{ folder: string | null; keys: ReadersKeys }>;

/** It cannot run as it was asked to. The message says why. */
export class OptionsRefused extends Error {
  override readonly name = 'OptionsRefused';
}

export const usage = `node verify.mjs [FOLDER] [--key VKEY] [--witness VKEY]

  Verifies the evidence bundle in a folder, or the one in which verify.mjs lies. It needs Node.js 20 or newer, and nothing else.

  --key VKEY      the verifier key of the log, as you know it from elsewhere; once for each, where it was replaced
  --witness VKEY  the verifier key of a witness that must have cosigned, as you know it from elsewhere; once for each
  --help          this text

  Without them it uses those of keys.txt, which whoever made the bundle chose.
  It ends with 0 where everything holds, and with 1 where anything does not.
`;

/** Flags as options; null where the usage is asked for. Throws `OptionsRefused`. */
export const parseOptions = (argv: readonly string[]): VerifierOptions | null => {
  const { values, positionals } = argumentsIn(argv);
  if (values.help) return null;
  const [folder = null, ...more] = positionals;
  if (more.length > 0) throw new OptionsRefused('Give one folder; --help says more.');
  return { folder, keys: readersKeys({ log: values.key, witnesses: values.witness }, nodeCrypto) };
};

const argumentsIn = (argv: readonly string[]) => {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        help: { type: 'boolean', default: false },
        key: { type: 'string', multiple: true, default: [] },
        witness: { type: 'string', multiple: true, default: [] },
      },
    });
  } catch (error) {
    const last = argv.at(-1) ?? '';
    if (['--key', '--witness'].includes(last))
      throw new OptionsRefused(`Give the verifier key behind ${last}; --help says more.`, { cause: error });
    throw new OptionsRefused(`It cannot use ${argv.join(' ')}; --help says what it can.`, { cause: error });
  }
};
