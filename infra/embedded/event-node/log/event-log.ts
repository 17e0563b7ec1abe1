import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ProposedEvent } from '../wire/recorded-event.js';
import { decodeBatch, encodeBatch, idAt, type EncodedBatch } from './batch.js';
import { decideAppend, RecentIds, type Expected, type StreamView } from './decision.js';
import { LogFile } from './log-file.js';
import { LogIndex } from './log-index.js';

/** One append: all of its events are written, or none. */
export type Append = Readonly<{ stream: string; expected: Expected; events: readonly ProposedEvent[] }>;

/** What became of an append. `revision` and `position` are those of its last event. */
export type Outcome =
  | Readonly<{ kind: 'written'; revision: number; position: number }>
  | Readonly<{ kind: 'wrong-revision'; actual: number }>
  /** The same events are on their way to the disk; the real server drops the repeat without a word. */
  | Readonly<{ kind: 'in-flight' }>;

/** Told of every durable event, in order, by its ordinal. */
export type Follower = (ordinal: number) => void;

type Queued = Readonly<{ batch: EncodedBatch; done: (outcome: Outcome) => void }>;

/** Some hours of writing; the real server's memory of event ids is of this order and no larger. */
const rememberedIds = 50_000;

/** The log: appends to the file, group commit, and whoever follows. Everything here is single-threaded and in log order. */
export class EventLog {
  readonly index = new LogIndex();
  private readonly file: LogFile;
  private readonly recent = new RecentIds(rememberedIds);
  private readonly heads = new Map<string, { revision: number; queued: number }>();
  private readonly followers = new Set<Follower>();
  private queue: Queued[] = [];
  private queuedTo: number;
  private flushing: Promise<void> | null = null;

  /** Throws `DamagedLog` or `NotAnEventLog`. `onFailure` is called once where the disk refuses; it must end the process. */
  constructor(
    folder: string,
    private readonly onFailure: (error: unknown) => void,
  ) {
    this.file = LogFile.open(folder, ({ payload }, at) => {
      const batch = decodeBatch(payload, at);
      if (batch) this.index.add(batch);
    });
    this.queuedTo = this.file.end;
  }

  /** Settles when the append is on the disk, or is known not to be written. */
  append(append: Append): Promise<Outcome> {
    const { stream, expected, events } = append;
    const head = this.headOf(stream);
    const ids = events.map(({ id }) => id);
    const decision = decideAppend(expected, ids, this.viewOf(stream, head));
    if (decision.kind === 'wrong-revision') return Promise.resolve({ kind: 'wrong-revision', actual: head });
    if (decision.kind === 'in-flight') return Promise.resolve({ kind: 'in-flight' });
    if (decision.kind === 'repeat') return Promise.resolve(this.written(stream, decision.revision));
    return this.enqueue(append, head + 1);
  }

  /** Reads encoded messages, in the order of the ordinals. */
  wires(ordinals: readonly number[]): Buffer[] {
    return ordinals.map((ordinal) => {
      const { at, length } = this.index.wireAt(ordinal);
      return this.file.read(at, length);
    });
  }

  /** Follows the log; answers how to stop. */
  follow(follower: Follower): () => void {
    this.followers.add(follower);
    return () => void this.followers.delete(follower);
  }

  /** Waits until everything accepted is on the disk. */
  async settled(): Promise<void> {
    while (this.flushing) await this.flushing;
  }

  /** Lets go of the file. Nothing may be appended or read after. */
  async close(): Promise<void> {
    await this.settled();
    await this.file.close();
  }

  private headOf(stream: string): number {
    return this.heads.get(stream)?.revision ?? this.index.ordinalsOf(stream).length - 1;
  }

  private viewOf(stream: string, head: number): StreamView {
    const ordinals = this.index.ordinalsOf(stream);
    return {
      head,
      durable: ordinals.length - 1,
      remembered: (id) => this.recent.find(id, stream),
      isAt: (id, revision) => this.idOf(ordinals[revision]) === id,
    };
  }

  private idOf(ordinal: number | undefined): string | null {
    return ordinal === undefined ? null : idAt(this.file.read(this.index.positionAt(ordinal) + 6, 16), 0);
  }

  private written(stream: string, revision: number): Outcome {
    const ordinal = this.index.ordinalsOf(stream)[revision] ?? 0;
    return { kind: 'written', revision, position: this.index.positionAt(ordinal) };
  }

  private enqueue({ stream, events }: Append, firstRevision: number): Promise<Outcome> {
    const batch = encodeBatch({ stream, firstRevision, events, at: Date.now() }, this.queuedTo);
    this.queuedTo += batch.frame.length;
    const queued = (this.heads.get(stream)?.queued ?? 0) + 1;
    this.heads.set(stream, { revision: firstRevision + events.length - 1, queued });
    events.forEach(({ id }, index) => this.recent.add(id, { stream, revision: firstRevision + index }));
    return new Promise((done) => {
      this.queue.push({ batch, done });
      this.flushing ??= this.flush();
    });
  }

  /** Group commit: what came while the disk was busy goes to it together. */
  private async flush(): Promise<void> {
    try {
      while (this.queue.length > 0) {
        // What has arrived already goes along.
        await nextTurn();
        const group = this.queue;
        this.queue = [];
        this.file.write(group.map(({ batch }) => batch.frame));
        await this.file.sync();
        for (const queued of group) this.commit(queued);
      }
      this.flushing = null;
    } catch (error) {
      this.onFailure(error);
    }
  }

  private commit({ batch: { facts }, done }: Queued): void {
    const { stream, firstRevision, events } = facts;
    const first = this.index.add(facts);
    const head = this.heads.get(stream);
    if (head) head.queued -= 1;
    if (head?.queued === 0) this.heads.delete(stream);
    done({ kind: 'written', revision: firstRevision + events.length - 1, position: events.at(-1)?.position ?? 0 });
    for (let ordinal = first; ordinal < this.index.size; ordinal += 1)
      for (const follower of this.followers) follower(ordinal);
  }
}
