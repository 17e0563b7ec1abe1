import type { EventStore } from '../event-store.js';
import { Connection } from './connection.js';
import { EventStoreDb, type EventStoreLimits } from './event-store-db.js';

/** Absent: 5 s, longer than the server itself takes to give an append up. */
export type EventStoreOptions = Partial<EventStoreLimits>;

/**
 * EventStoreDB at an `esdb://` or `esdb+discover://` address, through @eventstore/db-client 6.2.1. Connects with the first call, and
 * again by itself. Use one per process: clients of that version disturb each other's appends (docs/event-node.md).
 */
export const connectEventStore = (url: string, options: EventStoreOptions = {}): EventStore =>
  new EventStoreDb(new Connection(url), { appendLimitMs: 5_000, readLimitMs: 5_000, ...options });
