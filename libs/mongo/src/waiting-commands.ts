import type { MongoClient } from 'mongodb';

/** Notices commands that wait too long for their answer. */
export type WaitingCommands = Readonly<{
  /** Whether one of them has waited for that many looks. */
  look: () => boolean;
}>;

/**
 * The commands of a client that wait: a connection is lent to each of them. Counts looks, not time: a process that was frozen
 * itself has not looked meanwhile.
 */
export const waitingCommands = (client: MongoClient, mostLooks: number): WaitingCommands => {
  const lent = new Map<string, number>();
  client.on('connectionCheckedOut', ({ address, connectionId }) => lent.set(`${address} ${connectionId}`, 0));
  client.on('connectionCheckedIn', ({ address, connectionId }) => lent.delete(`${address} ${connectionId}`));
  return {
    look: () => {
      for (const [connection, looks] of lent) lent.set(connection, looks + 1);
      return [...lent.values()].some((looks) => looks >= mostLooks);
    },
  };
};
