import { consistencyProof, type KnownLog, type ReadTiles, type Vkey } from '@app/proof';
import { nodeCrypto } from '@app/proof/node';
import type { Head } from '../heads/head.js';
import type { HeadStore } from '../heads/head-store.js';
import { troubles } from '../trouble.js';
import { askWitness, type Witness, type WitnessWord } from './ask-witness.js';
import type { WitnessStanding, WitnessStore } from './witness-store.js';

/** The name of a key in a note, and its id: `<name>+<8 hex digits>`. */
export const keyOf = ({ name, id }: Vkey): string => `${name}+${id.toString(16).padStart(8, '0')}`;

export type Asking = Readonly<{
  witnesses: readonly Witness[];
  log: KnownLog;
  read: ReadTiles;
  heads: HeadStore;
  standings: WitnessStore;
  /** Now, ISO 8601. */
  now: () => string;
}>;

/** How long one witness may take. */
const answerMs = 5_000;

/** What is asked again waits longer each time, up to this. */
const longestWaitMs = 60_000;

/** Asks the witnesses whose time has come to cosign a head; all of them where `all`. Keeps what they say. Throws what the stores throw. */
export const askWitnesses = async (asking: Asking, head: Head, all: boolean): Promise<void> => {
  const { witnesses, standings, now } = asking;
  const known = await standings.of(
    witnesses.map(({ vkey }) => keyOf(vkey)),
    asking.log.origin,
  );
  await Promise.all(
    witnesses.map(async (witness, at) => {
      const standing = known[at];
      if (standing === undefined || !(all || isDue(standing, head, now()))) return;
      const word = await asked(asking, { witness, standing, head });
      if (word.kind === 'COSIGNED')
        await asking.heads.cosigned({ revision: head.revision, key: standing.key, line: word.line, at: word.at });
      await standings.set(after(standing, word, { witness, head, now: now() }));
    }),
  );
};

const isDue = ({ size, conflict, nextAt }: WitnessStanding, head: Head, now: string): boolean =>
  (size !== head.size || conflict) && nextAt <= now;

type One = Readonly<{ witness: Witness; standing: WitnessStanding; head: Head }>;

const asked = ({ log, read }: Asking, { witness, standing, head }: One): Promise<WitnessWord> =>
  askWitness(witness, {
    log,
    size: head.size,
    checkpoint: head.checkpoint,
    known: standing.size,
    proofFrom: (oldSize) => consistencyProof({ oldSize, size: head.size }, read, nodeCrypto.sha256),
    signal: AbortSignal.timeout(answerMs),
  });

const after = (
  { key, origin, size, cosignedAt, attempts }: WitnessStanding,
  word: WitnessWord,
  { witness, head, now }: Readonly<{ witness: Witness; head: Head; now: string }>,
): WitnessStanding => {
  const { name } = witness.vkey;
  const wait = Math.min(1_000 * 2 ** Math.min(attempts, 10), longestWaitMs);
  const again = {
    key,
    origin,
    cosignedAt,
    attempts: attempts + 1,
    nextAt: new Date(Date.parse(now) + wait).toISOString(),
  };
  switch (word.kind) {
    case 'COSIGNED':
      return {
        key,
        origin,
        size: head.size,
        cosignedAt: word.at,
        problem: null,
        conflict: false,
        attempts: 0,
        nextAt: now,
      };
    case 'AHEAD':
      return { ...again, size, problem: troubles.witnessAhead(name, word.size, head.size), conflict: true };
    case 'FORK':
      return { ...again, size, problem: troubles.witnessFork(name, size, word.why), conflict: true };
    case 'FAILED':
      return { ...again, size, problem: word.why, conflict: false };
  }
};
