import type { EventStore, StoredEvent } from '@app/event-store';
import { fromBase64, Malformed, NotSigned, openCheckpoint, type KnownLog } from '@app/proof';
import { nodeCrypto } from '@app/proof/node';
import { headStream, type Head } from '../heads/head.js';
import { headOfEvent } from '../heads/head-of-event.js';
import { isHead } from '../tree/log-events.js';
import type { LogFault } from './log-verification.js';
import type { Claim } from './tree-check.js';

/** What heads say of the log, and what is wrong with them themselves. */
export type ClaimsOfHeads = Readonly<{ claims: readonly Claim[]; found: readonly LogFault[] }>;

/** Reads the heads that the log holds, and compares them with those that were kept when they were signed. Throws what the log throws. */
export const headsOfLog = async (
  log: Pick<EventStore, 'read'>,
  kept: readonly Head[],
  known: KnownLog,
): Promise<ClaimsOfHeads> => {
  const claims: Claim[] = [];
  const found: LogFault[] = [];
  const inLog = new Map<number, Head>();
  for (const event of (await log.read(headStream)).filter(isHead)) {
    const head = await readHead(event, known);
    if (typeof head === 'string') found.push(forged(event.revision, head));
    else {
      inLog.set(head.revision, head);
      claims.push(claimOf(head, `head ${head.revision} in the log`));
    }
  }
  for (const head of kept) {
    const same = inLog.get(head.revision);
    if (same?.checkpoint === head.checkpoint) continue;
    claims.push(claimOf(head, `head ${head.revision}, as it was kept,`));
    found.push(
      same
        ? forged(head.revision, 'is another than the one that was kept when it was signed')
        : { ...forged(head.revision, 'was signed and is not in the log'), fault: 'HEAD_GONE' },
    );
  }
  return { claims, found };
};

/** A head, or what is wrong with it. Heads of an earlier origin are told by their roots alone. */
const readHead = async (event: StoredEvent, known: KnownLog): Promise<Head | string> => {
  try {
    const head = headOfEvent(event);
    if (head.origin === known.origin) await openCheckpoint(head.checkpoint, { log: known }, nodeCrypto);
    return head;
  } catch (error) {
    if (error instanceof Malformed) return `cannot be read: ${error.message}`;
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
