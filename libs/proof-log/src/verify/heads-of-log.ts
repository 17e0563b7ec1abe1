import type { EventStore, StoredEvent } from '@app/event-store';
import { fromBase64, NotSigned, openCheckpoint, type KnownLog } from '@app/proof';
import { nodeCrypto } from '@app/proof/node';
import { headStream, type Head } from '../heads/head.js';
import { readHead } from '../heads/head-of-event.js';
import { isLost, type LogNames } from '../names/log-names.js';
import { isHead } from '../tree/log-events.js';
import type { LogFault } from './log-verification.js';
import type { Claim } from './tree-check.js';

/** What heads say of the log, what is wrong with them themselves, and those that the log holds. */
export type ClaimsOfHeads = Readonly<{
  claims: readonly Claim[];
  found: readonly LogFault[];
  inLog: ReadonlyMap<number, Head>;
}>;

/** How the heads of each name are checked; nothing of a name whose key is not known: it is told by its roots alone. */
export type KnownNames = Readonly<{ names: LogNames; logs: ReadonlyMap<string, KnownLog> }>;

/**
 * Reads the heads that the log holds, and compares them with those that were kept when they were signed. Those that a new log names as lost
 * need not be there. Throws what the log throws.
 */
export const headsOfLog = async (
  log: Pick<EventStore, 'read'>,
  kept: readonly Head[],
  known: KnownNames,
): Promise<ClaimsOfHeads> => {
  const claims: Claim[] = [];
  const found: LogFault[] = [];
  const inLog = new Map<number, Head>();
  for (const event of (await log.read(headStream)).filter(isHead)) {
    const head = await checkedHead(event, known);
    if (typeof head === 'string') found.push(forged(event.revision, head));
    else {
      inLog.set(head.revision, head);
      claims.push(claimOf(head, `head ${head.revision} in the log`));
    }
  }
  for (const head of kept) {
    const fault = await keptFault(head, inLog.get(head.revision), known);
    if (fault === null) continue;
    found.push(fault);
    if (fault.fault === 'HEAD_GONE' || inLog.has(head.revision))
      claims.push(claimOf(head, `head ${head.revision}, as it was kept,`));
  }
  return { claims, found, inLog };
};

/** What is wrong where the log holds another head than the one that was kept, or none. */
const keptFault = async (head: Head, same: Head | undefined, known: KnownNames): Promise<LogFault | null> => {
  const { revision } = head;
  if (same?.checkpoint === head.checkpoint) return null;
  const wrong = await wrongSignature(head, known);
  if (wrong !== null) return forged(revision, `as it was kept ${wrong}`);
  if (same !== undefined) return forged(revision, 'is another than the one that was kept when it was signed');
  if (isLost(known.names, revision)) return null;
  return { ...forged(revision, 'was signed and is not in the log'), fault: 'HEAD_GONE' };
};

/** A head, or what is wrong with it. */
const checkedHead = async (event: StoredEvent, known: KnownNames): Promise<Head | string> => {
  const head = readHead(event, known.names);
  return typeof head === 'string' ? `cannot be read: ${head}` : ((await wrongSignature(head, known)) ?? head);
};

const wrongSignature = async ({ origin, checkpoint }: Head, { logs }: KnownNames): Promise<string | null> => {
  const log = logs.get(origin);
  if (log === undefined) return null;
  try {
    await openCheckpoint(checkpoint, { log }, nodeCrypto);
    return null;
  } catch (error) {
    if (error instanceof NotSigned) return `is not signed by the key of this log: ${error.message}`;
    throw error;
  }
};

const claimOf = ({ size, root }: Head, who: string): Claim => ({ size, root: fromBase64(root), who });

const forged = (revision: number, what: string): LogFault => ({
  fault: 'FORGED_HEAD',
  stream: headStream,
  revision,
  detail: `head ${revision} ${what}`,
});
