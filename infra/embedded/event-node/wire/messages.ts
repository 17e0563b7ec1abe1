// The client's generated messages; CommonJS, hence the default import. An internal path of a frozen package, pinned to 6.2.1.
import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';

const { ReadResp } = streams;

/** A position as the wire carries it. */
export const endOfLog = '18446744073709551615';

/** First message of every subscription. */
export const confirmation = (id: string): Buffer =>
  encoded(new ReadResp().setConfirmation(new ReadResp.SubscriptionConfirmation().setSubscriptionId(id)));

/** A filtered subscription has seen everything up to here. */
export const checkpoint = (commit: string, prepare: string = commit): Buffer =>
  encoded(
    new ReadResp().setCheckpoint(new ReadResp.Checkpoint().setCommitPosition(commit).setPreparePosition(prepare)),
  );

export const streamNotFound = (stream: string): Buffer => {
  const name = new shared.StreamIdentifier().setStreamName(Buffer.from(stream));
  return encoded(new ReadResp().setStreamNotFound(new ReadResp.StreamNotFound().setStreamIdentifier(name)));
};

const encoded = (message: streams.ReadResp): Buffer => Buffer.from(message.serializeBinary());

/** The subscription has reached the end of the log. */
export const caughtUp: Buffer = encoded(new ReadResp().setCaughtUp(new ReadResp.CaughtUp()));
