import { CommandError } from '../errors.js';
import { DocumentWriter } from '../bson/document-writer.js';
import { checkBodySize, validateDocument } from '../bson/checks.js';
import { documentValue, Elements, fieldsOf, textOf, Type, type Value } from '../bson/value.js';

const opReply = 1;
const opQuery = 2004;
const opMessage = 2013;
const headerSize = 16;

/** The longest message that is read: what `hello` announces. */
export const maxMessageBytes = 48_000_000;

const checksumPresent = 1;
const moreToCome = 2;

/** A command as it came in: its fields by name, and document sequences as lists of documents. */
export type Request = Readonly<{
  id: number;
  name: string;
  fields: ReadonlyMap<string, Value>;
  sequences: ReadonlyMap<string, readonly Value[]>;
  database: string;
  legacy: boolean;
  /** False for unacknowledged writes: nothing may be answered. */
  answer: boolean;
}>;

/** Takes whole messages off a stream of chunks. Throws where what comes is no MongoDB wire protocol. */
export class MessageSplitter {
  private pending: Buffer[] = [];
  private size = 0;

  push(chunk: Buffer): Buffer[] {
    this.pending.push(chunk);
    this.size += chunk.length;
    const messages: Buffer[] = [];
    for (let message = this.take(); message; message = this.take()) messages.push(message);
    return messages;
  }

  private take(): Buffer | undefined {
    if (this.size < headerSize) return undefined;
    const length = this.joined(headerSize).readInt32LE(0);
    if (length < headerSize || length > maxMessageBytes) throw new Error(`a message of ${length} bytes`);
    if (this.size < length) return undefined;
    const whole = this.joined(length);
    this.pending = whole.length > length ? [whole.subarray(length)] : [];
    this.size -= length;
    return whole.subarray(0, length);
  }

  /** What is pending, joined where the first piece is shorter than this. */
  private joined(length: number): Buffer {
    const [first] = this.pending;
    if (first && first.length >= length) return first;
    const whole = Buffer.concat(this.pending);
    this.pending = [whole];
    return whole;
  }
}

/** Reads one message. Throws InvalidBSON (22) on damaged ones, BSONObjectTooLarge (10334), NotImplemented (238) on other kinds than OP_MSG and OP_QUERY. */
export const readRequest = (message: Buffer): Request => {
  const kind = message.readInt32LE(12);
  if (kind === opMessage) return readMessage(message);
  if (kind === opQuery) return readLegacyQuery(message);
  throw new CommandError(238, `wire protocol message kind ${kind} is not implemented by the embedded document node`);
};

const readMessage = (message: Buffer): Request => {
  if (message.length < headerSize + 5) throw new CommandError(22, 'a message without a body');
  const flags = message.readUInt32LE(headerSize);
  const end = flags & checksumPresent ? message.length - 4 : message.length;
  const sequences = new Map<string, Value[]>();
  let body: Value | undefined;
  let at = headerSize + 4;
  while (at < end) {
    const sectionKind = message[at];
    if (sectionKind === 0) {
      body = readDocument(message, at + 1, end);
      at = body.end;
    } else {
      at = readSequence(message.subarray(0, end), at + 1, sequences);
    }
  }
  if (!body) throw new CommandError(22, 'a message without a body');
  return requestOf(message, body, { sequences, legacy: false, answer: (flags & moreToCome) === 0 });
};

const readSequence = (message: Buffer, at: number, sequences: Map<string, Value[]>): number => {
  const end = at + 4 > message.length ? 0 : at + message.readInt32LE(at);
  const nameEnds = message.indexOf(0, at + 4);
  if (end > message.length || nameEnds < 0 || nameEnds >= end)
    throw new CommandError(22, 'a document sequence cut short');
  const documents: Value[] = [];
  let next = nameEnds + 1;
  while (next < end) {
    const document = readDocument(message, next, end);
    documents.push(document);
    next = document.end;
  }
  sequences.set(message.toString('utf8', at + 4, nameEnds), documents);
  return end;
};

const readLegacyQuery = (message: Buffer): Request => {
  // Flags, the name of a collection, two numbers, then the command.
  const at = message.indexOf(0, headerSize + 4) + 1 + 8;
  const body = readDocument(message, at, message.length);
  return requestOf(message, body, { sequences: new Map(), legacy: true, answer: true });
};

const readDocument = (message: Buffer, at: number, limit: number): Value => {
  checkBodySize(validateDocument(message, at, limit) - at);
  return documentValue(message, at);
};

type Shape = Pick<Request, 'sequences' | 'legacy' | 'answer'>;

const requestOf = (message: Buffer, body: Value, shape: Shape): Request => {
  const fields = fieldsOf(body);
  const database = fields.get('$db');
  const elements = new Elements(body.bytes, body.at);
  return {
    id: message.readInt32LE(4),
    name: elements.next() ? elements.name : '',
    fields,
    database: database?.type === Type.string ? textOf(database) : 'admin',
    ...shape,
  };
};

/** Shorter answers are cheaper to copy than to write in pieces. */
const worthCopying = 32 * 1024;

let lastAnswerId = 0;

/** The bytes that answer a request with this document. */
export const answerTo = (request: Pick<Request, 'id' | 'legacy'>, document: Buffer): Buffer[] => {
  const prefix = request.legacy ? legacyPrefix() : Buffer.alloc(5);
  const header = Buffer.allocUnsafe(headerSize);
  lastAnswerId = (lastAnswerId + 1) & 0x7fffffff;
  header.writeInt32LE(headerSize + prefix.length + document.length, 0);
  header.writeInt32LE(lastAnswerId, 4);
  header.writeInt32LE(request.id, 8);
  header.writeInt32LE(request.legacy ? opReply : opMessage, 12);
  const parts = [header, prefix, document];
  return document.length < worthCopying ? [Buffer.concat(parts)] : parts;
};

/** Response flags, cursor id, starting point, and how many documents: one. */
const legacyPrefix = (): Buffer => {
  const prefix = Buffer.alloc(20);
  prefix.writeInt32LE(8, 0);
  prefix.writeInt32LE(1, 16);
  return prefix;
};

/** A finished answer document: `{…fields, ok: 1}`. */
export const okAnswer = (write?: (document: DocumentWriter) => void): Buffer => {
  const document = new DocumentWriter().begin();
  write?.(document);
  return document.double('ok', 1).end().finish();
};

/** The fields of an error, as they stand in a failed command and beside what else a command did. */
export const writeError = (answer: DocumentWriter, error: CommandError): DocumentWriter => {
  answer.int('code', error.code).string('errmsg', error.message);
  for (const [name, document] of Object.entries(error.details)) answer.raw(Type.object, name, document);
  return answer;
};
