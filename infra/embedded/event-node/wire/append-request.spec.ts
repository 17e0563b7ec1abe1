import { describe, expect, it } from '@jest/globals';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import * as fc from 'fast-check';
import empty from 'google-protobuf/google/protobuf/empty_pb.js';
import timestamp from 'google-protobuf/google/protobuf/timestamp_pb.js';
import { readBatchAppendRequest } from './append-request.js';

const rawEvent = fc.record({
  id: fc.uuid(),
  type: fc.string({ unit: 'grapheme' }),
  data: fc.uint8Array({ maxLength: 300 }),
  metadata: fc.uint8Array({ maxLength: 300 }),
});

const expectation = fc.oneof(fc.nat(), fc.constantFrom(-1 as const, 'any' as const, 'stream_exists' as const));

type RawEvent = { id: string; type: string; data: Uint8Array; metadata: Uint8Array };

/** The message that the client builds of an event. */
const proposed = (event: RawEvent): streams.BatchAppendReq.ProposedMessage => {
  const message = new streams.BatchAppendReq.ProposedMessage();
  message.setId(new shared.UUID().setString(event.id));
  message.getMetadataMap().set('type', event.type);
  message.getMetadataMap().set('content-type', 'application/json');
  message.setData(event.data).setCustomMetadata(event.metadata);
  return message;
};

const asRead = (event: RawEvent) => ({
  id: event.id,
  properties: new Map([
    ['type', event.type],
    ['content-type', 'application/json'],
  ]),
  data: Buffer.from(event.data),
  metadata: Buffer.from(event.metadata),
});

const streamOf = (name: string) => new shared.StreamIdentifier().setStreamName(Buffer.from(name));

const encoded = (message: streams.BatchAppendReq): Buffer => Buffer.from(message.serializeBinary());

describe("a request of the client's own encoder", () => {
  it('is read as it was meant', () => {
    fc.assert(
      fc.property(
        fc.uuid(),
        fc.string({ unit: 'grapheme' }),
        expectation,
        fc.array(rawEvent, { maxLength: 4 }),
        (id, stream, expected, events) => {
          const options = new streams.BatchAppendReq.Options().setStreamIdentifier(streamOf(stream));
          options.setDeadline(timestamp.Timestamp.fromDate(new Date(1_700_000_000_123)));
          if (expected === 'any') options.setAny(new empty.Empty());
          else if (expected === 'stream_exists') options.setStreamExists(new empty.Empty());
          else if (expected === -1) options.setNoStream(new empty.Empty());
          else options.setStreamPosition(String(expected));
          const request = new streams.BatchAppendReq().setOptions(options).setIsFinal(true);
          request.setCorrelationId(new shared.UUID().setString(id));
          for (const event of events) request.addProposedMessages(proposed(event));

          expect(readBatchAppendRequest(encoded(request))).toEqual({
            correlationId: id,
            options: { stream, expected, deadline: 1_700_000_000_123 },
            events: events.map(asRead),
            isFinal: true,
          });
        },
      ),
    );
  });

  it('without an expectation says so', () => {
    const options = new streams.BatchAppendReq.Options().setStreamIdentifier(streamOf('s'));

    const { options: read } = readBatchAppendRequest(encoded(new streams.BatchAppendReq().setOptions(options)));

    expect(read).toEqual({ stream: 's', expected: null, deadline: null });
  });

  it('with an id in two halves says so', () => {
    const id = new shared.UUID().setStructured(new shared.UUID.Structured().setMostSignificantBits('1'));
    const message = new streams.BatchAppendReq();
    message.addProposedMessages(new streams.BatchAppendReq.ProposedMessage().setId(id));

    expect(readBatchAppendRequest(encoded(message)).events[0]?.id).toBeNull();
  });
});

describe('a message that is cut short', () => {
  it('is no message', () => {
    const options = new streams.BatchAppendReq.Options().setStreamIdentifier(streamOf('stream'));
    const whole = encoded(new streams.BatchAppendReq().setOptions(options));

    for (let length = 1; length < whole.length; length += 1) {
      expect(() => readBatchAppendRequest(whole.subarray(0, length))).toThrow(/ends/);
    }
  });
});
