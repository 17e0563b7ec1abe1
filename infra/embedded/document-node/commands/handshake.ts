import { DocumentWriter } from '../bson/document-writer.js';
import { largestDocument } from '../bson/size.js';
import { Type } from '../bson/types.js';
import { maxMessageBytes, okAnswer } from '../wire/message.js';
import { mostStatements, type Command } from './command.js';

/** The server version whose behaviour is followed, and its wire version. */
const version = '8.0.0';
const wireVersion = 25;

const describe = (answer: DocumentWriter): DocumentWriter =>
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
  run: () => okAnswer((answer) => describe(answer.bool('isWritablePrimary', true))),
};

/** The old spelling of `hello`. */
export const isMaster: Command = {
  options: handshakeOptions,
  run: () => okAnswer((answer) => describe(answer.bool('ismaster', true))),
};

export const ping: Command = { options: [], run: () => okAnswer() };

/** Sessions hold nothing here. */
export const endSessions: Command = { options: [], run: () => okAnswer() };

export const buildInfo: Command = {
  options: [],
  run: () =>
    okAnswer((answer) => {
      answer
        .string('version', version)
        .string('gitVersion', 'embedded document node')
        .beginField(Type.array, 'versionArray');
      [...version.split('.').map(Number), 0].forEach((part, i) => answer.int(String(i), part));
      answer.end().int('bits', 64).bool('debug', false).int('maxBsonObjectSize', largestDocument);
    }),
};
