import { DocumentWriter } from '../bson/document-writer.js';
import { largestDocument } from '../bson/size.js';
import { Type } from '../bson/types.js';
import { maxMessageBytes, okAnswer } from '../wire/message.js';
import { mostStatements, type Command, type Node } from './command.js';

/** The wire version of MongoDB 8.0, whose behaviour is followed. */
export const newestWireVersion = 25;

/** The server version that a wire version stands for. */
const versionOf = (wireVersion: number): string => (wireVersion < newestWireVersion ? '7.0.0' : '8.0.0');

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

export const buildInfo: Command = {
  options: [],
  run: ({ wireVersion }) =>
    okAnswer((answer) => {
      const version = versionOf(wireVersion);
      answer
        .string('version', version)
        .string('gitVersion', 'embedded document node')
        .beginField(Type.array, 'versionArray');
      [...version.split('.').map(Number), 0].forEach((part, i) => answer.int(String(i), part));
      answer.end().int('bits', 64).bool('debug', false).int('maxBsonObjectSize', largestDocument);
    }),
};
