export { connectEventStore } from './adapter/event-store-db.js';
export { storedOf, writtenEvent } from './adapter/written-event.js';
export { type Codec, createCodec } from './codec/codec.js';
export type { EventSchemas } from './codec/event-schema.js';
export type { Disclosure } from './codec/disclosures.js';
export { erasedText, isErased } from './codec/sealing.js';
export { personalValues, withValues } from './codec/places.js';
export type { CommandContext, CommandResult } from './command-context.js';
export {
  ChainBroken,
  IdempotencyKeyReused,
  NotTriable,
  Overloaded,
  StaleRevision,
  StoresDiffer,
  TooManyConflicts,
  UndecodableEvent,
} from './errors.js';
export { eventIdOf } from './event-id.js';
export {
  type DomainEvent,
  type EncodedEvent,
  type EventMetadata,
  EventsTooLarge,
  type EventStore,
  type LogItem,
  logLimit,
  OutcomeUnknown,
  type Position,
  PositionNotInLog,
  type Recorded,
  RevisionConflict,
  type StoredEvent,
  StoreUnavailable,
  type WrittenEvent,
} from './event-store.js';
export { FollowedLog, type LogBatch } from './follow/follow-log.js';
export { CommandPipeline } from './pipeline/command-pipeline.js';
export type { Decider } from './pipeline/hot-stream.js';
export { GroupedRecords } from './records/grouped-records.js';
