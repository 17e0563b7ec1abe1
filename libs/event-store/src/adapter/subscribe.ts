import type { Readable } from 'node:stream';
import { START, streamNameFilter, type AllStreamResolvedEvent, type Filter } from '@eventstore/db-client';
import { StoreUnavailable, type FollowOptions, type LogItem, type Position } from '../event-store.js';
import type { Connection, Session } from './connection.js';
import { followFailure } from './failures.js';
import { positionFrom, storedEvent } from './stored-event.js';

/** A subscription of the client. It tells of checkpoints and of the end of the log aside; both are put in line with the events. */
type Subscription = Readable & { unsubscribe: () => Promise<void> };

type Marker = Readonly<{ checkpoint: Position }> | Readonly<{ caughtUp: true }>;

/** The log from a position on, for ever. Holds one of the connection's calls until the consumer stops, the signal aborts or it fails. */
export async function* subscribe(
  connection: Connection,
  options: FollowOptions,
): AsyncGenerator<LogItem, void, undefined> {
  const session = await connection.session();
  if (options.signal.aborted) return;
  const subscription = open(session, options);
  const stop = (): void => {
    subscription.destroy(new StoreUnavailable('the subscription was given up'));
  };
  options.signal.addEventListener('abort', stop);
  session.waiting.add(stop);
  try {
    for await (const item of subscription as AsyncIterable<AllStreamResolvedEvent | Marker>) yield asLogItem(item);
    throw new StoreUnavailable('the event store ended the subscription');
  } catch (error) {
    if (options.signal.aborted) return;
    throw followFailure(error, options.after);
  } finally {
    options.signal.removeEventListener('abort', stop);
    session.waiting.delete(stop);
    // Leaving the loop ends the client's stream, not the call behind it.
    void subscription.unsubscribe().catch(() => undefined);
  }
}

const open = ({ client }: Session, { prefixes, after }: FollowOptions): Subscription => {
  if (prefixes.length === 0) throw new Error('name the prefixes of the streams to follow');
  const mark = (marker: Marker): unknown => subscription.push(marker);
  const filter: Filter = streamNameFilter({
    prefixes: [...prefixes],
    maxSearchWindow: 500,
    checkpointReached: async (_, { commit }) => {
      const checkpoint = positionFrom(commit);
      if (checkpoint !== null) mark({ checkpoint });
    },
  });
  const fromPosition = after === null ? START : { commit: BigInt(after), prepare: BigInt(after) };
  // Both are node streams in object mode, whatever the client's types call them.
  const subscription = client.subscribeToAll(
    { fromPosition, filter, requiresLeader: true },
    { highWaterMark: 256 },
  ) as unknown as Subscription;
  subscription.on('caughtUp', () => mark({ caughtUp: true }));
  // An error that comes after the end must not end the process.
  subscription.on('error', () => undefined);
  return subscription;
};

const asLogItem = (item: AllStreamResolvedEvent | Marker): LogItem => {
  if ('caughtUp' in item) return { kind: 'caught-up' };
  if ('checkpoint' in item) return { kind: 'checkpoint', position: item.checkpoint };
  const { position, ...event } = storedEvent(item);
  if (position === null) throw new Error(`event ${event.id} of the log has no position`);
  return { kind: 'event', event: { ...event, position } };
};
