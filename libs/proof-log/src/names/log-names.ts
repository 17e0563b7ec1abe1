import type { EventStore, StoredEvent } from '@app/event-store';
import { Malformed, parseCheckpoint, parseVkey, toBase64, vkeyOf, type Vkey } from '@app/proof';
import { nodeCrypto } from '@app/proof/node';
import { markOfBegun } from './begun-mark.js';

/** The stream that says under which names the log was signed; what is asked for stands in it, too. */
export const namesStream = 'proof-logs';

/** The last head of a log that is signed no more, as the log after it names it: `vkey` is null where its key is not known any more. */
export type EndedLog = Readonly<{ origin: string; size: number; root: string; checkpoint: string; vkey: Vkey | null }>;

/** A name under which the log is signed. */
export type LogName = Readonly<{
  origin: string;
  /** The number of its first head. Heads are numbered through, over all names, those too that a restored log has lost. */
  firstHead: number;
  /** How much more the number of a head is than its revision in `proof-heads`. */
  lost: number;
  /** The log before; null for the first name. */
  after: EndedLog | null;
}>;

/** The names of the log in the order in which they were begun, and the revisions of beginnings that this system has not written. */
export type NamesOfLog = Readonly<{ names: LogNames; forged: readonly number[] }>;

/**
 * Reads the names of the log; the first is that of the configuration. `mac` is that of the vault; null where it is not at hand, so that
 * every beginning is believed. Throws `Malformed` where an event of ours does not read, and what the log throws.
 */
export const namesIn = async (
  log: Pick<EventStore, 'read'>,
  origin: string,
  mac: ((text: string) => string) | null,
): Promise<NamesOfLog> => {
  const begun = (await log.read(namesStream)).filter(({ type }) => type === 'NewLogBegun');
  const isOurs = ({ data }: StoredEvent): boolean => mac === null || isMarked(data, mac);
  return {
    names: [{ origin, firstHead: 0, lost: 0, after: null }, ...begun.filter(isOurs).map(nameOf)],
    forged: begun.filter((event) => !isOurs(event)).map(({ revision }) => revision),
  };
};

export type LogNames = readonly [LogName, ...LogName[]];

/** The name under which heads are signed now. */
export const currentName = (names: LogNames): LogName => names.at(-1) ?? names[0];

/** How much more the numbers of heads of an origin are than their revisions; nothing for a name that is not among these. */
export const lostBefore = (names: LogNames, origin: string): number =>
  names.findLast((name) => name.origin === origin)?.lost ?? 0;

/** Whether a new log names the head of this number as lost: it was signed, and the log does not hold it. */
export const isLost = (names: LogNames, head: number): boolean =>
  names.some(({ firstHead, lost }, at) => {
    const lostHere = lost - (names[at - 1]?.lost ?? 0);
    return head < firstHead && head >= firstHead - lostHere;
  });

/** A key of the log under another of its names: the same bytes, another id. */
export const vkeyAs = ({ type, publicKey }: Vkey, name: string): Vkey =>
  vkeyOf({ name, type, publicKey }, nodeCrypto.sha256);

/** Throws `Malformed` where the event is not as we write it. */
const nameOf = ({ data }: StoredEvent): LogName => {
  // The domain's event, as stored: nothing of it is sealed. What is read of it is checked below.
  const { origin, after } = data as Partial<Begun>;
  if (typeof origin !== 'string' || typeof after?.checkpoint !== 'string')
    throw new Malformed('an event NewLogBegun does not name its log and the last head before it');
  const { origin: ended, size, root } = parseCheckpoint(after.checkpoint);
  const vkey = typeof after.vkey === 'string' ? parseVkey(after.vkey, nodeCrypto.sha256) : null;
  return {
    origin,
    firstHead: Number(after.head) + 1,
    lost: Number(after.lost),
    after: { origin: ended, size, root: toBase64(root), checkpoint: after.checkpoint, vkey },
  };
};

/** Whatever else the event says, its mark is over what is read of it. */
const isMarked = (data: StoredEvent['data'], mac: (text: string) => string): boolean => {
  const { mac: mark, after, ...begun } = data as Partial<Begun>;
  if (typeof mark !== 'string' || typeof after !== 'object' || after === null) return false;
  // Anything but what we wrote makes another MAC.
  return mark === markOfBegun(mac, { ...begun, after } as Parameters<typeof markOfBegun>[1]);
};

type Begun = Readonly<{
  newLogId: unknown;
  confirmedBy: unknown;
  origin: unknown;
  after: Readonly<{ checkpoint: unknown; vkey: unknown; head: unknown; lost: unknown }>;
  mac: unknown;
}>;
