import { status, type handleClientStreamingCall, type ServerReadableStream } from '@grpc/grpc-js';
// The client's generated messages; CommonJS, hence the default import. An internal path of a frozen package, pinned to 6.2.1.
import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { Append } from '../log/event-log.js';
import type { AppendPiece } from '../wire/append-request.js';
import { invalidArgument, Refusal, refusalOf } from '../wire/refusal.js';
import type { Appender } from './appender.js';
import { PendingAppend } from './pending-append.js';

type AppendCall = ServerReadableStream<AppendPiece, streams.AppendResp>;

const { AppendResp } = streams;

/** Streams/Append: one append a call. The client uses it where credentials are given. */
export const appendService =
  (appender: Appender): handleClientStreamingCall<AppendPiece, streams.AppendResp> =>
  async (call, callback) => {
    try {
      const response = await answer(appender, call);
      callback(null, response);
    } catch (error) {
      callback(refusalOf(error).toStatus());
    }
  };

const answer = async (appender: Appender, call: AppendCall): Promise<streams.AppendResp> => {
  const append = await collect(call);
  const outcome = await appender.append(append);
  switch (outcome.kind) {
    case 'written':
      return success(outcome.revision, outcome.position);
    case 'wrong-revision':
      return wrongRevision(append.expected, outcome.actual);
    case 'timed-out':
      throw new Refusal(status.ABORTED, 'Operation timed out: the same events are being written');
  }
};

const collect = async (call: AppendCall): Promise<Append> => {
  let pending: PendingAppend | null = null;
  // A gRPC call of this kind yields the request messages, which its type does not say.
  for await (const { options, events } of call as AsyncIterable<AppendPiece>) {
    if (options) pending ??= new PendingAppend(options);
    for (const event of events) pending?.add(event);
  }
  if (!pending) throw invalidArgument('an append begins with its options');
  return pending.toAppend();
};

const success = (revision: number, position: number): streams.AppendResp => {
  const at = new AppendResp.Position().setCommitPosition(String(position)).setPreparePosition(String(position));
  return new AppendResp().setSuccess(new AppendResp.Success().setCurrentRevision(String(revision)).setPosition(at));
};

const wrongRevision = (expected: Append['expected'], actual: number): streams.AppendResp => {
  const wrong = new AppendResp.WrongExpectedVersion();
  if (actual < 0) wrong.setCurrentNoStream(new shared.Empty());
  else wrong.setCurrentRevision(String(actual));
  if (expected === 'any') wrong.setExpectedAny(new shared.Empty());
  else if (expected === 'stream_exists') wrong.setExpectedStreamExists(new shared.Empty());
  else if (expected < 0) wrong.setExpectedNoStream(new shared.Empty());
  else wrong.setExpectedRevision(String(expected));
  return new AppendResp().setWrongExpectedVersion(wrong);
};
