import { DocumentWriter } from '../bson/document-writer.js';
import { largestDocument } from '../bson/checks.js';
import { Type } from '../bson/value.js';
import { maxMessageBytes, okAnswer } from '../wire/message.js';
import { mostStatements, type Command, type Node } from './command.js';

/** The wire version of MongoDB 8.0, whose behaviour is followed. */
export const newestWireVersion = 25;

const describe = (answer: DocumentWriter, { wireVersion }: Node): DocumentWriter =>
  answer
    .bool('helloOk', true)
    .raw(Type.date, 'localTime', now())
    .int('maxBsonObjectSize', largestDocument)
    .int('maxMessageSizeBytes', maxMessageBytes)
    .int('maxWriteBatchSize', mostStatements)
    // A standalone server with sessions: the driver sends no transaction numbers, so it retries no writes.
    .int('logicalSessionTimeoutMinutes', 30)
    .int('connectionId', 1)
    .int('minWireVersion', 0)
    .int('maxWireVersion', wireVersion)
    .bool('readOnly', false);

const now = (): Buffer => {
  const bytes = Buffer.allocUnsafe(8);
  bytes.writeBigInt64LE(BigInt(Date.now()));
  return bytes;
};

const handshakeOptions = ['helloOk', 'client', 'compression', 'backpressure'];

/** What a driver asks first: what this server is and can do. */
export const hello: Command = {
  options: handshakeOptions,
  run: (node) => okAnswer((answer) => describe(answer.bool('isWritablePrimary', true), node)),
};

/** The old spelling of `hello`. */
export const isMaster: Command = {
  options: handshakeOptions,
  run: (node) => okAnswer((answer) => describe(answer.bool('ismaster', true), node)),
};

export const ping: Command = { options: [], run: () => okAnswer() };

/** Sessions hold nothing here. */
export const endSessions: Command = { options: [], run: () => okAnswer() };
