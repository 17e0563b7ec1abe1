import { randomBytes } from 'node:crypto';
import { CommandError } from '../errors.js';
import { DocumentWriter } from '../bson/document-writer.js';
import { Type } from '../bson/types.js';
import { okAnswer } from '../wire/message.js';
import type { Pace } from './pace.js';
import type { Source } from './query.js';

/** Documents in a first batch where the client names no number. */
const firstBatchSize = 101;

/** A batch ends before the answer gets longer than this. */
const batchBytes = 16 * 1024 * 1024 - 16 * 1024;

/** Cursors that nobody asks for that long are forgotten, as on the real server. */
const idleMs = 10 * 60_000;

type Cursor = { source: Source; namespace: string; held: Buffer | null; usedAt: number };

/** What is asked for in one batch. */
export type Batch = Readonly<{ size: number | undefined; pace: Pace; single?: boolean }>;

/** The open cursors, and the answers they give. */
export class Cursors {
  private readonly open = new Map<bigint, Cursor>();

  /** The answer to a command that opens a cursor. */
  async first(namespace: string, source: Source, batch: Batch): Promise<Buffer> {
    const cursor: Cursor = { source, namespace, held: null, usedAt: Date.now() };
    // A first batch of none opens the cursor only.
    const size = batch.size ?? firstBatchSize;
    const { documents, ended } = size === 0 ? noDocuments() : await this.nextBatch(cursor, size, batch.pace);
    const id = ended || batch.single ? 0n : this.keep(cursor);
    return cursorAnswer('firstBatch', documents, { id, namespace });
  }

  /** The answer to getMore. Throws CursorNotFound (43). */
  async more(id: bigint, namespace: string, batch: Batch): Promise<Buffer> {
    const cursor = this.open.get(id);
    if (!cursor || cursor.namespace !== namespace) throw new CommandError(43, `cursor id ${id} not found`);
    // Taken out while it works, so that a failure ends it.
    this.open.delete(id);
    cursor.usedAt = Date.now();
    const { documents, ended } = await this.nextBatch(cursor, batch.size ?? 0, batch.pace);
    if (!ended) this.open.set(id, cursor);
    return cursorAnswer('nextBatch', documents, { id: ended ? 0n : id, namespace });
  }

  /** Whether there was such a cursor; now there is none. */
  kill(id: bigint): boolean {
    return this.open.delete(id);
  }

  private keep(cursor: Cursor): bigint {
    const now = Date.now();
    for (const [id, { usedAt }] of this.open) if (now - usedAt > idleMs) this.open.delete(id);
    const id = randomBytes(8).readBigUInt64LE() >> 2n;
    this.open.set(id, cursor);
    return id;
  }

  /** A size of 0 means as many as fit. */
  private async nextBatch(cursor: Cursor, size: number, pace: Pace): Promise<Filled> {
    const documents = new DocumentWriter(16 * 1024).begin();
    const most = size === 0 ? Infinity : size;
    for (let count = 0; count < most; count += 1) {
      const next = nextOf(cursor, pace);
      const document = next instanceof Promise ? await next : next;
      if (document === null) return { documents: documents.end(), ended: true };
      if (count > 0 && documents.size + document.length > batchBytes) {
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

/** The document that did not fit into the last batch, or another one. */
const nextOf = (cursor: Cursor, pace: Pace): ReturnType<Source['next']> => {
  const { held } = cursor;
  cursor.held = null;
  return held ?? cursor.source.next(pace);
};

type Filled = Readonly<{ documents: DocumentWriter; ended: boolean }>;

const noDocuments = (): Filled => ({ documents: new DocumentWriter().begin().end(), ended: false });

type Identity = Readonly<{ id: bigint; namespace: string }>;

const cursorAnswer = (batchName: string, documents: DocumentWriter, { id, namespace }: Identity): Buffer =>
  okAnswer((answer) =>
    answer
      .beginField(Type.object, 'cursor')
      .raw(Type.array, batchName, documents.finish())
      .long('id', id)
      .string('ns', namespace)
      .end(),
  );
