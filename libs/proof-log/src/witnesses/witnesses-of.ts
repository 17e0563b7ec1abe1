import type { WitnessSetting } from '@app/platform';
import { parseVkey } from '@app/proof';
import { nodeCrypto } from '@app/proof/node';
import type { Witness } from './ask-witness.js';

/** The witnesses that the configuration names. Throws `Malformed` for a vkey whose id is not that of its name and key. */
export const witnessesOf = (settings: readonly WitnessSetting[]): readonly Witness[] =>
  settings.map(({ url, vkey }) => ({ url, vkey: parseVkey(vkey, nodeCrypto.sha256) }));
