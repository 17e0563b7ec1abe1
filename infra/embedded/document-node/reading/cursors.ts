import { randomBytes } from 'node:crypto';
import { CommandError } from '../errors.js';
import { DocumentWriter } from '../bson/document-writer.js';
import { Type } from '../bson/value.js';
import { okAnswer } from '../wire/message.js';
import type { Pace } from './pace.js';
import type { Source } from './query.js';

/** Documents in a first batch where the client names no number. */
const firstBatchSize = 101;

/** An answer is no longer than this, as on the real server: what is all there is to come must fit. */
const mostBatchBytes = 16 * 1024 * 1024 - 16 * 1024;

/** A batch that others may follow ends sooner: every connection may have one outstanding. */
const usualBatchBytes = 2 * 1024 * 1024;

/** Cursors that nobody asks for that long are forgotten, as on the real server. */
const idleMs = 10 * 60_000;

/** Beyond so many cursors, or bytes that they keep in memory together, the one that was not used for longest is forgotten. */
const mostCursors = 1_000;
const mostBytes = 256 * 1024 * 1024;

/** `held` is the document that did not fit into the last batch; `keptBytes` is what the source keeps. */
type Cursor = { source: Source; namespace: string; held: Buffer | null; usedAt: number; keptBytes: number };

/** What is asked for in one batch. */
export type Batch = Readonly<{ size: number | undefined; pace: Pace; single?: boolean }>;

/** A size of 0, or one without end, means as many as fit. */
type SizedBatch = Batch & Readonly<{ size: number }>;

/** The open cursors, and the answers they give. */
export class Cursors {
  /** The one that was not used for longest comes first. */
  private readonly open = new Map<bigint, Cursor>();
  private bytes = 0;

  /** The answer to a command that opens a cursor; `writeMore` adds what else the command answers. */
  async first(namespace: string, source: Source, batch: Batch, writeMore = nothingMore): Promise<Buffer> {
    const cursor: Cursor = { source, namespace, held: null, usedAt: Date.now(), keptBytes: 0 };
    // A first batch of none opens the cursor only.
    const size = batch.size ?? firstBatchSize;
    const { documents, ended } = size === 0 ? noDocuments() : await this.nextBatch(cursor, { ...batch, size });
    const id = ended || batch.single ? 0n : randomBytes(8).readBigUInt64LE() >> 2n;
    if (id !== 0n) this.keep(id, cursor);
    return okAnswer((answer) => writeMore(writeBatch(answer, { name: 'firstBatch', documents, id, namespace })));
  }

  /** The answer to getMore. Throws CursorNotFound (43). */
  async more(id: bigint, namespace: string, batch: Batch): Promise<Buffer> {
    const cursor = this.open.get(id);
    if (!cursor || cursor.namespace !== namespace)
      throw new CommandError(
        43,
        `cursor id ${id} not found: it has ended, was unused for ten minutes, or made way for newer ones`,
      );
    // Taken out while it works, so that a failure ends it.
    this.kill(id);
    const { documents, ended } = await this.nextBatch(cursor, { ...batch, size: batch.size ?? 0 });
    if (!ended) this.keep(id, cursor);
    const next = { name: 'nextBatch', documents, id: ended ? 0n : id, namespace };
    return okAnswer((answer) => writeBatch(answer, next));
  }

  /** Whether there was such a cursor; now there is none. */
  kill(id: bigint): boolean {
    this.bytes -= bytesOf(this.open.get(id));
    return this.open.delete(id);
  }

  private keep(id: bigint, cursor: Cursor): void {
    cursor.usedAt = Date.now();
    this.open.set(id, cursor);
    this.bytes += bytesOf(cursor);
    for (const [oldest, { usedAt }] of this.open) {
      const isTooMuch = this.open.size > mostCursors || this.bytes > mostBytes;
      if (!isTooMuch && cursor.usedAt - usedAt <= idleMs) break;
      this.kill(oldest);
    }
  }

  private async nextBatch(cursor: Cursor, batch: SizedBatch): Promise<Filled> {
    const filled = await this.fill(cursor, batch);
    cursor.keptBytes += batch.pace.keptBytes;
    return filled;
  }

  private async fill(cursor: Cursor, { size, pace, single }: SizedBatch): Promise<Filled> {
    const documents = new DocumentWriter(16 * 1024).begin();
    const most = size === 0 ? Infinity : size;
    const limit = bytesIn(single);
    for (let count = 0; count < most; count += 1) {
      const next = nextOf(cursor, pace);
      const document = next instanceof Promise ? await next : next;
      if (document === null) return { documents: documents.end(), ended: true };
      if (count > 0 && documents.size + document.length > limit) {
        cursor.held = document;
        break;
      }
      documents.raw(Type.object, String(count), document);
      const rest = pace.rest();
      if (rest) await rest;
    }
    return { documents: documents.end(), ended: false };
  }
}

const bytesIn = (single = false): number => (single ? mostBatchBytes : usualBatchBytes);

const bytesOf = (cursor: Cursor | undefined): number => (cursor ? cursor.keptBytes + (cursor.held?.length ?? 0) : 0);

/** The document that did not fit into the last batch, or another one. */
const nextOf = (cursor: Cursor, pace: Pace): ReturnType<Source['next']> => {
  const { held } = cursor;
  cursor.held = null;
  return held ?? cursor.source.next(pace);
};

type Filled = Readonly<{ documents: DocumentWriter; ended: boolean }>;

const noDocuments = (): Filled => ({ documents: new DocumentWriter().begin().end(), ended: false });

type Answered = Readonly<{ name: string; documents: DocumentWriter; id: bigint; namespace: string }>;

const writeBatch = (answer: DocumentWriter, { name, documents, id, namespace }: Answered): DocumentWriter =>
  answer
    .beginField(Type.object, 'cursor')
    .raw(Type.array, name, documents.finish())
    .long('id', id)
    .string('ns', namespace)
    .end();

const nothingMore = (answer: DocumentWriter): DocumentWriter => answer;
