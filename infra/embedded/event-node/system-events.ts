import { randomUUID } from 'node:crypto';
import type { EventLog } from './log/event-log.js';

/** A fresh log of the real server is not empty: whoever reads `$all` without a filter meets system events there, and so here. */
export const writeSystemEvents = async (log: EventLog): Promise<void> => {
  if (log.index.size > 0) return;
  const event = {
    id: randomUUID(),
    type: '$metadata',
    json: true,
    data: Buffer.from('{}'),
    metadata: Buffer.alloc(0),
  };
  await log.append({ stream: '$$$scavenges', expected: -1, events: [event] });
};
