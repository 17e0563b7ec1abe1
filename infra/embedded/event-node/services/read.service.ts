import type { handleServerStreamingCall } from '@grpc/grpc-js';
// Types only: the client's generated messages.
import type streams from '@eventstore/db-client/generated/streams_pb.js';
import type { EventLog } from '../log/event-log.js';
import { Outlet, type ReadCall } from '../reading/outlet.js';
import { answerRead } from '../reading/read.js';
import { parseReadRequest } from '../reading/read-request.js';
import { refusalOf } from '../wire/refusal.js';
import type { OpenCalls } from './open-calls.js';

/** Streams/Read: reads and live subscriptions, of a stream and of `$all`. */
export const readService =
  (log: EventLog, open: OpenCalls): handleServerStreamingCall<streams.ReadReq, Buffer> =>
  (call) => {
    open.add(call);
    answer(log, call).then(
      () => call.end(),
      (error: unknown) => call.emit('error', refusalOf(error).toStatus()),
    );
  };

const answer = async (log: EventLog, call: ReadCall): Promise<void> =>
  answerRead(log, parseReadRequest(call.request), new Outlet(call));
