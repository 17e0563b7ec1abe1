import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  type LastEvent,
  RevisionConflict,
  StoreUnavailable,
  type AppendResult,
  type EncodedEvent,
  type EventStore,
  type FollowOptions,
  type LogItem,
  type Position,
  type Revision,
  type StoredEvent,
  type WrittenEvent,
} from '../event-store.js';

/** What happens to the next append: it fails before or after it was carried out, or just before it somebody else writes. */
type Mishap = Readonly<{ before?: () => unknown; after?: () => unknown }>;

/** The log in memory, for specs: as strict as the real one about revisions, with positions of uneven steps, and mishaps on demand. */
export class MemoryEventStore implements EventStore {
  readonly log: StoredEvent[] = [];
  readonly #mishaps: Mishap[] = [];
  readonly #waiting = new Set<() => void>();
  #connected = true;
  reads = 0;
  appends = 0;

  /** The next append meets this. */
  willMeet(mishap: Mishap): this {
    this.#mishaps.push(mishap);
    return this;
  }

  async append(stream: string, expected: Revision, events: readonly EncodedEvent[]): Promise<AppendResult> {
    this.appends += 1;
    const mishap = this.#mishaps.shift();
    await nextTurn();
    await mishap?.before?.();
    this.#mustBeConnected();
    const result = this.#write(stream, expected, events);
    await mishap?.after?.();
    return result;
  }

  async read(stream: string, fromRevision = 0): Promise<readonly StoredEvent[]> {
    this.reads += 1;
    await nextTurn();
    this.#mustBeConnected();
    return this.log.filter((event) => event.stream === stream && event.revision >= fromRevision);
  }

  async *follow({ prefixes, after, signal }: FollowOptions): AsyncGenerator<LogItem, void, undefined> {
    const wake = (): void => this.#waiting.forEach((resume) => resume());
    signal.addEventListener('abort', wake);
    let last = after ?? -1;
    for (let toldEnd = false; !signal.aborted;) {
      this.#mustBeConnected();
      const next = this.log.find((event) => event.position > last);
      if (next) {
        last = next.position;
        if (prefixes.some((prefix) => next.stream.startsWith(prefix))) yield { kind: 'event', event: next };
        else yield { kind: 'checkpoint', position: next.position };
      } else if (toldEnd) await new Promise<void>((resolve) => this.#waiting.add(resolve));
      else {
        toldEnd = true;
        yield { kind: 'caught-up' };
      }
    }
  }

  async *written(after: Position | null): AsyncGenerator<readonly WrittenEvent[], void, undefined> {
    this.#mustBeConnected();
    yield this.log
      .filter(({ position }) => position > (after ?? -1))
      .map((event) => ({ ...event, data: JSON.stringify(event.data), metadata: JSON.stringify(event.metadata) }));
  }

  async lastPosition(): Promise<Position | null> {
    return this.log.at(-1)?.position ?? null;
  }

  /** Written when its metadata says so. */
  async lastEvent(): Promise<LastEvent | null> {
    const last = this.log.at(-1);
    return last === undefined ? null : { position: last.position, created: last.metadata.recordedAt };
  }

  async eventAt(position: Position): Promise<StoredEvent | null> {
    return this.log.find((event) => event.position === position) ?? null;
  }

  async close(): Promise<void> {}

  /** Drops all who follow, and fails every call until `connect`. */
  disconnect(): void {
    this.#connected = false;
    this.#waiting.forEach((resume) => resume());
  }

  connect(): void {
    this.#connected = true;
  }

  #mustBeConnected(): void {
    if (!this.#connected) throw new StoreUnavailable('disconnected');
  }

  #write(stream: string, expected: Revision, events: readonly EncodedEvent[]): AppendResult {
    const actual = this.log.findLast((event) => event.stream === stream)?.revision ?? 'none';
    if (actual !== expected) throw new RevisionConflict(stream, expected, actual);
    let revision = actual === 'none' ? -1 : actual;
    let position = this.log.at(-1)?.position ?? 17;
    for (const { id, type, data, metadata } of structuredClone(events)) {
      revision += 1;
      position += 90 + (this.log.length % 7) * 13;
      this.log.push({ id, type, data, metadata, stream, revision, position });
    }
    this.#waiting.forEach((resume) => resume());
    this.#waiting.clear();
    return { revision, position };
  }
}
