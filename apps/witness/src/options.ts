import { parseArgs } from 'node:util';
import { Malformed, parseVkey, signatureTypes, type KnownLog } from '@app/proof';
import { nodeCrypto } from '@app/proof/node';

/** What the witness was asked for. */
export type WitnessOptions = Readonly<{
  /** The key name of its cosignatures. */
  name: string;
  /** Where key and state lie. */
  folder: string;
  logs: readonly KnownLog[];
  host: string;
  port: number;
}>;

/** It cannot run as it was asked to. The message says what to do. */
export class WitnessRefused extends Error {
  override readonly name = 'WitnessRefused';
}

export const usage = `npm run witness -- --name NAME --log VKEY [options]

  Cosigns checkpoints of transparency logs (C2SP tlog-witness): it keeps the last one of each log, and signs none
  that does not extend it. It is for the machine of a second party, not for that of the log.

  --name NAME         the name of its key, such as witness.example.kz/shanyraq
  --log VKEY          a log that it serves, by the verifier key that the log's people gave you; the origin is the
                      name of the key. Where they differ: --log "ORIGIN VKEY". Once for each log, and once for each
                      key of a log that changes keys.
  --folder FOLDER     where it keeps its key (witness.key, made at the first start) and what it has cosigned
                      (state.json); ./witness where absent. Back up the key; never set the state back.
  --host HOST         where it listens; 127.0.0.1 where absent
  --port PORT         4300 where absent; 0 for any free one
  --help              this text

  It answers POST /add-checkpoint, GET /<sha-256 of an origin, in hex>/checkpoint (the last checkpoint that it
  cosigned), GET /vkey (its verifier key, for WITNESSES of the log) and GET /health.
`;

/** Flags as options; null where the usage is asked for. Throws `WitnessRefused` naming what is wrong. */
export const parseOptions = (argv: readonly string[]): WitnessOptions | null => {
  const { help, name, log = [], folder, host, port } = flagsIn(argv);
  if (help) return null;
  if (name === undefined || !/^[^\s+]+$/.test(name))
    throw new WitnessRefused('Give --name, the name of its key, without spaces and plus signs; --help says more.');
  if (log.length === 0) throw new WitnessRefused('Give --log, the verifier key of a log; --help says more.');
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    throw new WitnessRefused('--port must be a whole number from 0 to 65535.');
  return { name, folder, host, port: Number(port), logs: logsIn(log) };
};

const flagsIn = (argv: readonly string[]) => {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        help: { type: 'boolean', default: false },
        name: { type: 'string' },
        log: { type: 'string', multiple: true },
        folder: { type: 'string', default: './witness' },
        host: { type: 'string', default: '127.0.0.1' },
        port: { type: 'string', default: '4300' },
      },
    }).values;
  } catch (error) {
    throw new WitnessRefused(`It cannot use ${argv.join(' ')}; --help says what it can.`, { cause: error });
  }
};

const logsIn = (texts: readonly string[]): readonly KnownLog[] => {
  const logs = new Map<string, KnownLog>();
  for (const text of texts) {
    const at = text.trimEnd().lastIndexOf(' ');
    const vkey = vkeyIn(text.slice(at + 1));
    const origin = at < 0 ? vkey.name : text.slice(0, at);
    logs.set(origin, { origin, vkeys: [...(logs.get(origin)?.vkeys ?? []), vkey] });
  }
  return [...logs.values()];
};

const vkeyIn = (text: string) => {
  try {
    const vkey = parseVkey(text.trim(), nodeCrypto.sha256);
    if (vkey.type === signatureTypes.ed25519) return vkey;
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    throw new WitnessRefused(`--log ${text} is no verifier key: ${error.message}.`, { cause: error });
  }
  throw new WitnessRefused(`--log ${text} is the key of a witness, not of a log.`);
};
