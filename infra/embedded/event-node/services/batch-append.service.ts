import { setTimeout as delay } from 'node:timers/promises';
import type { handleBidiStreamingCall, ServerDuplexStream } from '@grpc/grpc-js';
import type { Append, EventLog, Outcome } from '../log/event-log.js';
import type { AppendOptions, AppendPiece } from '../wire/append-request.js';
import { refusalOf, unavailable } from '../wire/refusal.js';
import { failure, success, timeout, wrongRevision } from './batch-append.response.js';
import type { OpenCalls } from './open-calls.js';
import { PendingAppend } from './pending-append.js';

type BatchCall = ServerDuplexStream<AppendPiece, Buffer>;

/** Bytes of one call's appends that are being written at a time; more waits in the connection. */
const mostBytesAtOnce = 16 * 1024 * 1024;

/** What an append counts for at least. */
const appendOverhead = 16 * 1024;

/** Streams/BatchAppend: many appends over one call, each answered once by its correlation id. */
export const batchAppendService =
  (appender: Appender, open: OpenCalls): handleBidiStreamingCall<AppendPiece, Buffer> =>
  (call) => {
    open.add(call);
    const worker = new BatchWorker(appender, call);
    call.on('data', (piece: AppendPiece) => worker.receive(piece));
    call.on('end', () => worker.end());
  };

type Arriving = Readonly<{ pending: PendingAppend; timer: NodeJS.Timeout | null }>;

/** One call's appends: those still arriving in pieces, and those being written. */
class BatchWorker {
  private readonly arriving = new Map<string, Arriving>();
  private writing = 0;
  private writingBytes = 0;
  private ended = false;

  constructor(
    private readonly appender: Appender,
    private readonly call: BatchCall,
  ) {}

  receive(piece: AppendPiece): void {
    const id = piece.correlationId;
    try {
      this.take(id, piece);
    } catch (error) {
      const stream = this.arriving.get(id)?.pending.stream ?? piece.options?.stream ?? '';
      this.forget(id);
      this.answer(failure(id, stream, refusalOf(error)));
    }
  }

  end(): void {
    this.ended = true;
    if (this.writing === 0) this.call.end();
  }

  private take(id: string, piece: AppendPiece): void {
    const arriving = this.arriving.get(id) ?? this.begin(id, piece);
    // Pieces of an append that has been answered already are passed over, as on the real server.
    if (!arriving) return;
    for (const event of piece.events) arriving.pending.add(event);
    if (!piece.isFinal) return;
    this.forget(id);
    void this.write(id, arriving.pending);
  }

  private begin(id: string, { options, isFinal }: AppendPiece): Arriving | null {
    if (!options) return null;
    const pending = new PendingAppend(options);
    const left = deadlineOf(options) - Date.now();
    if (left <= 0) {
      this.answer(timeout(id, pending.stream));
      return null;
    }
    const arriving = { pending, timer: isFinal ? null : setTimeout(() => this.expire(id), left).unref() };
    this.arriving.set(id, arriving);
    return arriving;
  }

  /** The last piece did not come in time. */
  private expire(id: string): void {
    const stream = this.arriving.get(id)?.pending.stream ?? '';
    this.forget(id);
    this.answer(timeout(id, stream));
  }

  private forget(id: string): void {
    const timer = this.arriving.get(id)?.timer;
    if (timer) clearTimeout(timer);
    this.arriving.delete(id);
  }

  private async write(id: string, pending: PendingAppend): Promise<void> {
    const bytes = pending.size + appendOverhead;
    this.writing += 1;
    this.writingBytes += bytes;
    if (this.writingBytes > mostBytesAtOnce) this.call.pause();
    this.answer(await this.outcomeOf(id, pending));
    this.writing -= 1;
    this.writingBytes -= bytes;
    if (this.writingBytes <= mostBytesAtOnce && this.call.isPaused()) this.call.resume();
    if (this.ended && this.writing === 0) this.call.end();
  }

  private async outcomeOf(id: string, pending: PendingAppend): Promise<Buffer> {
    try {
      const append = pending.toAppend();
      const outcome = await this.appender.append(append);
      if (outcome.kind === 'written') return success(id, append.stream, outcome);
      if (outcome.kind === 'timed-out') return timeout(id, append.stream);
      return wrongRevision(id, append, outcome.actual);
    } catch (error) {
      return failure(id, pending.stream, refusalOf(error));
    }
  }

  private answer(response: Buffer): void {
    if (!this.call.writableEnded && !this.call.cancelled) this.call.write(response);
  }
}

/** The longest that a write waits for its last piece. */
const longestWaitMs = 10_000;

const deadlineOf = ({ deadline }: AppendOptions): number => {
  const limit = Date.now() + longestWaitMs;
  return deadline === null ? limit : Math.min(limit, deadline);
};

type AppendOutcome = Exclude<Outcome, { kind: 'in-flight' }> | Readonly<{ kind: 'timed-out' }>;

/** How long the real server leaves an append without an answer that repeats one in flight. */
const repeatTimeoutMs = 2_300;

/** The way into the log, until the node stops. */
export class Appender {
  private stopping = false;

  constructor(private readonly log: EventLog) {}

  /** Throws a `Refusal` while the node is stopping. */
  async append(append: Append): Promise<AppendOutcome> {
    if (this.stopping) throw unavailable();
    const outcome = await this.log.append(append);
    if (outcome.kind !== 'in-flight') return outcome;
    await delay(repeatTimeoutMs, undefined, { ref: false });
    return { kind: 'timed-out' };
  }

  /** Accepts nothing any more. */
  stop(): void {
    this.stopping = true;
  }
}
