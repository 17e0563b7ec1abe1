import type { WitnessSetting } from '@app/platform';
import { toBase64 } from '@app/proof';
import type { Head } from '../heads/head.js';
import { currentName, type EndedLog, type LogName, type LogNames } from '../names/log-names.js';
import type { LogFault, SignedLog } from './log-verification.js';
import type { Claim } from './tree-check.js';
import { witnessedHeads, type WitnessedNow } from './witnessed-heads.js';

/** What is known of the logs of earlier names, and of the one of now. */
export type NamedLogs = Readonly<{ logs: readonly SignedLog[]; claims: readonly Claim[]; found: readonly LogFault[] }>;

/**
 * How far the log holds what was signed under each of its names, and whether a witness knows more of an ended log than the log after it
 * says: then more was lost than two people were told. Never throws.
 */
export const namedLogs = async (
  names: LogNames,
  inLog: ReadonlyMap<number, Head>,
  witnesses: readonly WitnessSetting[],
): Promise<NamedLogs> => {
  const ended = await Promise.all(
    names.flatMap((name, at) => {
      const { after } = name;
      const before = names[at - 1];
      return after === null || !before ? [] : [endedLog({ name, before, after }, inLog, witnesses)];
    }),
  );
  return {
    logs: [...ended.map(({ log }) => log), logOfNow(currentName(names), inLog)],
    claims: ended.flatMap(({ claims }) => claims),
    found: ended.flatMap(({ found }) => found),
  };
};

type Ended = Readonly<{ name: LogName; before: LogName; after: EndedLog }>;

const endedLog = async (
  { name, before, after }: Ended,
  inLog: ReadonlyMap<number, Head>,
  witnesses: readonly WitnessSetting[],
) => {
  const { origin, size, vkey } = after;
  const held = largest(inLog, ({ revision }) => revision < name.firstHead);
  const told = vkey === null ? [] : await witnessedHeads(witnesses, { origin, vkeys: [vkey] });
  return {
    log: { origin, size, held, lost: name.lost - before.lost, isCurrent: false },
    claims: told.flatMap((one) =>
      one.size === null || one.size > held ? [] : [{ ...one, who: `what ${one.name} has cosigned of ${origin}` }],
    ),
    found: told.flatMap((one) => contradiction(after, one)),
  };
};

const logOfNow = ({ origin, firstHead }: LogName, inLog: ReadonlyMap<number, Head>): SignedLog => {
  const held = largest(inLog, ({ revision }) => revision >= firstHead);
  return { origin, size: held, held, lost: 0, isCurrent: true };
};

/** The entries of the largest tree of some heads that the log holds. */
const largest = (inLog: ReadonlyMap<number, Head>, of: (head: Head) => boolean): number =>
  [...inLog.values()].filter(of).reduce((most, { size }) => Math.max(most, size), 0);

const contradiction = (after: EndedLog, { name, size, root }: WitnessedNow): readonly LogFault[] => {
  const nowhere = { stream: null, revision: null };
  if (size === null || size < after.size) return [];
  const told = `${name} has cosigned ${size} entries of ${after.origin}`;
  if (size > after.size)
    return [
      { fault: 'TRUNCATED', ...nowhere, detail: `${told}, and the log after it names ${after.size} as its last` },
    ];
  if (toBase64(root) === after.root) return [];
  return [{ fault: 'FORKED', ...nowhere, detail: `${told}, with another root than the log after it names` }];
};
