// The client's generated messages; CommonJS, hence the default import. An internal path of a frozen package, pinned to 6.2.1.
import shared from '@eventstore/db-client/generated/shared_pb.js';
import rpc from '@eventstore/db-client/generated/status_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
// google-protobuf 3.21.4 beside it, or packing the details of an error fails at run time.
import any from 'google-protobuf/google/protobuf/any_pb.js';
import empty from 'google-protobuf/google/protobuf/empty_pb.js';
import type { Append } from '../log/event-log.js';
import { fieldSize, ProtobufWriter, varintSize } from '../wire/protobuf.js';
import { maximumAppendSize, type Refusal } from '../wire/refusal.js';

const { BatchAppendResp } = streams;

type Packable = Readonly<{ serializeBinary: () => Uint8Array }>;

/** The usual answer, written by hand for its speed: `BatchAppendResp { correlation_id, success, stream_identifier }`. */
export const success = (id: string, stream: string, at: { revision: number; position: number }): Buffer => {
  const name = Buffer.from(stream);
  const position = 2 * (1 + varintSize(at.position));
  const done = 1 + varintSize(at.revision) + fieldSize(position);
  const message = Buffer.allocUnsafe(
    fieldSize(fieldSize(id.length)) + fieldSize(done) + fieldSize(fieldSize(name.length)),
  );
  const writer = new ProtobufWriter(message, 0).open(1, fieldSize(id.length)).latin(2, id);
  writer.open(3, done).number(1, at.revision);
  writer.open(3, position).number(1, at.position).number(2, at.position);
  writer.open(4, fieldSize(name.length)).bytes(3, name);
  return message;
};

export const wrongRevision = (id: string, { stream, expected }: Append, actual: number): Buffer => {
  const wrong = new shared.WrongExpectedVersion();
  if (actual < 0) wrong.setCurrentNoStream(new empty.Empty());
  else wrong.setCurrentStreamRevision(String(actual));
  if (expected === 'any') wrong.setExpectedAny(new empty.Empty());
  else if (expected === 'stream_exists') wrong.setExpectedStreamExists(new empty.Empty());
  else if (expected < 0) wrong.setExpectedNoStream(new empty.Empty());
  else wrong.setExpectedStreamPosition(String(expected));
  return failed(response(id, stream), 'WrongExpectedVersion', ['WrongExpectedVersion', wrong]);
};

export const timeout = (id: string, stream: string): Buffer =>
  failed(response(id, stream), 'Timeout', ['Timeout', new shared.Timeout()]);

/** A refusal, as the details of an answer: a call shared by many appends must not end with one of them. */
export const failure = (id: string, stream: string, refusal: Refusal): Buffer => {
  const tooLarge = refusal.trailers['maximum-append-size'] !== undefined;
  const details: readonly [string, Packable] = tooLarge
    ? ['MaximumAppendSizeExceeded', new shared.MaximumAppendSizeExceeded().setMaxappendsize(maximumAppendSize)]
    : ['BadRequest', new shared.BadRequest().setMessage(refusal.details)];
  return failed(response(id, stream), refusal.details, details);
};

const response = (id: string, stream: string): streams.BatchAppendResp => {
  const name = new shared.StreamIdentifier().setStreamName(Buffer.from(stream));
  return new BatchAppendResp().setCorrelationId(new shared.UUID().setString(id)).setStreamIdentifier(name);
};

const failed = (to: streams.BatchAppendResp, message: string, [type, content]: readonly [string, Packable]): Buffer => {
  const details = new any.Any();
  details.pack(content.serializeBinary(), `event_store.client.${type}`);
  return Buffer.from(to.setError(new rpc.Status().setMessage(message).setDetails(details)).serializeBinary());
};
